import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStories, type Stories } from '../support/stories.ts'
import { signInOutcome } from '../support/asked.ts'

// Every edge is a Swedish midnight.
let stories: Stories

beforeAll(async () => {
  stories = await openStories()
  await stories.owner.query('update case_file set readable_until = null')
})

afterAll(() => stories.close())

test.each([
  ['the last second of 12', '2028-01-01T23:59:59+01:00', 'readsWithAdult'],
  ['the first second of 13', '2028-01-02T00:00:00+01:00', 'welcome'],
])('a child signs in with an own e-ID from 13: %s', async (_when, moment, outcome) => {
  expect(await signInOutcome(stories, 'alva', moment)).toBe(outcome)
})

test.each([
  ['elias', '2026-09-15T09:00:00+02:00', 'readsWithAdult'],
  ['tindra', '2026-09-15T09:00:00+02:00', 'welcome'],
  ['peter', '2026-09-15T09:00:00+02:00', 'welcome'],
  ['leo', '2026-09-15T09:00:00+02:00', 'welcome'],
  ['peter', '2026-09-13T23:59:59+02:00', 'unknown'],
] as const)('at sign-in %s at %s is met with: %s', async (who, moment, outcome) => {
  expect(await signInOutcome(stories, who, moment)).toBe(outcome)
})

test.each([
  ['alva', '2028-01-01T23:59:59+01:00', 'child'],
  ['alva', '2028-01-02T00:00:00+01:00', 'youth'],
  ['tindra', '2027-12-31T23:59:59+01:00', 'youth'],
  ['tindra', '2028-01-01T00:00:00+01:00', 'youngAdult'],
  ['marie', '2027-12-31T23:59:59+01:00', 'guardian'],
] as const)('%s is spoken to at %s as: %s', async (who, moment, audience) => {
  const found = await stories.asPerson(
    who,
    (tx) => tx.selectFrom('person_case').select('audience').execute(),
    new Date(moment),
  )
  expect(found).toEqual([{ audience }])
})

test.each([
  ['2012-02-29', '2028-02-28', 15],
  ['2012-02-29', '2028-02-29', 16],
  ['2012-02-29', '2030-02-28', 17],
  ['2012-02-29', '2030-03-01', 18],
  ['2010-01-01', '2009-12-31', -1],
  ['2010-12-31', '2026-12-30', 15],
])('somebody born on %s is on %s this old: %i', async (birth, day, years) => {
  const { rows } = await stories.owner.query<{ years: number }>('select age_on($1, $2) as years', [
    birth,
    day,
  ])
  expect(rows).toEqual([{ years }])
})
