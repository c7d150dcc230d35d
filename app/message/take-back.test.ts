import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people'
import { tindrasCase } from '../../tests/support/asked'
import {
  aboutNote,
  aboutNothing,
  later,
  openQuestions,
  threadOf,
  thursday,
  type Questions,
} from '../../tests/support/questions'
import { findQuestionDraft, findReplyDraft, saveDraft } from './message-draft'
import { readStaffThread } from './staff-thread'

let world: Questions
beforeEach(async () => {
  world = await openQuestions()
})
afterEach(() => world.close())

test('a question that is taken back is a draft with all its words, and nothing is left for anybody to see', async () => {
  const messageId = randomUUID()
  const before = await world.counted()
  await world.ask('tindra', { messageId, ...aboutNote('A3'), paragraph: 1 })
  expect(await world.back('tindra', messageId, later(59))).toEqual({ outcome: 'back', threadId: null })
  expect(await world.counted()).toEqual({ ...before, drafts: before.drafts + 1, logged: before.logged + 2 })
  const draft = await world.asPerson('tindra', (tx) => findQuestionDraft(tx, tindrasCase, messageId))
  expect(draft).toMatchObject({
    messageId,
    subject: 'Matchen',
    text: 'Kan jag spela?',
    ...aboutNote('A3'),
    paragraph: 1,
  })
  // Sent again, it is the same message.
  expect(threadOf(await world.ask('tindra', { messageId }, later(70)))).toBeDefined()
  expect(await world.counted()).toMatchObject({ drafts: before.drafts, messages: before.messages + 1 })
})

test('taking back twice, in two tabs, is once', async () => {
  const messageId = randomUUID()
  await world.ask('tindra', { messageId })
  const both = await Promise.all([
    world.back('tindra', messageId, later(5)),
    world.back('tindra', messageId, later(5)),
  ])
  expect(both).toEqual([
    { outcome: 'back', threadId: null },
    { outcome: 'back', threadId: null },
  ])
  const { rows } = await world.owner.query(`select from audit_event where action = 'tookBackMessage'`)
  expect(rows).toHaveLength(1)
})

test('a reply that is taken back leaves the thread, with the words as its draft', async () => {
  const messageId = randomUUID()
  await world.reply('tindra', thursday, 'Ja!', messageId)
  expect(await world.back('tindra', messageId, later(30))).toEqual({ outcome: 'back', threadId: thursday })
  const draft = await world.asPerson('tindra', (tx) => findReplyDraft(tx, tindrasCase, thursday))
  expect(draft).toMatchObject({ messageId, text: 'Ja!' })
})

test('taking back is too late from the moment it can be read, and takes nothing', async () => {
  const messageId = randomUUID()
  const threadId = threadOf(await world.ask('tindra', { messageId }))
  const before = await world.counted()
  expect(await world.back('tindra', messageId, later(60))).toEqual({ outcome: 'late', threadId })
  expect(await world.counted()).toEqual(before)
})

test('taking back is too late for what staff have seen, though the taking back began before', async () => {
  const messageId = randomUUID()
  const threadId = threadOf(await world.ask('tindra', { messageId }))
  expect(await world.asStaff('mira', (tx) => readStaffThread(tx, threadId), later(60))).not.toBeNull()
  expect(await world.back('tindra', messageId, later(59))).toEqual({ outcome: 'late', threadId })
  expect(await world.asStaff('mira', (tx) => readStaffThread(tx, threadId), later(61))).not.toBeNull()
})

test.each<PersonKey>(['marie', 'peter', 'leo'])(
  'taking back is not %s’s to do with what Tindra sent',
  async (who) => {
    const messageId = randomUUID()
    await world.ask('tindra', { messageId })
    const before = await world.counted()
    expect(await world.back(who, messageId, later(5))).toBeNull()
    expect(await world.counted()).toEqual(before)
  },
)

test('taking back keeps what is being written on in the thread as a question of its own', async () => {
  const [messageId, draftId] = [randomUUID(), randomUUID()]
  const threadId = threadOf(await world.ask('tindra', { messageId }))
  await world.asPerson('tindra', (tx) =>
    saveDraft(tx, tindrasCase, {
      ...aboutNothing,
      messageId: draftId,
      threadId,
      subject: '',
      text: 'Och en sak till',
    }),
  )
  await world.back('tindra', messageId, later(5))
  const draft = await world.asPerson('tindra', (tx) => findQuestionDraft(tx, tindrasCase, draftId))
  expect(draft).toMatchObject({ text: 'Och en sak till', subject: 'Matchen', threadId: null })
})
