import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffKey } from '../../db/seed/people.ts'
import {
  askForDecision,
  attest,
  beginDecision,
  limitMandate,
  novasCustody,
} from '../support/decision-rows.ts'
import { idOf } from '../support/people.ts'
import { addVersion, later, loggedBy, record, stateOf } from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const signed = '2026-09-15 08:55+02'

test('signed on paper is decided: who attests it, when it was signed, and the days from then', async () => {
  expect(await attest(stories, 'hanna', signed)).toBe(true)
  expect(await stateOf(stories, novasCustody)).toBe('signed')
  const { rows } = await stories.owner.query(
    `select p.signed_by, p.attested_by, p.signed_at = $2 as at_that_time, u.decided_at = $2 as decided_then, u.mandate_id is not null as by_right
       from paper_signature p join urgent_decision u using (request_id) where request_id = $1`,
    [novasCustody, signed],
  )
  expect(rows).toEqual([
    {
      signed_by: idOf('eva'),
      attested_by: idOf('hanna'),
      at_that_time: true,
      decided_then: true,
      by_right: true,
    },
  ])
  expect(await loggedBy(stories, 'attestedPaper')).toEqual([{ actor_id: idOf('hanna') }])
  const asked = await stories.asPerson(
    'johan',
    (tx) => tx.selectFrom('person_signature_request').select(['act', 'state', 'asked_at']).execute(),
    later,
  )
  // From when it was told here: nobody has had a time to answer that they could not know of.
  expect(asked).toEqual([{ act: 'receipt', state: 'asked', asked_at: new Date('2026-09-15T09:00:00+02:00') }])
})

test('what was signed the evening before counts from that evening', async () => {
  await stories.owner.query(`update signature_request set asked_at = '2026-09-14 20:00+02' where id = $1`, [
    novasCustody,
  ])
  expect(await attest(stories, 'hanna', '2026-09-14 23:30+02')).toBe(true)
  const days = await stories.asStaff('hanna', (tx) =>
    tx.selectFrom('deadline').select('due_on').where('kind', '=', 'courtSubmission').execute(),
  )
  expect(days).toEqual([{ due_on: '2026-09-21' }])
})

const refused: [string, StaffKey, string, (() => Promise<unknown>)?][] = [
  ['the signer', 'eva', signed],
  [
    'the signer, when she has the case herself',
    'hanna',
    signed,
    () =>
      stories.owner.query('update signature_request set staff_id = $2 where id = $1', [
        novasCustody,
        idOf('hanna'),
      ]),
  ],
  ['a caseworker of other cases', 'mira', signed],
  ['somebody of another municipality', 'nils', signed],
  ['the caseworker, before it was put', 'hanna', '2026-09-15 08:44+02'],
  ['the caseworker, ahead of time', 'hanna', '2026-09-15 09:01+02'],
  [
    'the caseworker, on a day when the signer was not appointed',
    'hanna',
    signed,
    () => limitMandate(stories, 'eva', '[2026-09-16,)'),
  ],
  [
    'the caseworker, when a newer version is written',
    'hanna',
    signed,
    () => addVersion(stories, 'nova/custody'),
  ],
  ['the caseworker, when another is asked instead', 'hanna', signed, () => askForDecision(stories, 'hanna')],
  [
    'the caseworker, when it is signed with BankID',
    'hanna',
    signed,
    async () => record(stories, (await beginDecision(stories, 'eva'))!),
  ],
]

test.each(refused)('not attested by %s', async (_who, who, at, given) => {
  await given?.()
  const before = await stateOf(stories, novasCustody)
  expect(await attest(stories, who, at)).toBe(false)
  expect(await stateOf(stories, novasCustody)).toBe(before)
  expect((await stories.owner.query('select from paper_signature')).rowCount).toBe(0)
})

test('attested twice is attested once, and BankID comes too late', async () => {
  const intent = await beginDecision(stories, 'eva')
  expect(await attest(stories, 'hanna', signed)).toBe(true)
  expect(await attest(stories, 'hanna', signed)).toBe(false)
  expect(await record(stories, intent!)).toBe('request-closed')
  expect((await stories.owner.query('select from signature_evidence')).rowCount).toBe(0)
})
