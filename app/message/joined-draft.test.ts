import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tindrasCase } from '../../tests/support/asked'
import { askQuestion } from '../../tests/support/asked-question'
import { aboutNothing, later, openQuestions, thursday, type Questions } from '../../tests/support/questions'
import { draftFault } from './answer-in'
import { answerThread, keepAnswer, takeBackAnswer } from './answer-thread'
import { listDrafts, saveDraft } from './message-draft'
import { readStaffThread } from './staff-thread'

let world: Questions
beforeEach(async () => {
  world = await openQuestions()
})
afterEach(() => world.close())

const answer = `Början ${'a'.repeat(1900)} slut.`
const begun = `Mer ${'b'.repeat(9900)} klart.`

test('an answer that is taken back and what was begun after it are one draft, and no word of either is cut off', async () => {
  const { threadId } = await askQuestion(world)
  const id = randomUUID()
  await world.asStaff('mira', (tx) =>
    answerThread(tx, threadId, { id, text: answer, lastShown: null, wordsShown: 1 }),
  )
  await world.asStaff('mira', (tx) => keepAnswer(tx, threadId, { id: randomUUID(), text: begun }), later(20))
  expect(await world.asStaff('mira', (tx) => takeBackAnswer(tx, threadId, id), later(30))).toBe('taken')
  const draft = async () =>
    (await world.asStaff('mira', (tx) => readStaffThread(tx, threadId), later(40)))?.draft
  expect(await draft()).toBe(`${answer}\n\n${begun}`)
  // And it is kept like any other while it is written on.
  const written = `${await draft()} Ett ord till.`
  expect(draftFault(written)).toBeNull()
  await world.asStaff('mira', (tx) => keepAnswer(tx, threadId, { id, text: written }), later(50))
  expect(await draft()).toBe(written)
})

test('a person’s message that is taken back and what was begun after it are two drafts, each with all its words', async () => {
  const [messageId, begunId] = [randomUUID(), randomUUID()]
  await world.reply('tindra', thursday, answer, messageId)
  const words = { ...aboutNothing, kind: 'question' as const, threadId: thursday, subject: '', text: begun }
  await world.asPerson('tindra', (tx) => saveDraft(tx, tindrasCase, { ...words, messageId: begunId }))
  expect(await world.back('tindra', messageId, later(30))).toMatchObject({ outcome: 'back' })
  const drafts = await world.asPerson('tindra', (tx) => listDrafts(tx, tindrasCase), later(30))
  const texts = new Map(drafts.map((draft) => [draft.messageId, draft.text]))
  expect([texts.get(messageId), texts.get(begunId)]).toEqual([answer, begun])
})
