import { expect, test } from 'vitest'
import stories from '../dictation/text/stories.json' with { type: 'json' }
import { type Reader, thirdPersonWarnings } from './third-persons.ts'

const now = new Date('2026-09-15T07:00:00Z')

const marie: Reader = {
  readerName: 'Marie Ek',
  known: [
    { name: 'Marie Ek', isReader: true, isProtected: false },
    { name: 'Tindra Ek', isReader: false, isProtected: false },
    { name: 'Mira Sandell', isReader: false, isProtected: false },
  ],
  protectedPlaces: [],
  readerNumber: '198501012382',
  now,
}

const peter: Reader = {
  readerName: 'Peter Brandt',
  known: [
    { name: 'Peter Brandt', isReader: true, isProtected: false },
    { name: 'Elias Holm Brandt', isReader: false, isProtected: false },
    { name: 'Sara Holm', isReader: false, isProtected: true },
  ],
  protectedPlaces: ['Ekdala sjukhus', 'Solbo'],
  now,
}

const warningsIn = async (text: string, reader: Reader) =>
  (await thirdPersonWarnings(text, reader)).map(({ kind, text }) => `${kind} ${text}`)

test.each([
  ['Tindra åt. I dag kom Tindra Ek och Miras chef.', ['name Tindra', 'name Tindra', 'name Miras']],
  ['Marie Ek och Maries mamma åt. Familjen Ek kom.', []],
  ['Hon träffar Yasmin på tisdag.', ['unknownName Yasmin']],
  ['Yasmin träffar henne. Jörgs bil är röd.', ['unknownName Yasmin', 'unknownName Jörgs']],
  ['Yasmin Norberg ringde.', ['unknownName Yasmin', 'unknownName Norberg']],
  ['Hon åt.\n– Amina kom.', ['unknownName Amina']],
  ['Beslut: Yasmin får hjälp.', ['unknownName Yasmin']],
  ['Anna-Lo ringde.', ['unknownName Anna-Lo']],
  ['Bo kvar. Sol ute. Hans mamma ringde. Per telefon. Max två timmar. Ville inte. Björn sågs.', []],
  ['Klass 4 A. Minnas. Inga barn. Elva år. Rita gärna. Svea hovrätt. Maj och april. Stödet ges.', []],
  ['Numret är 20100101-2382.', ['identityNumber 20100101-2382']],
  ['Numret är 850101-2382.', []],
  ['Ring 08-465 004 11.', ['phone 08-465 004 11']],
  ['Hon bor på Storgatan 4, 123 45 Ekdala.', ['address Storgatan 4', 'address 123 45 Ekdala']],
  ['Hon går på Ekdala skola nu.', ['place Ekdala skola']],
  ['Han går på förskolan Solen nu.', ['place förskolan Solen']],
  ['Hon bor på skyddat boende.', ['place skyddat boende']],
  ['Han bor i ett jourhem.', ['place jourhem']],
  ['Hon går i skolan. Hennes skola är bra.', []],
  ['Skolan ringde. Sjukhus är stora.', []],
  ['', []],
])('before Marie reads "%s" somebody looks at %o', async (text, warnings) => {
  expect(await warningsIn(text, marie)).toEqual(warnings)
})

test.each([
  ['Hon är på sjukhuset.', ['place sjukhuset']],
  ['Hon bytte arbetsplats.', ['place arbetsplats']],
  ['Hon är på en vuxenavdelning.', ['place vuxenavdelning']],
  ['Skolan har hennes adress.', ['place Skolan', 'place adress']],
  ['Hon är på Ekdala sjukhus.', ['protectedPlace Ekdala sjukhus']],
  ['Hon är på ekdala sjukhus nu.', ['protectedPlace ekdala sjukhus']],
  ['Solbos lokaler, men inte Solbolet.', ['protectedPlace Solbos', 'unknownName Solbolet']],
  ['Hon är på Norra sjukhuset.', ['place Norra sjukhuset']],
  ['Sara Holm ringde.', ['name Sara Holm']],
  ['Peter Brandt ringde.', []],
  ['Elias bor hos Brandt.', ['name Elias']],
])('before Peter, whom a protected person fears, reads "%s" somebody looks at %o', async (text, warnings) => {
  expect(await warningsIn(text, peter)).toEqual(warnings)
})

test('the note that Peter must not see is full of warnings', async () => {
  const { text } = stories.find(({ key }) => key === 'B4')!
  expect(await warningsIn(text, peter)).toEqual([
    'name Sara',
    'name Sara',
    'place sjukhus',
    'name Elias',
    'name Elias',
    'place jourhem',
    'place sjukhus',
  ])
})

