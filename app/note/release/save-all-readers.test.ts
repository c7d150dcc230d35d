import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '../../../db/seed/people'
import { tindrasCase } from '../../../tests/support/asked'
import { draftNote, findRelease, whatIsMissing } from '../../../tests/support/draft-note'
import { testKeys } from '../../../tests/support/keys'
import { idOf } from '../../../tests/support/people'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories'
import { findAllAtOnce, saveAllReaders } from './save-all-readers'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const keys = { dataKeys: testKeys, now: storyTime }

async function reviewed(text: string) {
  const draft = await draftNote(stories, { who: 'mira', caseId: tindrasCase, text })
  await draft.reviewAll()
  const offered = await stories.asStaff('mira', async (tx) => {
    const release = await findRelease(tx, draft.noteId)
    return release && findAllAtOnce(tx, release, keys)
  })
  const drawn = offered && {
    textMark: offered.textMark,
    personIds: offered.readers.map(({ personId }) => personId),
    seen: offered.readers.flatMap(({ warnings }) => warnings.drawn.map(({ key }) => key)),
  }
  type Drawn = NonNullable<typeof drawn>
  const save = (changes: Partial<Drawn> = {}) =>
    stories.asStaff('mira', (tx) =>
      saveAllReaders(tx, { noteId: draft.noteId, drawn: { ...drawn!, ...changes }, ...keys }),
    )
  return { draft, drawn, save }
}

const plain = 'Tindra kom till kontoret.\n\nBedömning: Det fungerar.'
const levels = async (noteId: string) => {
  const { rows } = await stories.owner.query<{ person_id: string; level: string }>(
    'select person_id, level from disclosure where note_id = $1 order by person_id',
    [noteId],
  )
  return rows
}

test('one decision opens everything to every reader, and the note can be signed', async () => {
  const { draft, save } = await reviewed(plain)
  expect(await save()).toBe('saved')
  expect(await levels(draft.noteId)).toEqual(
    [idOf('tindra'), idOf('marie')].sort().map((person_id) => ({ person_id, level: 'full' })),
  )
  expect(await whatIsMissing(draft)).toBe('signed')
})

test('what there is to look at for one of them is looked at, or nothing is decided for anybody', async () => {
  const { draft, drawn, save } = await reviewed(plain)
  expect(drawn!.seen).toEqual([expect.stringContaining(`seen:${idOf('marie')}:name:Tindra`)])
  expect(await save({ seen: [] })).toBe('unseen')
  expect(await levels(draft.noteId)).toEqual([])
})

test.each([
  ['of another text', { textMark: 'another' }],
  ['without one of the readers', { personIds: [idOf('tindra')] }],
  ['with somebody who is no reader', { personIds: [idOf('tindra'), idOf('marie'), idOf('peter')] }],
])('a form %s decides nothing', async (_what, changes) => {
  const { draft, save } = await reviewed(plain)
  expect(await save(changes)).toBe('changed')
  expect(await levels(draft.noteId)).toEqual([])
})

test.each([
  ['holds what the child has said', 'Tindra säger att det är bättre hemma.'],
  ['holds the number of one of them', `Numret är ${people.marie.number}.`],
])('a note that %s is decided on one reader at a time', async (_what, text) => {
  const { drawn } = await reviewed(text)
  expect(drawn).toBeNull()
})

test('a signed note is decided on one reader at a time', async () => {
  const { draft, drawn, save } = await reviewed(plain)
  await save()
  expect(await whatIsMissing(draft)).toBe('signed')
  expect(await save(drawn!)).toBe('changed')
})
