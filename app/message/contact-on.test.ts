import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people'
import { alvasCase, eliasCase, tindrasCase } from '../../tests/support/asked'
import { later, openQuestions, type Questions } from '../../tests/support/questions'
import { listWaiting } from '../case/staff/today-waiting'
import { answerThread, keepAnswer, needsNoAnswer } from './answer-thread'
import { askForContact } from './contact-request'
import { readStaffThread } from './staff-thread'

let world: Questions
beforeEach(async () => {
  world = await openQuestions()
})
afterEach(() => world.close())

type Request = Parameters<typeof askForContact>[1]
const request = (changed: Partial<Request> = {}): Request => ({
  caseId: tindrasCase,
  text: null,
  formKey: randomUUID(),
  answerBy: '2026-09-16',
  ...changed,
})
const ask = (asked: Request, who: PersonKey = 'tindra', when = later(-3600)) =>
  world.asPerson(who, (tx) => askForContact(tx, asked), when)
const threadOf = async (asked: Request) => {
  const sent = await ask(asked)
  if (!sent || sent === 'otherWords') throw new Error('not sent')
  return sent.threadId
}
const read = (thread: string, when: Date) => world.asStaff('mira', (tx) => readStaffThread(tx, thread), when)
const waits = async (thread: string, when: Date) =>
  (await world.asStaff('mira', (tx) => listWaiting(tx), when)).some(({ id }) => id === thread)
const requests = async () =>
  (
    await world.owner.query<{ case_id: string; text: string | null }>(
      `select q.case_id, m.text from question_thread q left join message m on m.thread_id = q.id
        where q.kind = 'contactRequest' order by q.started_at, m.text`,
    )
  ).rows

test('a request without a word stays while what was written on in it can still be taken back', async () => {
  const thread = await threadOf(request())
  await world.reply('tindra', thread, 'Helst efter tre.')
  const meanwhile = later(30)
  expect(await read(thread, meanwhile)).toMatchObject({ kind: 'contactRequest', messages: [] })
  expect(await waits(thread, meanwhile)).toBe(true)
  const rows = await world.asStaff(
    'mira',
    (tx) => tx.selectFrom('question_thread').select('id').where('id', '=', thread).execute(),
    meanwhile,
  )
  expect(rows).toHaveLength(1)
  const kept = await world.asStaff(
    'mira',
    (tx) => keepAnswer(tx, thread, { id: randomUUID(), text: 'Jag ringer' }),
    meanwhile,
  )
  expect(kept).toBe(true)
  const answer = { id: randomUUID(), text: 'Jag ringer klockan tre.', lastShown: null, wordsShown: 1 }
  expect(await world.asStaff('mira', (tx) => answerThread(tx, thread, answer), meanwhile)).toBe('sent')
})

test('a request without a word waits by its own day until it is answered, though what came after needs no answer', async () => {
  const thread = await threadOf(request())
  const messageId = randomUUID()
  await world.reply('tindra', thread, 'Tack på förhand!', messageId)
  expect((await read(thread, later(90)))?.waiting?.answerBy).toBe('2026-09-16')
  await world.asStaff('mira', (tx) => needsNoAnswer(tx, thread, messageId), later(100))
  expect(await waits(thread, later(110))).toBe(true)
  expect((await read(thread, later(110)))?.waiting?.answerBy).toBe('2026-09-16')
  const answer = { id: randomUUID(), text: 'Jag ringer.', lastShown: messageId, wordsShown: 1 }
  await world.asStaff('mira', (tx) => answerThread(tx, thread, answer), later(120))
  expect(await waits(thread, later(130))).toBe(false)
})

test('a request with words waits no more when somebody says that they need no answer', async () => {
  const thread = await threadOf(request({ text: 'Det löste sig.' }))
  expect(await waits(thread, later(0))).toBe(true)
  const [said] = (await read(thread, later(0)))!.messages
  await world.asStaff('mira', (tx) => needsNoAnswer(tx, thread, said!.id), later(10))
  expect(await waits(thread, later(20))).toBe(false)
})

test.each<[string, Partial<Request>, Partial<Request>]>([
  ['words after none', {}, { text: 'Ring efter tre.' }],
  ['other words', { text: 'Ring före tre.' }, { text: 'Ring efter tre.' }],
])('%s under a key that has asked are not lost: nothing is sent and it is said', async (_, first, second) => {
  const formKey = randomUUID()
  await ask(request({ formKey, ...first }))
  const before = await requests()
  expect(await ask(request({ formKey, ...second }), 'tindra', later(0))).toBe('otherWords')
  expect(await requests()).toEqual(before)
})

test('the same key in another case of theirs asks nothing there, and says so', async () => {
  await world.owner.query(
    `insert into case_party (municipality_id, case_id, person_id, role, valid, source)
     select municipality_id, $2, person_id, role, valid, source from case_party where case_id = $1 and person_id in
       (select id from person where given_name = 'Marie') limit 1`,
    [tindrasCase, alvasCase],
  )
  const formKey = randomUUID()
  await ask(request({ formKey }), 'marie')
  expect(await ask(request({ formKey, caseId: alvasCase }), 'marie', later(0))).toBe('otherWords')
  expect(await ask(request({ formKey, caseId: eliasCase }), 'marie', later(0))).toBeNull()
  expect(await requests()).toEqual([{ case_id: tindrasCase, text: null }])
})

test('pressed once more without words, the request is the one that was sent', async () => {
  const formKey = randomUUID()
  const first = await ask(request({ formKey, text: 'Ring.' }))
  expect(await ask(request({ formKey }), 'tindra', later(0))).toEqual(first)
})
