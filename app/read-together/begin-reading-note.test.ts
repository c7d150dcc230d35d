import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { alvasCase } from '../../tests/support/asked'
import { idOf } from '../../tests/support/people'
import { openReading, prepare } from '../../tests/support/reading-together'
import { openStories, storyTime, type Stories } from '../../tests/support/stories'
import { openNote } from '../note/draft/open-note'
import { beginReadingNote } from './begin-reading-note'
import { markItem, readItem } from './reading'
import { listReadingRecords, settleWondering } from './records'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const chosen = [
  { kind: 'note' as const, id: storyId('note', 'C2') },
  { kind: 'document' as const, id: storyId('document', 'alva/letter') },
  { kind: 'plan' as const, id: null },
]

/** Alva reads the first two of three, wonders at the first and understands the second. */
async function read(): Promise<string> {
  const device = await openReading(stories, chosen)
  await device.as(async (tx) => {
    await readItem(tx, { kind: 'note', position: 1 })
    await markItem(tx, 1, 'explained')
    await markItem(tx, 1, 'wondering')
    await readItem(tx, { kind: 'document', position: 2 })
    await markItem(tx, 2, 'understood')
  })
  return device.id
}

const begin = (who: StaffKey, readingId: string, noteId: string = randomUUID()) =>
  stories.asStaff(who, (tx) =>
    beginReadingNote(tx, {
      readingId,
      noteId,
      versionId: randomUUID(),
      authorId: idOf(who),
      now: storyTime,
    }),
  )

test('a note begins with what was read, what was explained and what the child pressed', async () => {
  const [reading, noteId] = [await read(), randomUUID()]
  await stories.asStaff('olle', (tx) => settleWondering(tx, reading, 1))
  expect(await begin('olle', reading, noteId)).toBe(noteId)
  // Pressed twice: the same draft.
  expect(await begin('olle', reading, noteId)).toBe(noteId)
  const note = await stories.asStaff('olle', (tx) => openNote(tx, noteId))
  const paragraphs = (note?.draft?.text ?? '').split('\n\n')
  expect(paragraphs).toEqual([
    'Alva läste tillsammans med oss 15 september 2026 09.00.',
    expect.stringMatching(
      /^Läst: ”.+”\. Vi pratade om det\. Alva tryckte: ”Jag undrar något”\. Vi pratade om det som Alva undrade 15 september\.$/,
    ),
    expect.stringMatching(/^Läst: ”.+”\. Alva tryckte: ”Jag förstår”\.$/),
    'Inte läst: planen.',
  ])
  expect(note?.draft?.reviewedAt).toBeNull()
})

test('a reading that nobody has opened begins no note', async () => {
  const { id } = await prepare(stories, chosen)
  expect(await begin('olle', id!)).toBeNull()
})

test.each<[StaffKey, boolean]>([
  ['olle', true],
  ['mira', true],
  ['jonas', true],
  ['samira', false],
  ['hanna', false],
  ['eva', false],
  ['nils', false],
])('%s sees the time in the list and may begin a note of it: %s', async (who, mayThey) => {
  const [reading, noteId] = [await read(), randomUUID()]
  const listed = await stories.asStaff(who, (tx) => listReadingRecords(tx, alvasCase, 10))
  expect(listed.map(({ id, isOpen, counts }) => ({ id, isOpen, counts }))).toEqual(
    mayThey
      ? [
          {
            id: reading,
            isOpen: true,
            counts: { read: 2, explained: 1, understood: 1, wondering: 1, enough: 0 },
          },
        ]
      : [],
  )
  expect(await begin(who, reading, noteId)).toBe(mayThey ? noteId : null)
  const { rows } = await stories.owner.query('select from note where id = $1', [noteId])
  expect(rows).toHaveLength(mayThey ? 1 : 0)
})
