import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askQuestion, write } from '../../tests/support/asked-question'
import { secondOwner } from '../../tests/support/second-owner'
import { openStories, type Stories } from '../../tests/support/stories'
import { untilItHangs } from '../../tests/support/until-it-hangs'
import { listWaiting } from '../case/staff/today-waiting'
import { answerThread, takeBackAnswer } from './answer-thread'
import { readThread } from './read-thread'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const nine = new Date('2026-09-15T09:00:00+02:00')
const after = (seconds: number) => new Date(nine.getTime() + seconds * 1000)

test('an answer that was written before the person wrote more is not sent: the new words are read first', async () => {
  const { threadId, messageId } = await askQuestion(stories)
  await write(stories, threadId, {
    at: '2026-09-15T09:05:00+02:00',
    readableFrom: '2026-09-15T09:05:30+02:00',
    text: 'Och får jag ta med min bror?',
  })
  const answer = { id: randomUUID(), text: 'Ja.', lastShown: messageId }
  const send = (wordsShown: number, when: Date) =>
    stories.asStaff('mira', (tx) => answerThread(tx, threadId, { ...answer, wordsShown }), when)
  expect(await send(1, after(331))).toBe('newer')
  const waits = async () =>
    (await stories.asStaff('mira', (tx) => listWaiting(tx), after(340))).some(({ id }) => id === threadId)
  expect(await waits()).toBe(true)
  expect(await send(2, after(335))).toBe('sent')
  expect(await waits()).toBe(false)
})

test('what the person can still take back keeps no answer from going', async () => {
  const { threadId, messageId } = await askQuestion(stories)
  await write(stories, threadId, {
    at: '2026-09-15T08:59:50+02:00',
    readableFrom: '2026-09-15T09:00:20+02:00',
  })
  const answer = { id: randomUUID(), text: 'Ja.', lastShown: messageId, wordsShown: 1 }
  expect(await stories.asStaff('mira', (tx) => answerThread(tx, threadId, answer))).toBe('sent')
})

async function answered() {
  const { threadId, messageId } = await askQuestion(stories)
  const id = randomUUID()
  const answer = { id, text: 'Ja.', lastShown: messageId, wordsShown: 1 }
  await stories.asStaff('mira', (tx) => answerThread(tx, threadId, answer), nine)
  const { rows } = await stories.owner.query<{ readable: Date }>(
    'select readable_from as readable from message where id = $1',
    [id],
  )
  return { threadId, id, readable: rows[0]!.readable }
}

test('an answer that is read in the moment in which it is taken back is not taken back', async () => {
  const { threadId, id, readable } = await answered()
  const reader = await secondOwner(stories)
  try {
    await reader.query('begin')
    await reader.query(
      'insert into message_receipt (municipality_id, message_id, seen_at) select municipality_id, id, $2 from message where id = $1',
      [id, readable],
    )
    const taking = stories.asStaff('mira', (tx) => takeBackAnswer(tx, threadId, id), after(1))
    await untilItHangs(stories, 'staff_take_back')
    await reader.query('commit')
    expect(await taking).toBe('late')
  } finally {
    await reader.end()
  }
})

test('whoever reads in the moment in which an answer is taken back sees the thread without it', async () => {
  const { threadId, id, readable } = await answered()
  let reading: ReturnType<typeof read> | undefined
  const read = () => stories.asPerson('tindra', (tx) => readThread(tx, threadId), readable)
  await stories.asStaff(
    'mira',
    async (tx) => {
      expect(await takeBackAnswer(tx, threadId, id)).toBe('taken')
      reading = read()
      await untilItHangs(stories, 'person_read_thread')
    },
    after(1),
  )
  expect((await reading!).map(({ text }) => text)).toEqual(['Får jag byta?'])
})
