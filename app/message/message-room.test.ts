import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storyId } from '../../db/seed/story-id'
import { tindrasCase } from '../../tests/support/asked'
import { askQuestion } from '../../tests/support/asked-question'
import { openStories, type Stories } from '../../tests/support/stories'
import { answerThread } from './answer-thread'
import { findThread, readThread } from './read-thread'
import { findThreads } from './threads'

const thursday = storyId('question_thread', 'tindra/thursday')

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

test('reading an answer leaves the receipt that it was seen', async () => {
  const isNew = async () => {
    const found = await stories.asPerson('tindra', (tx) => findThreads(tx, tindrasCase, 1))
    return found?.threads.find(({ id }) => id === thursday)?.isNew
  }
  expect(await isNew()).toBe(true)
  const messages = await stories.asPerson('tindra', (tx) => readThread(tx, thursday))
  expect(messages.map(({ isMine, from }) => [isMine, from])).toEqual([
    [true, null],
    [false, 'Mira'],
  ])
  expect(await isNew()).toBe(false)
})

test('a question belongs to the one who asked: her mother, in the same case, does not find it', async () => {
  const [thread, list, messages] = await stories.asPerson('marie', async (tx) => [
    await findThread(tx, tindrasCase, thursday),
    await findThreads(tx, tindrasCase, 1),
    await readThread(tx, thursday),
  ])
  expect(thread).toBeUndefined()
  expect(list?.threads).toEqual([])
  expect(messages).toEqual([])
})

test('what staff can still take back is not there for the person: no words, nothing new, no receipt', async () => {
  const { threadId } = await askQuestion(stories)
  const answer = { id: randomUUID(), text: 'Ja, det går bra.', lastShown: null, wordsShown: 1 }
  const after = (seconds: number) => new Date(Date.parse('2026-09-15T10:00:00+02:00') + seconds * 1000)
  const seenAt = (when: Date) =>
    stories.asPerson(
      'tindra',
      async (tx) => {
        const found = await findThreads(tx, tindrasCase, 1)
        const words = (await readThread(tx, threadId)).map(({ text }) => text)
        return { isNew: found?.threads.find(({ id }) => id === threadId)?.isNew, words }
      },
      when,
    )
  await stories.asStaff('mira', (tx) => answerThread(tx, threadId, answer), after(0))
  expect(await seenAt(after(59))).toEqual({ isNew: false, words: ['Får jag byta?'] })
  const receipts = await stories.owner.query('select from message_receipt where message_id = $1', [answer.id])
  expect(receipts.rows).toEqual([])
  expect(await seenAt(after(60))).toEqual({ isNew: true, words: ['Får jag byta?', answer.text] })
})
