import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonKey, StaffKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { eliasCase, leosCase, tindrasCase } from '../../tests/support/asked'
import { openStories, type Stories } from '../../tests/support/stories'
import { listWaiting } from '../case/staff/today-waiting'
import { askForContact, listContactCases } from './contact-request'
import { findThread, readThread } from './read-thread'
import { answerThread } from './answer-thread'
import { readStaffThread } from './staff-thread'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const ask = (who: PersonKey, request: Partial<Parameters<typeof askForContact>[1]> = {}) =>
  stories.asPerson(who, async (tx) => {
    const asked = await askForContact(tx, {
      caseId: tindrasCase,
      text: null,
      formKey: randomUUID(),
      answerBy: '2026-09-22',
      ...request,
    })
    if (asked === 'otherWords') throw new Error(asked)
    return asked?.threadId ?? null
  })

const anHourLater = new Date('2026-09-15T10:00:00+02:00')
// Past what can be taken back.
const twoHoursLater = new Date('2026-09-15T11:00:00+02:00')

const waitingFor = async (who: StaffKey, when?: Date) =>
  (await stories.asStaff(who, (tx) => listWaiting(tx), when)).filter(({ what }) => what === 'contactRequest')

const read = (who: StaffKey, thread: string) => stories.asStaff(who, (tx) => readStaffThread(tx, thread))

test('who asks stands by name on the list of those who wait: of who answers in the case, and no others', async () => {
  const thread = await ask('tindra')
  const asked = [{ id: thread, fromName: 'Tindra Ek', about: null, days: 0 }]
  expect(await waitingFor('mira')).toMatchObject(asked)
  for (const who of ['samira', 'jonas'] as const) {
    expect(await waitingFor(who)).toEqual([])
    const inCase = await stories.asStaff(who, (tx) => listWaiting(tx, { caseId: tindrasCase }))
    expect(inCase).toMatchObject([{ ...asked[0], answerer: 'Mira' }])
  }
  for (const who of ['olle', 'hanna', 'nils', 'eva'] as const) expect(await waitingFor(who)).toEqual([])
})

test('the same form sent twice, even at once, is one request', async () => {
  const request = { text: 'Ring efter tre.', formKey: randomUUID() }
  const [one, other] = await Promise.all([ask('tindra', request), ask('tindra', request)])
  expect(one).toBe(other)
  expect(await ask('tindra', request)).toBe(one)
  expect(await waitingFor('mira')).toHaveLength(1)
  const { rows } = await stories.owner.query(
    `select (select count(*)::int from message where thread_id = $1) as messages,
            (select count(*)::int from audit_event where action = 'askedForContact') as logged`,
    [one],
  )
  expect(rows).toEqual([{ messages: 1, logged: 1 }])
})

test.each([
  ['no words', null, null, 1],
  ['the same words', 'Ring efter tre.', 'Ring efter tre.', 1],
  ['words after none', null, 'Ring efter tre.', 2],
  ['other words', 'Ring efter tre.', 'Ring efter fyra.', 2],
] as const)('asking again by a new form while one waits, with %s', async (_, first, again, requests) => {
  const one = await ask('tindra', { text: first })
  const other = await ask('tindra', { text: again })
  expect(one === other).toBe(requests === 1)
  expect(await waitingFor('mira')).toHaveLength(requests)
})

test('what waits for one in the case is not the other’s request', async () => {
  const hers = await ask('tindra')
  expect(await ask('marie')).not.toBe(hers)
})

test('a case says that a request waits until it is answered, and then the same can be asked anew', async () => {
  const waits = async (when?: Date) =>
    (await stories.asPerson('tindra', (tx) => listContactCases(tx), when)).map((each) => each.waits)
  expect(await waits()).toEqual([null])
  const thread = (await ask('tindra'))!
  expect(await waits()).toEqual([true])
  const answer = { id: randomUUID(), text: 'Jag har ringt.', lastShown: null, wordsShown: 1 }
  await stories.asStaff('mira', (tx) => answerThread(tx, thread, answer))
  expect(await waits(twoHoursLater)).toEqual([false])
  const again = await stories.asPerson(
    'tindra',
    (tx) =>
      askForContact(tx, { caseId: tindrasCase, text: null, formKey: randomUUID(), answerBy: '2026-09-22' }),
    twoHoursLater,
  )
  expect(again).not.toEqual({ threadId: thread })
})