test('offsets tell where the words stand, in order', async () => {
  const text = 'Sara är på Ekdala sjukhus, Storgatan 4, 08-465 004 11. Elias går på Ekdala skola.'
  const warnings = await thirdPersonWarnings(text, peter)
  for (const { start, end, text: found } of warnings) expect(text.slice(start, end)).toBe(found)
  expect(warnings.map(({ start }) => start)).toEqual(
    warnings.map(({ start }) => start).toSorted((a, b) => a - b),
  )
})

// The same words as somebody may type, paste or send them.
test.each([
  ['decomposed', 'Hon a\u030ar pa\u030a Sjo\u0308bo.', 'protectedPlace Sjo\u0308bo'],
  ['with a zero width space', 'Hon är på Sol\u200bbo.', 'protectedPlace Sol\u200bbo'],
  ['with a joiner', 'Hon är på Sol\u200dbo.', 'protectedPlace Sol\u200dbo'],
  ['with a soft hyphen', 'Hon är på Sol\u00adbo.', 'protectedPlace Sol\u00adbo'],
  ['with a mark of byte order', 'Hon är på \ufeffSolbo.', 'protectedPlace Solbo'],
  ['with marks of direction', 'Hon är på S\u200eolb\u202eo.', 'protectedPlace S\u200eolb\u202eo'],
  ['with a variation selector', 'Hon är på Solb\ufe0fo.', 'protectedPlace Solb\ufe0fo'],
  ['with a control sign', 'Hon är på Sol\u0001bo.', 'protectedPlace Sol\u0001bo'],
  ['of full width', 'Hon är på Ｓｏｌｂｏ.', 'protectedPlace Ｓｏｌｂｏ'],
  ['beside a Turkish capital', 'İbrahim är på Solbo.', 'protectedPlace Solbo'],
  ['in capitals', 'Hon är på WEISSBO.', 'protectedPlace WEISSBO'],
  ['in Turkish capitals', 'Hon är på IŞIKGÅRDEN.', 'protectedPlace IŞIKGÅRDEN'],
  ['with a hard space', 'Hon är på Ekdala\u00a0sjukhus.', 'protectedPlace Ekdala\u00a0sjukhus'],
  ['with two spaces', 'Hon är på Ekdala  sjukhus.', 'protectedPlace Ekdala  sjukhus'],
  ['over two lines', 'Hon är på Ekdala\nsjukhus.', 'protectedPlace Ekdala\nsjukhus'],
  ['with a hyphen', 'Hon är på Ekdala-sjukhus.', 'protectedPlace Ekdala-sjukhus'],
])('a protected place %s is warned of', async (_how, text, warning) => {
  const protectedPlaces = ['Ekdala sjukhus', 'Solbo', 'Sjöbo', 'Weißbo', 'Işıkgården']
  expect(await warningsIn(text, { ...peter, protectedPlaces })).toContain(warning)
})

test.each([
  ['a name decomposed', 'Han ringde A\u030asa.', 'name A\u030asa'],
  ['a name with a soft hyphen', 'Han ringde Å\u00adsa.', 'name Å\u00adsa'],
  ['a telephone number with hard spaces', 'Ring 08‑465\u00a0004\u202f11.', 'phone 08‑465\u00a0004\u202f11'],
  ['a telephone number in Arabic digits', 'Ring ٠٧٠١٢٣٤٥٦٧.', 'phone ٠٧٠١٢٣٤٥٦٧'],
  [
    'a personal identity number digit by digit',
    'Nr 2 0 1 0 0 1 0 1 - 2 3 8 2.',
    'identityNumber 2 0 1 0 0 1 0 1 - 2 3 8 2',
  ],
  ['an address decomposed', 'Bor på Stora\u200bva\u0308gen 4.', 'address Stora\u200bva\u0308gen 4'],
])('%s is warned of', async (_how, text, warning) => {
  const known = [...peter.known, { name: 'Åsa Holm', isReader: false, isProtected: false }]
  expect(await warningsIn(text, { ...peter, known })).toContain(warning)
})

test.each(['Sara ', 'Solbo', 'Ekdala sjukhus ', 'skola ', 'A', 'skyddat boende ', 'a'])(
  'ten thousand characters of "%s" do not keep it busy',
  async (part) => {
    expect(await thirdPersonWarnings(part.repeat(Math.ceil(10_000 / part.length)), peter)).toBeInstanceOf(
      Array,
    )
  },
)
