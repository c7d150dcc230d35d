import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people.ts'
import {
  alvasCase,
  answersToAll,
  casesOf,
  eliasCase,
  nothingFromAnyFunction,
  signInOutcome,
  tindrasCase,
} from '../support/asked.ts'
import { everythingShown } from '../support/everything-shown.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

// Every edge is a Swedish midnight. Each test has the stories to itself: it changes them as the owner.
let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const ekdala = municipalityOf('peter')

test('a municipality may set its own age of sign-in', async () => {
  await stories.owner.query('update municipality set own_sign_in_age = 11 where id = $1', [ekdala])
  expect(await signInOutcome(stories, 'alva', '2026-09-15T09:00:00+02:00')).toBe('welcome')
})

test('somebody whose only part gives no insight is unknown at sign-in', async () => {
  await stories.owner.query(`update case_party set role = 'publicCounsel' where person_id = $1`, [
    idOf('peter'),
  ])
  expect(await signInOutcome(stories, 'peter', '2026-09-15T09:00:00+02:00')).toBe('unknown')
  expect(await casesOf(stories, 'peter', '2026-09-15T09:00:00+02:00')).toEqual([])
})

test.each([
  ['the last second before the 18th birthday', '2010-01-01', '2027-12-31T23:59:59+01:00', [tindrasCase]],
  ['the first second of the 18th birthday', '2010-01-01', '2028-01-01T00:00:00+01:00', []],
  ['28 February, for a child of 29 February', '2012-02-29', '2030-02-28T23:59:59+01:00', [tindrasCase]],
  ['1 March, for a child of 29 February', '2012-02-29', '2030-03-01T00:00:00+01:00', []],
])('a guardian reads until the child comes of age: %s', async (_when, birth, moment, cases) => {
  await stories.owner.query('update person set birth_date = $1 where id = $2', [birth, idOf('tindra')])
  expect(await casesOf(stories, 'marie', moment)).toEqual(cases)
  expect(await casesOf(stories, 'tindra', moment)).toEqual([tindrasCase])
})

test.each([
  ['custody that ends on the 16th', '[2026-09-14,2026-09-16)', '2026-09-15T23:59:59+02:00', [eliasCase]],
  ['custody that ended at midnight', '[2026-09-14,2026-09-16)', '2026-09-16T00:00:00+02:00', []],
  ['custody that begins tomorrow', '[2026-09-16,)', '2026-09-15T23:59:59+02:00', []],
])('%s', async (_what, valid, moment, cases) => {
  await stories.owner.query('update case_party set valid = $1 where person_id = $2', [valid, idOf('peter')])
  expect(await casesOf(stories, 'peter', moment)).toEqual(cases)
})

test('a case opens on its day, not before', async () => {
  await stories.owner.query(`update case_party set valid = '[2026-01-01,)' where person_id = $1`, [
    idOf('peter'),
  ])
  expect(await casesOf(stories, 'peter', '2026-09-13T23:59:59+02:00')).toEqual([])
  expect(await casesOf(stories, 'peter', '2026-09-14T00:00:00+02:00')).toEqual([eliasCase])
})

test('nothing at all is left to a guardian who is blocked, also when the register is read in anew', async () => {
  await block('peter', '[2026-09-15,)')
  await stories.owner.query('delete from case_party where person_id = $1', [idOf('peter')])
  await stories.owner.query(
    `insert into case_party (municipality_id, case_id, person_id, role, valid, source) values ($1, $2, $3, 'guardian', '[2026-09-14,)', 'Folkbokföringen')`,
    [ekdala, eliasCase, idOf('peter')],
  )
  const shown = JSON.parse(await everythingShown(stories, 'peter')) as { views: unknown[]; texts: unknown[] }
  expect(shown.texts).toEqual([])
  expect(JSON.stringify(shown.views)).not.toMatch(/Elias|Beslut|Samira/)
  expect(await answersToAll(stories, 'peter', '2026-09-15T09:00:00+02:00')).toEqual(nothingFromAnyFunction)
})

test.each([
  ['2026-09-13T12:00:00+02:00', []],
  ['2026-09-14T23:59:59+02:00', [eliasCase]],
  ['2026-09-15T00:00:00+02:00', []],
  ['2026-09-15T23:59:59+02:00', []],
  ['2026-09-16T00:00:00+02:00', [eliasCase]],
])('a block holds on its own days alone: %s', async (moment, cases) => {
  await block('peter', '[2026-09-15,2026-09-16)')
  expect(await casesOf(stories, 'peter', moment)).toEqual(cases)
  expect(await casesOf(stories, 'sara', moment)).toEqual(moment < '2026-09-14' ? [] : [eliasCase])
})

test('a case is closed to its readers after its last day of reading', async () => {
  expect(await casesOf(stories, 'henrik', '2027-09-10T23:59:59+02:00')).toEqual([alvasCase])
  expect(await casesOf(stories, 'henrik', '2027-09-11T00:00:00+02:00')).toEqual([])
  expect(await answersToAll(stories, 'henrik', '2027-09-11T00:00:00+02:00')).toEqual(nothingFromAnyFunction)
})

test('the part of the child is for the child alone', async () => {
  await stories.owner.query(`update case_party set role = 'child' where person_id = $1`, [idOf('peter')])
  await stories.owner.query(`update case_party set role = 'guardian' where person_id = $1`, [idOf('tindra')])
  expect(await casesOf(stories, 'peter', '2026-09-15T09:00:00+02:00')).toEqual([])
  expect(await casesOf(stories, 'tindra', '2026-09-15T09:00:00+02:00')).toEqual([])
})

test('a caseworker who has left the case is named no more', async () => {
  await stories.owner.query(
    `update caseworker_assignment set valid = '[2026-03-03,2026-09-15)' where staff_id = $1`,
    [idOf('mira')],
  )
  const named = await stories.asPerson('tindra', (tx) =>
    tx.selectFrom('person_caseworker').select('given_name').execute(),
  )
  expect(named).toEqual([{ given_name: 'Samira' }])
})

function block(who: PersonKey, valid: string) {
  return stories.owner.query(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by) values ($1, $2, $3, $4, 'LVU 14 §', $5)`,
    [ekdala, idOf('elias'), idOf(who), valid, idOf('samira')],
  )
}
