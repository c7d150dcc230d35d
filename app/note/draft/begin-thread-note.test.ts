import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffKey } from '../../../db/seed/people'
import { storyId } from '../../../db/seed/story-id'
import { askQuestion } from '../../../tests/support/asked-question'
import { idOf } from '../../../tests/support/people'
import { openStories, type Stories } from '../../../tests/support/stories'
import { answerThread } from '../../message/answer-thread'
import { beginThreadNote } from './begin-thread-note'
import { openNote } from './open-note'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const now = new Date('2026-09-15T09:00:00+02:00')
const begin = (who: StaffKey, threadId: string, noteId: string = randomUUID()) =>
  stories.asStaff(who, (tx) =>
    beginThreadNote(tx, {
      threadId,
      noteId,
      versionId: randomUUID(),
      authorId: idOf(who),
      now,
    }),
  )

test('a note begins with what was asked and answered, word for word, and who said what', async () => {
  const noteId = randomUUID()
  const thread = storyId('question_thread', 'tindra/mentor')
  expect(await begin('mira', thread, noteId)).toBe(noteId)
  // Pressed twice: the same draft.
  expect(await begin('mira', thread, noteId)).toBe(noteId)
  const note = await stories.asStaff('mira', (tx) => openNote(tx, noteId))
  const text = note?.draft?.text ?? ''
  expect(text).toMatch(
    /^Tindra Ek skrev 20 mars 2026 21\.14: ”Hej! Måste min mentor få veta hur vi har det hemma\?”\n\nMira Sandell skrev 23 mars 2026 09\.05: ”Hej Tindra! Nej\./,
  )
  expect(note?.draft?.reviewedAt).toBeNull()
})

test('what can still be taken back does not stand in it, and without an answer there is nothing to note', async () => {
  const { threadId } = await askQuestion(stories)
  expect(await begin('mira', threadId)).toBeNull()
  await stories.asStaff('mira', (tx) =>
    answerThread(tx, threadId, { id: randomUUID(), text: 'Ja.', lastShown: null, wordsShown: 1 }),
  )
  expect(await begin('mira', threadId)).toBeNull()
})

test.each<StaffKey>(['olle', 'hanna', 'eva', 'nils'])(
  '%s begins none of a thread not open to them',
  async (who) => {
    const noteId = randomUUID()
    expect(await begin(who, storyId('question_thread', 'tindra/mentor'), noteId)).toBeNull()
    const { rows } = await stories.owner.query('select from note where id = $1', [noteId])
    expect(rows).toEqual([])
  },
)
