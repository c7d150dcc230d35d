import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { alvasCase, eliasCase, tindrasCase } from '../../tests/support/asked'
import {
  aboutDocument,
  aboutNote,
  aboutNothing,
  later,
  openQuestions,
  threadOf,
  thursday,
  type Questions,
} from '../../tests/support/questions'
import { findAnswerDay } from './answer-day'
import type { Question } from './ask'
import { saveDraft } from './message-draft'
import { findThread, readThread } from './read-thread'
import { findThreads } from './threads'

let world: Questions
beforeEach(async () => {
  world = await openQuestions()
})
afterEach(() => world.close())

describe('a question', () => {
  test('is theirs to read at once, with the day of its answer, and is logged', async () => {
    const threadId = threadOf(await world.ask('tindra', { ...aboutNote('A3'), paragraph: 2 }))
    const [thread, messages] = await world.asPerson('tindra', async (tx) => [
      await findThread(tx, tindrasCase, threadId),
      await readThread(tx, threadId),
    ])
    expect(thread).toMatchObject({
      subject: 'Matchen',
      answerBy: '2026-09-22',
      isLate: false,
      ...aboutNote('A3'),
      paragraph: 2,
    })
    expect(messages).toMatchObject([{ text: 'Kan jag spela?', isMine: true, readableFrom: later(60) }])
    const { rows } = await world.owner.query(
      `select actor_kind, actor_id, action, case_id from audit_event where thread_id = $1 and action <> 'readThread'`,
      [threadId],
    )
    expect(rows).toEqual([
      { actor_kind: 'person', actor_id: storyId('person', 'tindra'), action: 'asked', case_id: tindrasCase },
    ])
  })

  test.each<[string, PersonKey, Partial<Question>]>([
    ['in a case of others', 'tindra', { caseId: eliasCase }],
    ['in a case that is not there', 'tindra', { caseId: randomUUID() }],
    ['in the case of her daughter’s friend', 'marie', { caseId: eliasCase }],
    ['about a note that is withheld from him', 'peter', { caseId: eliasCase, ...aboutNote('B2') }],
    ['about a note of the other parent', 'peter', { caseId: eliasCase, ...aboutNote('B4') }],
    ['about a note for her daughter alone', 'marie', aboutNote('A3')],
    [
      'about a document of the other parent',
      'sara',
      { caseId: eliasCase, ...aboutDocument('elias/appeal-peter') },
    ],
    ['about a note of another case of nobody’s', 'tindra', { ...aboutNothing, noteId: randomUUID() }],
    ['about a document of another case', 'tindra', aboutDocument('elias/custody')],
    [
      'about a note and a document at once',
      'tindra',
      { ...aboutNote('A3'), ...{ documentId: storyId('document', 'tindra/decision') } },
    ],
    ['about what stands in another case than is named', 'peter', { caseId: eliasCase, ...aboutNote('A1') }],
  ])('%s is not %s’s to ask', async (_what, who, question) => {
    const before = await world.counted()
    expect(await world.ask(who, question)).toBeNull()
    expect(await world.counted()).toEqual(before)
  })

  test.each<[string, PersonKey, Partial<Question>]>([
    ['about nothing', 'tindra', {}],
    ['about nothing, as a guardian', 'marie', {}],
    ['about a note in full', 'tindra', { ...aboutNote('A3'), paragraph: 1 }],
    ['about a note read in part', 'peter', { caseId: eliasCase, ...aboutNote('B1'), paragraph: 1 }],
    ['about a document', 'peter', { caseId: eliasCase, ...aboutDocument('elias/custody') }],
  ])('%s is %s’s to ask', async (_what, who, question) => {
    expect(await world.ask(who, question)).toMatchObject({ outcome: 'sent' })
  })

  test.each<[PersonKey, string, string, number]>([
    ['tindra', tindrasCase, 'A3', 0],
    ['tindra', tindrasCase, 'A3', -1],
    ['tindra', tindrasCase, 'A3', 999],
    ['tindra', tindrasCase, 'A3', 2001],
    // The note has more of them than he reads.
    ['peter', eliasCase, 'B1', 2],
  ])('of %s names no paragraph that they do not see (%s, %s, %i)', async (who, caseId, key, paragraph) => {
    const threadId = threadOf(await world.ask(who, { caseId, ...aboutNote(key), paragraph }))
    const thread = await world.asPerson(who, (tx) => findThread(tx, caseId, threadId))
    expect(thread).toMatchObject({ ...aboutNote(key), paragraph: null })
  })

  test.each(['2026-09-14', '2026-10-26', null])('is not promised an answer by %s', async (answerBy) => {
    await expect(world.ask('tindra', { answerBy })).rejects.toThrow('within 40 days')
  })

  test('sent twice, even at once, is one; other words with the same key are given back, not kept', async () => {
    const before = await world.counted()
    const messageId = randomUUID()
    const sent = await Promise.all([world.ask('tindra', { messageId }), world.ask('tindra', { messageId })])
    expect(new Set(sent.map(threadOf)).size).toBe(1)
    expect(threadOf(await world.ask('tindra', { messageId }))).toBe(threadOf(sent[0]))
    expect(await world.ask('tindra', { messageId, text: 'Något annat' })).toEqual({ outcome: 'otherWords' })
    expect(await world.counted()).toEqual({
      ...before,
      threads: before.threads + 1,
      messages: before.messages + 1,
      logged: before.logged + 1,
    })
  })

  test('sent by two tabs is one, also when the one that began first comes last', async () => {
    const messageId = randomUUID()
    const first = threadOf(
      await world.ask('tindra', { messageId }, new Date('2026-09-15T09:30:00.002+02:00')),
    )
    expect(
      threadOf(await world.ask('tindra', { messageId }, new Date('2026-09-15T09:30:00.001+02:00'))),
    ).toBe(first)
  })

  test('with the key of somebody else’s message or draft tells nothing and keeps nothing', async () => {
    const [messageId, draftId] = [randomUUID(), randomUUID()]
    await world.ask('tindra', { messageId })
    await world.asPerson('tindra', (tx) =>
      saveDraft(tx, tindrasCase, {
        ...aboutNothing,
        messageId: draftId,
        threadId: null,
        subject: '',
        text: 'Hm',
      }),
    )
    const before = await world.counted()
    expect(await world.ask('marie', { messageId })).toBeNull()
    expect(await world.ask('marie', { messageId: draftId })).toBeNull()
    expect(await world.back('marie', messageId)).toBeNull()
    expect(await world.counted()).toEqual(before)
  })

  test('in a case that has ended is not taken, and the one who asks is told', async () => {
    expect(await world.ask('lina', { caseId: alvasCase })).toEqual({ outcome: 'closed' })
  })

  test('is answered within the municipality’s working days', async () => {
    const day = (when: string) => world.asPerson('tindra', (tx) => findAnswerDay(tx), new Date(when))
    const { rows } = await world.owner.query<{ answer_days: number }>(
      'select answer_days from message_rule limit 1',
    )
    expect(rows[0]!.answer_days).toBeGreaterThan(0)
    await world.owner.query('update message_rule set answer_days = 3')
    expect(await day('2026-09-15T22:40:00+02:00')).toBe('2026-09-18')
    expect(await day('2026-09-17T22:40:00+02:00')).toBe('2026-09-22')
  })

  test('stands as late when its day has passed without an answer', async () => {
    const threadId = threadOf(await world.ask('tindra'))
    const waiting = async (day: string) => {
      const found = await world.asPerson('tindra', (tx) => findThreads(tx, tindrasCase, 1), new Date(day))
      const thread = found?.threads.find(({ id }) => id === threadId)
      return [thread?.answerBy, thread?.isLate]
    }
    expect(await waiting('2026-09-22T23:00:00+02:00')).toEqual(['2026-09-22', false])
    expect(await waiting('2026-09-23T07:00:00+02:00')).toEqual(['2026-09-22', true])
    await answer(threadId, '2026-09-23T08:00:00+02:00', '2026-09-23T08:01:00+02:00')
    expect(await waiting('2026-09-23T08:00:30+02:00')).toEqual(['2026-09-22', true])
    expect(await waiting('2026-09-23T08:01:00+02:00')).toEqual([null, false])
  })
})

