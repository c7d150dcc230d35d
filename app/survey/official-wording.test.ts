import { expect, test } from 'vitest'
import { scaleOf, type ChoiceItem, type Instrument } from './instrument.ts'
import { readInstruments } from './read-instruments.ts'

const { instruments, faults } = readInstruments(null)

/** Question, positive answers, indicators: as Kolada's definitions have them (catalogue of April 2026). */
const official: [question: string, positive: string, koladaIds: string[]][] = [
  // Authority: youths from 13, guardians.
  [
    'Hur lätt eller svårt är det att få kontakt med socialsekreteraren (till exempel via telefon, sms eller e-post)?',
    'Mycket lätt / Ganska lätt',
    ['U33575', 'U33589'],
  ],
  [
    'Hur lätt eller svårt är det att förstå informationen du får av socialsekreteraren?',
    'Mycket lätt / Ganska lätt',
    ['U33576', 'U33590'],
  ],
  [
    'Hur stor förståelse visar socialsekreteraren för din situation?',
    'Mycket stor / Ganska stor',
    ['U33577', 'U33591'],
  ],
  [
    'Frågar socialsekreteraren efter dina synpunkter på hur din situation skulle kunna förändras?',
    'Ja',
    ['U33578', 'U33592'],
  ],
  [
    'Hur mycket har du kunnat påverka vilken typ av hjälp du får av socialtjänsten i kommunen?',
    'Mycket / Ganska mycket',
    ['U33579', 'U33593'],
  ],
  [
    'Hur nöjd eller missnöjd är du sammantaget med det stöd du får från socialtjänsten i kommunen?',
    'Mycket nöjd / Ganska nöjd',
    ['U33580', 'U33594'],
  ],
  [
    'Hur har din situation förändrats sedan du fick kontakt med socialtjänsten i kommunen?',
    'Förbättrats mycket / Förbättrats lite',
    ['U33581', 'U33595'],
  ],
  // Family treatment: youths 13–20, carers.
  [
    'Hur lätt eller svårt är det att få kontakt med familjebehandlaren?',
    'Mycket lätt / Ganska lätt',
    ['N33852', 'N33840'],
  ],
  [
    'Hur lätt eller svårt är det att förstå information du får av familjebehandlaren?',
    'Mycket lätt / Ganska lätt',
    ['N33853', 'N33841'],
  ],
  ['Tycker du att familjebehandlaren förstår din situation?', 'Oftast / Ibland', ['N33854', 'N33842']],
  [
    'Får du prata med familjebehandlaren om saker som är viktiga för dig?',
    'Oftast / Ibland',
    ['N33855', 'N33843'],
  ],
  [
    'Frågar familjebehandlaren dig om hur din situation kan förändras?',
    'Oftast / Ibland',
    ['N33856', 'N33844'],
  ],
  [
    'Har kontakten med familjebehandlaren gjort att din situation har förändrats?',
    'Förbättrats mycket / Förbättrats lite',
    ['N33857', 'N33845'],
  ],
  [
    'Har kontakten med familjebehandlaren gjort att ditt barn/dina barns situation har förändrats?',
    'Förbättrats mycket / Förbättrats lite',
    ['N33846'],
  ],
  [
    'Hur nöjd eller missnöjd är du med det stöd du får av familjebehandlaren?',
    'Mycket nöjd / Ganska nöjd',
    ['N33858', 'N33847'],
  ],
  ['Har du fått information om vart du kan lämna synpunkter eller klagomål?', 'Ja', ['N33859', 'N33848']],
  ['Hur många gånger har du träffat familjebehandlaren?', '4 gånger eller fler', ['N33860', 'N33849']],
  // Placed youths: family home, supported housing, residential care home.
  [
    'Får du det stöd du behöver i boendet för att det ska fungera för dig i skolan/på praktiken/på arbetet?',
    'Ja, ofta / Ja, ibland',
    ['U33750', 'U33762', 'U33774'],
  ],
  [
    'Får du den hjälp du behöver med dina läxor i boendet?',
    'Ja, ofta / Ja, ibland',
    ['U33751', 'U33763', 'U33775'],
  ],
  [
    'Får du det stöd du behöver i boendet för att ha en bra fritid?',
    'Ja, ofta / Ja, ibland',
    ['U33752', 'U33764', 'U33776'],
  ],
  [
    'Får du vara med och bestämma om saker som är viktiga för dig i boendet?',
    'Ja, ofta / Ja, ibland',
    ['U33753', 'U33765', 'U33777'],
  ],
  [
    'Finns det någon vuxen i ditt boende som du kan prata med om du behöver det?',
    'Ja, ofta / Ja, ibland',
    ['U33754', 'U33766', 'U33778'],
  ],
  ['Hur trygg känner du dig i ditt boende?', 'Mycket trygg / Ganska trygg', ['U33755', 'U33767', 'U33779']],
  [
    'Vet du vem du ska kontakta om det är något som är dåligt i boendet?',
    'Ja',
    ['U33756', 'U33768', 'U33780'],
  ],
  [
    'Får du den hjälp du behöver i boendet för att ha kontakt med personer som är viktiga för dig, till exempel familj och vänner?',
    'Ja, ofta / Ja, ibland',
    ['U33757', 'U33769', 'U33781'],
  ],
  [
    'Får du det stöd du behöver i boendet för att må bra?',
    'Ja, ofta / Ja, ibland',
    ['U33758', 'U33770', 'U33782'],
  ],
  [
    'Får du den hjälp du behöver från boendet för att få kontakt med sjukvården, till exempel läkare, tandläkare eller psykolog?',
    'Ja, ofta / Ja, ibland',
    ['U33759', 'U33771', 'U33783'],
  ],
  ['Hur trivs du i boendet?', 'Mycket bra / Ganska bra', ['U33760', 'U33772', 'U33784']],
  [
    'Får du det stöd du behöver i boendet för att planera din framtid, till exempel utbildning och arbete?',
    'Ja, ofta / Ja, ibland',
    ['U33761', 'U33773', 'U33785'],
  ],
]

