import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people'
import { tindrasCase } from '../../tests/support/asked'
import { aboutNothing, later, openQuestions, threadOf, type Questions } from '../../tests/support/questions'
import { keepWritten } from './keep-written'
import { listDrafts, saveDraft } from './message-draft'

let world: Questions
beforeEach(async () => {
  world = await openQuestions()
  await world.owner.query('update message_rule set most_drafts = 3')
})
afterEach(() => world.close())

const written = (messageId: string) => ({
  ...aboutNothing,
  messageId,
  threadId: null,
  kind: 'question' as const,
  subject: 'Skolan',
  text: 'Jag undrar en sak',
})
const save = (who: PersonKey, messageId: string = randomUUID()) =>
  world.asPerson(who, (tx) => saveDraft(tx, tindrasCase, written(messageId)))

test('as many are begun as the municipality says, even at once; those that are begun are written on, and others begin theirs', async () => {
  const first = randomUUID()
  await save('tindra', first)
  const rest = await Promise.all([save('tindra'), save('tindra'), save('tindra')])
  expect(rest.toSorted()).toEqual(['saved', 'saved', 'tooMany'])
  expect(await save('tindra', first)).toBe('saved')
  expect(await save('marie')).toBe('saved')
  expect(await world.asPerson('tindra', (tx) => listDrafts(tx, tindrasCase))).toHaveLength(3)
})

test('without a rule of the municipality it is twenty', async () => {
  await world.owner.query('delete from message_rule')
  for (let each = 0; each < 20; each++) expect(await save('tindra')).toBe('saved')
  expect(await save('tindra')).toBe('tooMany')
})

test('who has as many as one may gets all their words back, and can still send them', async () => {
  for (let each = 0; each < 3; each++) await save('tindra')
  const messageId = randomUUID()
  const kept = world.asPerson('tindra', (tx) =>
    keepWritten(tx, tindrasCase, { ...written(messageId), fault: null }),
  )
  await expect(kept).rejects.toMatchObject({
    data: { problem: 'tooManyDrafts', kept: ['Skolan', 'Jag undrar en sak'] },
    init: { status: 409 },
  })
  threadOf(await world.ask('tindra', { messageId }))
})

test('what is taken back is a draft again, however many there are', async () => {
  const messageId = randomUUID()
  await world.ask('tindra', { messageId })
  for (let each = 0; each < 3; each++) await save('tindra')
  expect(await world.back('tindra', messageId, later(5))).toMatchObject({ outcome: 'back' })
  expect(await world.asPerson('tindra', (tx) => listDrafts(tx, tindrasCase))).toHaveLength(4)
})

test('a draft says until when it is kept', async () => {
  await world.owner.query('update message_rule set draft_days = 30')
  await save('tindra')
  const [draft] = await world.asPerson('tindra', (tx) => listDrafts(tx, tindrasCase))
  expect(draft?.keptUntil).toEqual(new Date('2026-10-15T09:00:00+02:00'))
})
