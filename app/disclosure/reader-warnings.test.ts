import { expect, test } from 'vitest'
import { readerWarnings } from './reader-warnings'
import { shownText } from '../note/release/shown-text'
import type { VersionText } from '../note/release/version-text'

const now = new Date('2026-09-15T07:00:00Z')
const people = [
  { id: 'elias', name: 'Elias Holm Brandt', isProtected: false },
  { id: 'sara', name: 'Sara Holm', isProtected: true },
  { id: 'peter', name: 'Peter Brandt', isProtected: false },
]
const version: VersionText = {
  title: 'Samtal',
  paragraphs: [{ voice: 'statement', text: 'Jag är på sjukhuset.', speaker: 'Sara', speakerId: 'sara' }],
  childTitle: 'Mamma',
  childText: 'Mamma är på Solbo.',
  childTextEasy: 'Mamma mår bra.',
  changeReason: 'Fel namn på Yasmin',
  readBackTo: 'Sara',
}
const note = { source: 'Samtal med Sara', versions: [version] }

const warned = async (reader: { personId: string; name: string }, texts: string[]) => {
  const warnings = await readerWarnings(reader, texts, { people, caseWords: ['Solbo'], now })
  return warnings.map(({ kind, text }) => `${kind} ${text}`)
}

test('everything has every word of every version, and where it comes from', () => {
  expect(shownText({ level: 'full', title: '', parts: [] }, note)).toEqual([
    'Samtal med Sara',
    'Samtal',
    'Fel namn på Yasmin',
    'Sara',
    'Jag är på sjukhuset.',
    'Mamma',
    'Mamma är på Solbo.',
    'Mamma mår bra.',
  ])
})

test.each([
  ['partial', ['Kort', 'Vi sågs.']],
  ['title', ['Kort']],
  ['withheld', []],
  ['later', []],
  ['', []],
] as const)('level %s has its own words alone', (level, texts) => {
  const own = { level, title: 'Kort', parts: [{ voice: 'fact' as const, text: 'Vi sågs.' }] }
  expect(shownText(own, note)).toEqual(texts)
})

test('beside a protected person, a guardian’s text is searched for her name, her places and the words of the case', async () => {
  const texts = shownText({ level: 'full', title: '', parts: [] }, note)
  expect(await warned({ personId: 'peter', name: 'Peter Brandt' }, texts)).toEqual(
    expect.arrayContaining(['name Sara', 'place sjukhuset', 'protectedPlace Solbo', 'unknownName Yasmin']),
  )
})

test('a person is not warned of to herself', async () => {
  const kinds = await warned({ personId: 'sara', name: 'Sara Holm' }, ['Sara är på sjukhuset Solbo.'])
  expect(kinds).not.toContain('name Sara')
})

test('what stands twice is one warning, however its letters are put together', async () => {
  expect(
    await warned({ personId: 'peter', name: 'Peter Brandt' }, ['Sara kom.', 'Sa\u00adra gick.']),
  ).toEqual(['name Sara'])
})

test('a word that was seen is seen where it stood, not where it is used later', async () => {
  const peter = { personId: 'peter', name: 'Peter Brandt' }
  const keyOf = async (texts: string[]) =>
    (await readerWarnings(peter, texts, { people, caseWords: ['Solbo'], now })).map(({ key }) => key)
  const [seen] = await keyOf(['Sara kom.', 'Vi pratade.'])
  expect(await keyOf(['Sara kom.', 'Vi pratade länge.'])).toEqual([seen])
  expect(await keyOf(['Sara kom.', 'Sara bor kvar.'])).not.toContain(seen)
  expect(await keyOf(['Sara bor kvar.'])).not.toContain(seen)
})

test('a word in very many places is seen part by part, and what is added last costs only the last tick', async () => {
  const peter = { personId: 'peter', name: 'Peter Brandt' }
  const many = (count: number) =>
    readerWarnings(peter, ['Sara kom. '.repeat(count)], { people, caseWords: [], now })
  const shown = await many(120)
  expect(shown.map(({ part, places }) => [part, places.length])).toEqual([
    [{ from: 1, to: 50, all: 120 }, 50],
    [{ from: 51, to: 100, all: 120 }, 50],
    [{ from: 101, to: 120, all: 120 }, 20],
  ])
  expect(new Set(shown.map(({ key }) => key)).size).toBe(3)
  const later = (await many(121)).map(({ key }) => key)
  const isKept = shown.map(({ key }) => later.includes(key))
  expect(isKept).toEqual([true, true, false])
  expect((await many(50)).map(({ part }) => part)).toEqual([null])
})
