import { randomUUID } from 'node:crypto'
import { beforeEach, afterEach, expect, test } from 'vitest'
import type { StaffKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { alvasCase } from '../../tests/support/asked'
import { askQuestion, write } from '../../tests/support/asked-question'
import { idOf } from '../../tests/support/people'
import { openStories, type Stories } from '../../tests/support/stories'
import { listWaiting } from '../case/staff/today-waiting'
import { answerThread, keepAnswer, needsNoAnswer, takeBackAnswer } from './answer-thread'
import { readStaffThread } from './staff-thread'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const nine = new Date('2026-09-15T09:00:00+02:00')
const after = (seconds: number) => new Date(nine.getTime() + seconds * 1000)

type Sent = { id?: string; text?: string; lastShown?: string | null; wordsShown?: number }
const answer = (who: StaffKey, thread: string, sent: Sent = {}, when = nine) =>
  stories.asStaff(
    who,
    (tx) =>
      answerThread(tx, thread, {
        id: randomUUID(),
        text: 'Ja, det går bra.',
        lastShown: null,
        wordsShown: 1,
        ...sent,
      }),
    when,
  )
const read = (who: StaffKey, thread: string, when = nine) =>
  stories.asStaff(who, (tx) => readStaffThread(tx, thread), when)
const textsOf = async (who: StaffKey, thread: string, when = nine) =>
  (await read(who, thread, when))?.messages.map(({ text }) => text)
const waits = async (who: StaffKey, thread: string, when = nine) =>
  (await stories.asStaff(who, (tx) => listWaiting(tx), when)).some(({ id }) => id === thread)
const rows = async (text: string, values: unknown[] = []) =>
  (await stories.owner.query<Record<string, unknown>>(text, values)).rows
const logged = (thread: string) =>
  rows(
    `select actor_id, action from audit_event where thread_id = $1 and action <> 'readThread' order by at, action`,
    [thread],
  )

test('what a person can still take back is not there for staff: no thread, no message, no count, no receipt', async () => {
  const { threadId } = await askQuestion(stories, {
    at: '2026-09-15T08:59:30+02:00',
    readableFrom: '2026-09-15T09:00:30+02:00',
  })
  expect(await read('mira', threadId)).toBeNull()
  expect(await waits('mira', threadId)).toBe(false)
  const seenAt = nine
  const tables = await stories.asStaff(
    'mira',
    async (tx) => [
      await tx.selectFrom('question_thread').select('id').where('id', '=', threadId).execute(),
      await tx.selectFrom('message').select('id').where('thread_id', '=', threadId).execute(),
    ],
    seenAt,
  )
  expect(tables).toEqual([[], []])
  expect(await waits('mira', threadId, after(30))).toBe(true)
  expect(await textsOf('mira', threadId, after(30))).toEqual(['Får jag byta?'])

  const second = await write(stories, threadId, {
    at: '2026-09-15T09:01:00+02:00',
    readableFrom: '2026-09-15T09:02:00+02:00',
    text: 'Glöm det!',
  })
  expect(await textsOf('mira', threadId, after(90))).toEqual(['Får jag byta?'])
  expect(await rows('select from message_receipt where message_id = $1', [second])).toEqual([])
  // Answered before it could be read, so that it still waits when it can.
  expect(await answer('mira', threadId, {}, after(90))).toBe('sent')
  expect(await waits('mira', threadId, after(91))).toBe(false)
  expect(await waits('mira', threadId, after(120))).toBe(true)
})

test('a receipt says who of the staff saw it first', async () => {
  const { threadId, messageId } = await askQuestion(stories)
  await read('samira', threadId)
  await read('mira', threadId, after(60))
  expect(await rows('select by_staff_id from message_receipt where message_id = $1', [messageId])).toEqual([
    { by_staff_id: idOf('samira') },
  ])
  expect((await read('mira', threadId))?.messages).toMatchObject([{ seenBy: 'Samira', seenAt: nine }])
})

test('an answer takes the thread off the list, is told of when it can be read, and is logged', async () => {
  const { threadId } = await askQuestion(stories)
  const id = randomUUID()
  expect(await answer('mira', threadId, { id })).toBe('sent')
  expect(await waits('mira', threadId)).toBe(false)
  expect(
    await rows(`select person_id, due_at, sent_at, kind from notice where message_id = $1`, [id]),
  ).toEqual([{ person_id: idOf('tindra'), due_at: after(60), sent_at: null, kind: 'newAnswer' }])
  expect(await logged(threadId)).toEqual([{ actor_id: idOf('mira'), action: 'answeredThread' }])
})

test('without a rule of the municipality an answer can be read at once', async () => {
  await stories.owner.query('delete from message_rule')
  const { threadId } = await askQuestion(stories)
  const id = randomUUID()
  await answer('mira', threadId, { id })
  expect(await rows('select readable_from from message where id = $1', [id])).toEqual([
    { readable_from: nine },
  ])
  expect(await stories.asStaff('mira', (tx) => takeBackAnswer(tx, threadId, id), nine)).toBe('late')
})

test('the same form sent twice, even at once, is one answer with one notice', async () => {
  const { threadId } = await askQuestion(stories)
  const id = randomUUID()
  expect(await Promise.all([answer('mira', threadId, { id }), answer('mira', threadId, { id })])).toEqual([
    'sent',
    'sent',
  ])
  expect(await answer('mira', threadId, { id }, after(3600))).toBe('sent')
  expect(await textsOf('mira', threadId)).toHaveLength(2)
  expect(await rows('select from notice where message_id = $1', [id])).toHaveLength(1)
  expect(await logged(threadId)).toHaveLength(1)
})

test('other words under a key that was sent are given back, not thrown away', async () => {
  const { threadId } = await askQuestion(stories)
  const id = randomUUID()
  await answer('mira', threadId, { id, text: 'Ja.' })
  expect(await answer('mira', threadId, { id, text: 'Nej.' }, after(5))).toBe('otherWords')
  expect(await textsOf('mira', threadId, after(5))).toEqual(['Får jag byta?', 'Ja.'])
})

test('a request without a word keeps its own day until it is answered', async () => {
  const { threadId, messageId } = await askQuestion(stories)
  await stories.owner.query(`delete from message where id = $1`, [messageId])
  await stories.owner.query(
    `update question_thread set kind = 'contactRequest', form_key = id, answer_by = '2026-09-14' where id = $1`,
    [threadId],
  )
  expect((await read('mira', threadId))?.waiting).toMatchObject({ answerBy: '2026-09-14', isOverdue: true })
  await answer('mira', threadId)
  expect((await read('mira', threadId))?.waiting).toBeNull()
  await write(stories, threadId, { at: '2026-09-15T10:00:00+02:00', answerBy: '2026-09-18' })
  expect((await read('mira', threadId, after(7200)))?.waiting).toMatchObject({ answerBy: '2026-09-18' })
})

test('a key that is somebody else’s message sends nothing and changes nothing of it', async () => {
  const { threadId, messageId } = await askQuestion(stories)
  await expect(answer('mira', threadId, { id: messageId })).rejects.toThrow()
  expect(await textsOf('mira', threadId)).toEqual(['Får jag byta?'])
})

test('an answer is taken back until it can be read: its words are the writer’s draft, its notice is gone', async () => {
  const { threadId } = await askQuestion(stories)
  const id = randomUUID()
  await answer('mira', threadId, { id, text: 'Nej.' })
  const takeBack = (who: StaffKey, when: Date) =>
    stories.asStaff(who, (tx) => takeBackAnswer(tx, threadId, id), when)
  expect(await takeBack('samira', after(10))).toBeNull()
  expect(await takeBack('mira', after(59))).toBe('taken')
  // Pressed twice.
  expect(await takeBack('mira', after(59))).toBe('taken')
  expect(await read('mira', threadId, after(59))).toMatchObject({ draft: 'Nej.', messages: [{ from: null }] })
  expect(await waits('mira', threadId, after(59))).toBe(true)
  expect(await rows('select from notice where message_id = $1', [id])).toEqual([])
  expect((await logged(threadId)).map(({ action }) => action)).toEqual(['answeredThread', 'tookBackMessage'])

  await answer('mira', threadId, { id, text: 'Ja.' }, after(70))
  expect(await takeBack('mira', after(130))).toBe('late')
  expect(await textsOf('mira', threadId, after(130))).toEqual(['Får jag byta?', 'Ja.'])
  expect(await rows('select from notice where message_id = $1', [id])).toHaveLength(1)
})

test('what was begun after an answer is kept when the answer is taken back', async () => {
  const { threadId } = await askQuestion(stories)
  const id = randomUUID()
  await answer('mira', threadId, { id, text: 'Nej.' })
  await stories.asStaff('mira', (tx) =>
    keepAnswer(tx, threadId, { id: randomUUID(), text: 'Och en sak till' }),
  )
  await stories.asStaff('mira', (tx) => takeBackAnswer(tx, threadId, id), after(20))
  expect((await read('mira', threadId, after(20)))?.draft).toBe('Nej.\n\nOch en sak till')
})

test('two who answer at once: the second sends nothing and is told, and sends it all the same if it is needed', async () => {
  const { threadId, messageId } = await askQuestion(stories)
  const outcomes = await Promise.all([
    answer('mira', threadId, { lastShown: messageId, text: 'Från Mira.' }),
    answer('samira', threadId, { lastShown: messageId, text: 'Från Samira.' }),
  ])
  expect(outcomes.sort()).toEqual(['colleague', 'sent'])
  const shown = (await read('mira', threadId))!.messages
  expect(shown).toHaveLength(2)
  const second = shown[1]!.text === 'Från Mira.' ? 'samira' : 'mira'
  expect(await answer(second, threadId, { lastShown: shown[1]!.id, text: 'Också.' }, after(5))).toBe('sent')
  expect(await textsOf('mira', threadId, after(6))).toHaveLength(3)
})

test('one’s own second answer needs no warning of the first', async () => {
  const { threadId, messageId } = await askQuestion(stories)
  await answer('mira', threadId, { lastShown: messageId })
  expect(await answer('mira', threadId, { lastShown: messageId, text: 'En sak till.' }, after(20))).toBe(
    'sent',
  )
})

test('a draft is its writer’s alone, kept anew each time, and gone when the answer is sent', async () => {
  const { threadId } = await askQuestion(stories)
  const id = randomUUID()
  const keep = (text: string) => stories.asStaff('mira', (tx) => keepAnswer(tx, threadId, { id, text }))
  await keep('Hej Tin')
  await keep('Hej Tindra')
  expect((await read('mira', threadId))?.draft).toBe('Hej Tindra')
  expect((await read('samira', threadId))?.draft).toBeNull()
  const seen = await stories.asStaff('samira', (tx) => tx.selectFrom('message_draft').select('id').execute())
  expect(seen).toEqual([])
  expect(await logged(threadId)).toEqual([])
  await keep('')
  expect((await read('mira', threadId))?.draft).toBeNull()
  await keep('Hej Tindra!')
  await answer('mira', threadId, { id })
  // Typed before it was sent, arrived after.
  await keep('Hej Tindra!')
  expect((await read('mira', threadId))?.draft).toBeNull()
})

test('a message that asks nothing needs no answer: the newest that waits, once, by name', async () => {
  const { threadId, messageId } = await askQuestion(stories, { at: '2026-09-14T20:00:00+02:00' })
  const thanks = await write(stories, threadId, { at: '2026-09-14T21:00:00+02:00', text: 'Tack!' })
  const say = (message: string) => stories.asStaff('mira', (tx) => needsNoAnswer(tx, threadId, message))
  expect(await say(messageId)).toBe('notNewest')
  expect([await say(thanks), await say(thanks)]).toEqual(['done', 'done'])
  expect(await waits('mira', threadId)).toBe(true)
  expect(await say(messageId)).toBe('done')
  expect(await waits('mira', threadId)).toBe(false)
  expect((await read('samira', threadId))?.messages).toMatchObject([
    { noAnswerBy: 'Mira' },
    { noAnswerBy: 'Mira' },
  ])
  expect((await logged(threadId)).map(({ action }) => action)).toEqual(['needsNoAnswer', 'needsNoAnswer'])
  const answered = storyId('question_thread', 'tindra/mentor')
  const old = storyId('message', 'tindra/mentor 1')
  expect(await stories.asStaff('mira', (tx) => needsNoAnswer(tx, answered, old))).toBe('notNewest')
  expect(await say(old)).toBeNull()
})

test('a question about a paragraph of a note says so', async () => {
  const { threadId } = await askQuestion(stories)
  const note = storyId('note', 'A3')
  await stories.owner.query(
    'update question_thread set about_note_id = $2, about_paragraph = 3 where id = $1',
    [threadId, note],
  )
  expect((await read('mira', threadId))?.about).toMatchObject({ kind: 'note', id: note, paragraph: 3 })
})

test('in a closed case staff may still answer', async () => {
  const { threadId } = await askQuestion(stories, { person: 'henrik', caseId: alvasCase })
  expect(await answer('olle', threadId)).toBe('sent')
})