const answer = (threadId: string, sentAt: string, readableFrom: string) =>
  world.owner.query(
    `insert into message (municipality_id, thread_id, from_staff_id, text, sent_at, readable_from)
     select municipality_id, id, $2, 'Ja!', $3, $4 from question_thread where id = $1`,
    [threadId, storyId('staff', 'mira'), sentAt, readableFrom],
  )

test('an answer is read, counted as new and receipted from the moment it can no longer be taken back', async () => {
  const threadId = threadOf(await world.ask('tindra'))
  await answer(threadId, '2026-09-15T09:10:00+02:00', '2026-09-15T09:11:00+02:00')
  const seen = async (when: string) => {
    const at = new Date(when)
    const found = await world.asPerson('tindra', (tx) => findThreads(tx, tindrasCase, 1), at)
    const messages = await world.asPerson('tindra', (tx) => readThread(tx, threadId), at)
    return [found?.threads.find(({ id }) => id === threadId)?.isNew, messages.map(({ text }) => text)]
  }
  expect(await seen('2026-09-15T09:10:59+02:00')).toEqual([false, ['Kan jag spela?']])
  const { rows } = await world.owner.query(
    `select from message_receipt r join message m on m.id = r.message_id where m.thread_id = $1`,
    [threadId],
  )
  expect(rows).toEqual([])
  expect(await seen('2026-09-15T09:11:00+02:00')).toEqual([true, ['Kan jag spela?', 'Ja!']])
})

describe('a reply', () => {
  test('stands in its thread, once however often it is sent', async () => {
    const messageId = randomUUID()
    const before = await world.counted()
    await Promise.all([
      world.reply('tindra', thursday, 'Ja, det passar.', messageId),
      world.reply('tindra', thursday, 'Ja, det passar.', messageId),
    ])
    expect(await world.counted()).toEqual({
      ...before,
      messages: before.messages + 1,
      logged: before.logged + 1,
    })
    expect(await world.reply('tindra', thursday, 'Nej', messageId)).toEqual({ outcome: 'otherWords' })
  })

  test.each<PersonKey>(['marie', 'peter', 'sara', 'lina', 'leo'])(
    'is not %s’s to write in Tindra’s thread',
    async (who) => {
      const before = await world.counted()
      expect(await world.reply(who, thursday)).toBeNull()
      expect(await world.counted()).toEqual(before)
    },
  )

  test('in a case that ended meanwhile is not taken, and its writer is told', async () => {
    await world.owner.query(`update case_file set closed_on = '2026-09-15' where id = $1`, [tindrasCase])
    const before = await world.counted()
    expect(await world.reply('tindra', thursday)).toEqual({ outcome: 'closed' })
    expect(await world.counted()).toEqual(before)
  })
})
