import { afterAll, beforeAll, expect, test } from 'vitest'
import { storyId } from '../../db/seed/story-id'
import { tindrasCase } from '../../tests/support/asked'
import { openStories, type Stories } from '../../tests/support/stories'
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
