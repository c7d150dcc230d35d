import { afterEach, beforeEach, expect, test } from 'vitest'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { ekdala, serviceCalls } from '../support/asking.ts'
import { anotherRow, changeNumberOf } from '../support/number-changes.ts'
import { idOf } from '../support/people.ts'
import { begin, later, record, requestOf, versionOf } from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

const contact = 'elias/place-and-contact'
let stories: Stories
let other: string

beforeEach(async () => {
  stories = await openStories()
  // Peter under another number, asked for the same receipt; he goes on as the other row.
  other = await anotherRow(stories, 'Peter', { caseId: tindrasCase, role: 'guardian' })
})

afterEach(() => stories.close())

async function askOther(): Promise<string> {
  const { rows } = await stories.owner.query<{ id: string }>(
    `insert into signature_request (municipality_id, document_version_id, person_id, act, asked_at, moved_at)
     values ($1, $2, $3, 'receipt', '2026-09-15 08:00+02', '2026-09-15 08:00+02') returning id`,
    [ekdala, versionOf(contact), other],
  )
  return rows[0]!.id
}

const merge = () => changeNumberOf(stories, 'jonas', { who: 'peter', caseId: eliasCase, seenOther: other })

const moveTo = (id: string, state: string) =>
  stories.owner.query('update signature_request set state = $2 where id = $1', [id, state])

/** As if somebody had left for the app under this row. */
const leave = (id: string) =>
  stories.owner.query(
    `insert into signature_intent (municipality_id, id, request_id, visible_text, hidden_data, begun_at)
     values ($1, gen_random_uuid(), $2, 'x', '{}', '2026-09-15 09:00+02')`,
    [ekdala, id],
  )

const requests = async () =>
  (
    await stories.owner.query<{ id: string; person_id: string; state: string }>(
      `select id, person_id, state from signature_request
        where document_version_id = $1 and person_id in ($2, $3)`,
      [versionOf(contact), idOf('peter'), other],
    )
  ).rows

test('what was asked of the one who is gone is asked of the one he is', async () => {
  const id = await requestOf(stories, contact, 'peter')
  expect(await merge()).toBe('merge')
  expect(await requests()).toEqual([{ id, person_id: other, state: 'asked' }])
})

test('what was signed stays signed, with its evidence and its time to appeal', async () => {
  const id = await requestOf(stories, contact, 'peter')
  await record(stories, (await begin(stories, 'peter', id, later))!, {
    when: later,
    windows: [{ part: 1, last_day: '2026-10-06' }],
  })
  await askOther()
  expect(await merge()).toBe('merge')
  expect(await requests()).toEqual([{ id, person_id: other, state: 'signed' }])
  const { rowCount } = await stories.owner.query('select from appeal_window where request_id = $1', [id])
  expect(rowCount).toBe(1)
})

test('of one question asked twice and answered by nobody, one remains', async () => {
  await askOther()
  expect(await merge()).toBe('merge')
  expect((await requests()).map(({ person_id, state }) => [person_id, state])).toEqual([[other, 'asked']])
})

test('of one question asked twice, what was begun of an answer to either goes on with the one that remains', async () => {
  const both = [await requestOf(stories, contact, 'peter'), await askOther()]
  for (const id of both)
    await stories.owner.query(
      `insert into message_draft (municipality_id, id, case_id, from_person_id, form, about_document_id, signature_request_id, text, saved_at)
       select q.municipality_id, gen_random_uuid(), $2, q.person_id, 'decline', v.document_id, q.id, 'Nej, för', '2026-09-15 08:30+02'
         from signature_request q join document_version v on v.id = q.document_version_id where q.id = $1`,
      [id, eliasCase],
    )
  expect(await merge()).toBe('merge')
  const [left] = await requests()
  const { rows } = await stories.owner.query('select from_person_id, signature_request_id from message_draft')
  expect(rows).toEqual(Array(2).fill({ from_person_id: other, signature_request_id: left!.id }))
})

test('the one he has begun to answer remains, whichever row it was under', async () => {
  const twin = await askOther()
  await leave(twin)
  expect(await merge()).toBe('merge')
  expect(await requests()).toEqual([{ id: twin, person_id: other, state: 'asked' }])
})

test('where both were begun, one stays open, and it is his', async () => {
  const id = await requestOf(stories, contact, 'peter')
  const twin = await askOther()
  for (const each of [id, twin]) await leave(each)
  expect(await merge()).toBe('merge')
  expect((await requests()).toSorted((a, b) => (a.state > b.state ? 1 : -1))).toEqual([
    { id: twin, person_id: other, state: 'asked' },
    { id, person_id: other, state: 'cancelled' },
  ])
})

test('a receipt that one has given ends the question that the other had begun to answer', async () => {
  const id = await requestOf(stories, contact, 'peter')
  await record(stories, (await begin(stories, 'peter', id, later))!, { when: later })
  const twin = await askOther()
  await leave(twin)
  expect(await merge()).toBe('merge')
  expect((await requests()).toSorted((a, b) => (a.state > b.state ? 1 : -1))).toEqual([
    { id: twin, person_id: other, state: 'cancelled' },
    { id, person_id: other, state: 'signed' },
  ])
})

test('a no is kept, and nobody who was reminded under either is reminded again', async () => {
  const id = await requestOf(stories, contact, 'peter')
  await stories.owner.query(`update signature_request set state = 'superseded' where id <> $1`, [id])
  const evening = new Date('2026-09-15T20:00:00+02:00')
  expect(await serviceCalls(stories, 'service_remind_signers', evening)).toBe(1)
  const twin = await askOther()
  expect(await merge()).toBe('merge')
  const { rows } = await stories.owner.query(
    `select person_id, request_id from notice where kind = 'answerReminder'`,
  )
  const [left] = await requests()
  expect(rows).toEqual([{ person_id: other, request_id: left!.id }])
  expect([id, twin]).toContain(left!.id)
  await moveTo(left!.id, 'declined')
  expect(await serviceCalls(stories, 'service_remind_signers', evening)).toBe(0)
})
