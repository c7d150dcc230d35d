import { expect, test } from 'vitest'
import { enteredFacts, writtenFrom } from '../../../tests/support/document-facts'
import { lix } from '../../text/readability'
import { contentSchema, type DocumentContent } from '../content/content'
import { textsOf } from '../content/texts-of'
import { citation, fullCitation, LawNotChecked, lawOn } from '../law'
import { daysAfter, monthsAfter, swedishDay } from './swedish-days'
import { templates, type TemplateName } from './templates'

const names = Object.keys(templates) as TemplateName[]
const wordsOf = ({ blocks }: DocumentContent) => blocks.flatMap(textsOf).join('\n')

test.each(names)(
  'what %s writes is a whole document with its number, its day and whom it is about',
  (name) => {
    const content = contentSchema.parse(writtenFrom(name))
    expect(content).toMatchObject({
      language: 'sv',
      reference: 'SN 2026-0412',
      issuer: { name: 'Ekdala kommun' },
    })
    expect(content.blocks[0]).toMatchObject({ kind: 'facts' })
    expect(wordsOf(content)).toContain('14 september 2026')
    expect(wordsOf(content)).toContain(String(enteredFacts[name]['concerns']))
  },
)

test.each(names)('what %s writes is plain Swedish', (name) => {
  const sentences = writtenFrom(name).blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [],
  )
  expect(lix(sentences.join(' '))).toBeLessThanOrEqual(35)
})

test.each(names)('what %s writes names no old section and no law that nobody has checked', (name) => {
  expect(wordsOf(writtenFrom(name))).not.toMatch(/2001:453|14 kap\. 1 §/)
})

test('a decision on immediate custody is submitted within a week, not appealed', () => {
  const words = wordsOf(writtenFrom('custodyLvu'))
  expect(words).toContain(
    'Vi skickar beslutet till förvaltningsrätten senast den 21 september 2026 (7 § LVU).',
  )
  expect(words).toContain('Omhändertagandet går inte att överklaga, för domstolen prövar det ändå')
  expect(words).toContain('inom fyra veckor från den dag då omhändertagandet genomfördes')
  expect(words).not.toContain('tre veckor')
})

test('a decision on immediate custody says which ground it has, and what could not be awaited', () => {
  const words = wordsOf(writtenFrom('custodyLvu', { ground: 'LVU 3', risk: 'investigation' }))
  expect(words).toContain('enligt 3 § LVU på grund av den unges eget beteende')
  expect(words).toContain('därför att utredningen allvarligt kan bli svårare (6 § LVU)')
})

test('the chair’s decision says why the committee could not be awaited and when it is told; the committee’s does not', () => {
  const chair = wordsOf(writtenFrom('custodyLvu'))
  expect(chair).toContain('Beslutet anmäls till nämnden vid nästa sammanträde, den 23 september 2026.')
  expect(wordsOf(writtenFrom('custodyLvu', { urgent: undefined }))).not.toContain('sammanträde')
})

test('decisions on place and contact can each be appealed within three weeks from when one got them', () => {
  const words = wordsOf(writtenFrom('placementLvu'))
  expect(words).toContain('Du kan överklaga besluten (41 § LVU).')
  expect(words).toContain('inom tre veckor från den dag du fick beslutet (44 § förvaltningslagen)')
  expect(words).toContain('Vi tar upp besluten enligt 14 § LVU igen senast den 14 december 2026.')
})

test.each([
  ['Socialnämnden', 'till socialnämnden i Ekdala kommun'],
  ['LSS-nämnden', 'till LSS-nämnden i Ekdala kommun'],
])('an appeal against %s is sent %s', (board, to) => {
  expect(wordsOf(writtenFrom('placementLvu', { board }))).toContain(to)
})

test.each([
  [{ contact: [], whereabouts: [] }, 'Beslut om boende enligt 11 § LVU'],
  [{ placement: undefined, whereabouts: [] }, 'Beslut om umgänge enligt 14 § LVU'],
  [{}, 'Beslut om boende, umgänge och hemlig vistelseort enligt 11 och 14 §§ LVU'],
])('a decision on a part of it is named for that part', (left, title) => {
  expect(writtenFrom('placementLvu', left).title).toBe(title)
})

test('a decision on place alone is not taken up again by itself, and one on nothing is refused', () => {
  const nothing = { placement: undefined, contact: [], whereabouts: [] }
  expect(wordsOf(writtenFrom('placementLvu', { contact: [], whereabouts: [] }))).not.toContain('tredje månad')
  expect(() => writtenFrom('placementLvu', nothing)).toThrow('decision.none')
})

test('custody of an adult is submitted at the latest the day after', () => {
  const words = wordsOf(writtenFrom('custodyLvm'))
  expect(words).toContain('senast den 15 september 2026 (15 § LVM)')
  expect(words).toContain('inom fyra dagar (17 § LVM)')
  expect(words).toContain('går inte att överklaga, för domstolen prövar det ändå (15 § LVM och 44 § LVM)')
})

test('a refused intervention can be appealed as a granted one can', () => {
  const refused = writtenFrom('interventionSol', { outcome: 'refused', from: undefined, to: undefined })
  expect(refused.title).toBe('Beslut att inte ge familjebehandling')
  expect(wordsOf(refused)).toContain('Du kan överklaga beslutet (35 kap. 1 § socialtjänstlagen).')
})

test('a consent can be taken back, and two guardians are asked each by themselves', () => {
  expect(wordsOf(writtenFrom('consent'))).toContain('Du kan ta tillbaka ditt ja när du vill.')
  expect(wordsOf(writtenFrom('consent'))).toContain('Vi frågar var och en för sig.')
})

test('a plan shows its goals as a table', () => {
  const table = writtenFrom('implementationPlan').blocks.find(({ kind }) => kind === 'table')
  expect(table).toMatchObject({ head: ['Mål', 'Så gör vi', 'När'], rows: { length: 2 } })
})

test('no decision cites a law for a day for which nobody has checked it', () => {
  expect(() => writtenFrom('interventionSol', { on: '2025-06-30' })).toThrow(LawNotChecked)
  expect(citation('SoL 35:1', '2025-07-01')).toBe('35 kap. 1 § socialtjänstlagen')
  expect(fullCitation('LVU 6', '2026-09-14')).toBe(
    '6 § lagen (1990:52) med särskilda bestämmelser om vård av unga',
  )
})

test('a section says where it was read', () => {
  expect(lawOn('FL 44', '2026-09-14')).toMatchObject({
    about: 'överklagande inom tre veckor',
    source: expect.stringContaining('SFS 2017:900') as string,
  })
})

test('days are counted by the calendar', () => {
  expect(daysAfter('2026-12-28', 7)).toBe('2027-01-04')
  expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28')
  expect(monthsAfter('2026-09-14', 3)).toBe('2026-12-14')
  expect(swedishDay('2026-05-01')).toBe('1 maj 2026')
})