type Counted = { form: Instrument; item: ChoiceItem; koladaId: string }

const counted: Counted[] = instruments.flatMap((form) =>
  form.items.flatMap((item) =>
    item.kind !== 'text' && item.koladaId ? [{ form, item, koladaId: item.koladaId }] : [],
  ),
)

test('our own files have no fault', () => {
  expect(faults).toEqual([])
})

test.each(official)(
  '%s is asked in those words, and counted as Kolada counts it',
  (question, positive, ids) => {
    const items = ids.map((id) => counted.filter(({ koladaId }) => koladaId === id))
    expect(items.map(({ length }) => length)).toEqual(ids.map(() => 1))
    for (const [found] of items) {
      const { form, item } = found!
      expect(item.text.sv).toBe(question)
      const counting = scaleOf(form, item).options.filter((option) => option.positive)
      expect(counting.map(({ label }) => label.sv).join(' / ')).toBe(positive)
      // What Kolada itself words has been compared.
      expect(counting.filter(({ unverified }) => unverified)).toEqual([])
    }
  },
)

test('no indicator is counted that is not in the list', () => {
  expect(counted.map(({ koladaId }) => koladaId).toSorted()).toEqual(
    official.flatMap(([, , ids]) => ids).toSorted(),
  )
})

test('nobody who does not know is counted in an official form', () => {
  const labels = counted.flatMap(({ form, item }) => scaleOf(form, item).options)
  const unknowing = labels.filter(({ label }) => /vet inte|inte aktuellt/i.test(label.sv))
  expect(unknowing.length).toBeGreaterThan(10)
  expect(unknowing.filter(({ positive }) => positive !== null)).toEqual([])
})

test('the child’s form asks what the youths’ asks, with four faces, and lets the child be', () => {
  const child = instruments.find(({ id }) => id === 'child')!
  expect(child.title.sv).toBe('Hur har det varit?')
  expect(child.items.map(({ text }) => text.sv)).toEqual([
    'Är det lätt att få prata med din socialsekreterare?',
    'Förstår du vad socialsekreteraren berättar?',
    'Lyssnar socialsekreteraren på dig?',
    'Får du säga vad du tycker ska bli annorlunda?',
    'Får du vara med och bestämma om hjälpen?',
    'Har det blivit bättre för dig?',
    'Vad har blivit bättre? Du kan välja flera.',
    'Är det något mer du vill berätta?',
  ])
  expect(child.scales['faces']!.options.map(({ label, positive }) => [label.sv, positive])).toEqual([
    ['Mycket bra', true],
    ['Bra', true],
    ['Inte så bra', false],
    ['Inte alls bra', false],
    ['Vet inte', null],
    ['Vill inte svara', null],
  ])
})