test.each<[PersonKey, string]>([
  ['tindra', eliasCase],
  ['peter', tindrasCase],
  ['tindra', leosCase],
  ['tindra', randomUUID()],
])('%s asks nobody of a case that is not theirs', async (who, caseId) => {
  expect(await ask(who, { caseId, text: 'Hej' })).toBeNull()
  const { rows } = await stories.owner.query(`select from question_thread where kind = 'contactRequest'`)
  expect(rows).toEqual([])
})

test('a key of somebody else’s form opens nothing of theirs', async () => {
  const formKey = randomUUID()
  const hers = await ask('tindra', { text: 'Bara till Mira.', formKey })
  const mothers = await ask('marie', { formKey })
  expect(mothers).not.toBe(hers)
  expect(await stories.asPerson('marie', (tx) => readThread(tx, hers!))).toEqual([])
})

test('a request belongs to the one who asked: the other in the case sees nothing of it', async () => {
  const thread = await ask('tindra', { text: 'Bara till Mira.' })
  const [cases, found] = await stories.asPerson('marie', async (tx) => [
    await listContactCases(tx),
    await findThread(tx, tindrasCase, thread!),
  ])
  expect(cases.map(({ askedAt }) => askedAt)).toEqual([null])
  expect(found).toBeUndefined()
})

test('the caseworker reads the words, which the person sees, and answers, which takes it off the list', async () => {
  const thread = (await ask('tindra', { text: 'Ring efter tre.' }))!
  expect(await read('mira', thread)).toMatchObject({
    kind: 'contactRequest',
    personName: 'Tindra Ek',
    messages: [{ text: 'Ring efter tre.', from: null }],
  })
  const seen = await stories.asPerson('tindra', (tx) => readThread(tx, thread))
  expect(seen.map(({ seenAt }) => seenAt !== null)).toEqual([true])

  const answer = { id: randomUUID(), text: 'Jag ringer dig klockan fyra.', lastShown: null, wordsShown: 1 }
  const send = () => stories.asStaff('mira', (tx) => answerThread(tx, thread, answer), anHourLater)
  expect([await send(), await send()]).toEqual(['sent', 'sent'])
  expect(await waitingFor('mira', anHourLater)).toEqual([])
  const words = await stories.asPerson('tindra', (tx) => readThread(tx, thread), twoHoursLater)
  expect(words.map(({ text, from }) => [text, from])).toEqual([
    ['Ring efter tre.', null],
    ['Jag ringer dig klockan fyra.', 'Mira'],
  ])
})

test('who asked without a word can be answered', async () => {
  const thread = (await ask('tindra'))!
  expect(await read('mira', thread)).toMatchObject({ givenName: 'Tindra', messages: [] })
  await stories.asStaff('mira', (tx) =>
    answerThread(tx, thread, { id: randomUUID(), text: 'Jag har ringt.', lastShown: null, wordsShown: 1 }),
  )
  expect(await waitingFor('mira')).toEqual([])
})

test.each<StaffKey>(['olle', 'hanna', 'eva', 'nils'])(
  'for %s there is no such thread to read or answer, and no trace is left',
  async (who) => {
    const thread = (await ask('tindra', { text: 'Hej' }))!
    const answer = { id: randomUUID(), text: 'Nej', lastShown: null, wordsShown: 1 }
    const traces = async () =>
      (
        await stories.owner.query(
          `select (select count(*) from audit_event), (select count(*) from message_receipt)`,
        )
      ).rows as unknown[]
    const before = await traces()
    expect(await read(who, thread)).toBeNull()
    expect(await stories.asStaff(who, (tx) => answerThread(tx, thread, answer))).toBeNull()
    expect(await traces()).toEqual(before)
  },
)

test('staff read a question too, and the reading is written', async () => {
  const thread = storyId('question_thread', 'tindra/thursday')
  expect(await read('mira', thread)).toMatchObject({ kind: 'question', subject: 'Samtalet på torsdag' })
  const { rows } = await stories.owner.query(
    `select action from audit_event where thread_id = $1 and actor_kind = 'staff' and at >= '2026-09-15'`,
    [thread],
  )
  expect(rows).toEqual([{ action: 'readThread' }])
})
