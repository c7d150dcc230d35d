import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { followUpIn } from './follow-up-in'

const goal = randomUUID()

function posted(fields: Record<string, string>) {
  const form = new FormData()
  const whole = {
    formKey: randomUUID(),
    outcome: 'held',
    which: 'notPlanned',
    day: '2026-09-15',
    goals: goal,
    ...fields,
  }
  for (const [name, value] of Object.entries(whole)) form.append(name, value)
  return followUpIn(form)
}

const faultsOf = (fields: Record<string, string>) =>
  posted(fields).faults.map(({ field, fault }) => [field, fault])

test.each<[string, Record<string, string>, [string, string]]>([
  ['no day', { day: '' }, ['day', 'day']],
  ['a day that is none', { day: '2026-02-30' }, ['day', 'day']],
  ['a follow-up that is none', { which: 'x' }, ['which', 'which']],
  ['a person that is none', { persons: 'x' }, ['persons', 'person']],
  ['a goal that is none', { goals: 'x' }, ['goals', 'goal']],
  ['words on a goal and not how far', { [`childView-${goal}`]: 'Bra.' }, [`progress-${goal}`, 'progress']],
  [
    'a view too long',
    { [`progress-${goal}`]: 'reached', [`assessment-${goal}`]: 'x'.repeat(2001) },
    [`assessment-${goal}`, 'tooLong'],
  ],
  ['school too long', { school: 'x'.repeat(4001) }, ['school', 'tooLong']],
  ['a name without a role', { 'name-1': 'Hanna' }, ['role-1', 'provider']],
  ['a role without a name', { 'role-0': 'lärare' }, ['name-0', 'provider']],
  ['a name too long', { 'name-0': 'x'.repeat(101), 'role-0': 'lärare' }, ['name-0', 'tooLong']],
  ['a time without a day', { nextTime: '15:30' }, ['nextDay', 'next']],
  ['a time that is none', { nextDay: '2026-12-01', nextTime: '25:00' }, ['nextDay', 'next']],
  ['a place too long', { nextDay: '2026-12-01', place: 'x'.repeat(201) }, ['place', 'tooLong']],
  ['moved for no reason', { outcome: 'moved', nextDay: '2026-12-01' }, ['reason', 'reason']],
  [
    'not held for a reason that nobody sees',
    { outcome: 'notHeld', reason: ' \u200b ' },
    ['reason', 'reason'],
  ],
  ['moved to no day', { outcome: 'moved', reason: 'Sjuk.' }, ['nextDay', 'next']],
])('%s is said at its field, and only there', (_what, fields, fault) => {
  expect(faultsOf(fields)).toEqual([fault])
})

test('a goal of which nothing is said is left out, and so is what a follow-up that was not held cannot have', () => {
  expect(posted({}).input.goals).toEqual([])
  const notHeld = posted({
    outcome: 'notHeld',
    reason: 'Sjuk.',
    school: 'Bra.',
    [`progress-${goal}`]: 'reached',
    persons: goal,
  })
  expect(notHeld.faults).toEqual([])
  expect(notHeld.input).toMatchObject({ heldOn: null, school: null, goals: [], persons: [], next: null })
})

test('an area or an outcome that is none is not taken', () => {
  const { values, input } = posted({ areas: 'identity', outcome: 'cancelled' })
  expect([input.areas, values.outcome]).toEqual([[], 'held'])
})
