import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outcomeOf } from './outcome.ts'
import { refusal } from './problems.ts'

const state = {
  externalId: 'a',
  kind: 'stage',
  state: 'stored',
  receivedAt: '2026-09-15T07:00:00Z',
  flags: [],
}

test.each([
  ['created', 201],
  ['updated', 200],
  ['unchanged', 200],
])('what is %s is answered with %i and its state', (outcome, status) => {
  expect(outcomeOf({ outcome, about: null, state })).toEqual({ status, state })
})

test('a refusal is a problem that points to what it is about', () => {
  expect(
    outcomeOf({ outcome: 'unknownReference', about: ['case_number', 'person'], state: null }),
  ).toMatchObject({
    problem: 'unknownReference',
    errors: [{ pointer: '/caseNumber' }, { pointer: '/personalIdentityNumber' }],
  })
  expect(outcomeOf({ outcome: 'signed', about: null, state: null })).toEqual({
    problem: 'signed',
    errors: [],
  })
})

test.each([
  ['an outcome', 'toString', []],
  ['something an outcome is about', 'wrongRole', ['shoe_size']],
])('%s that is not known here is a fault of ours, never an answer', (_what, outcome, about) => {
  expect(() => outcomeOf({ outcome, about, state: null })).toThrow('not known')
})

test('every outcome of the database has its answer here', () => {
  const folder = new URL('../../db/policy/service/', import.meta.url)
  const text = readdirSync(folder)
    .filter((name) => name.startsWith('ingest-'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))]
  const refused = named(/outcome := '(\w+)'/g).filter(
    (name) => !['created', 'updated', 'unchanged', 'begun', 'complete'].includes(name),
  )
  const about = [...named(/about := '\{(\w+)\}'/g), ...named(/array_append\(unknown, '(\w+)'\)/g)]
  expect(refused.length).toBeGreaterThan(10)
  expect(about.length).toBeGreaterThan(5)
  for (const outcome of refused) expect(() => refusal(outcome, about)).not.toThrow()
})
