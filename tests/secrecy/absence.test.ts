import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endAbsence, listAbsences, listRecordable, recordAbsence } from '../../app/absence/absence'
import type { StaffKey } from '../../db/seed/people.ts'
import { tindrasCase } from '../support/asked.ts'
import { goAway } from '../support/asked-question.ts'
import { idOf } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const record = (who: StaffKey, whose: StaffKey, days: { id?: string; from?: string; to?: string } = {}) =>
  stories.asStaff(who, (tx) =>
    recordAbsence(tx, {
      id: randomUUID(),
      staffId: idOf(whose),
      from: '2026-09-21',
      to: '2026-10-02',
      ...days,
    }),
  )
const events = async (action: string) =>
  (
    await stories.owner.query<{ actor_id: string }>('select actor_id from audit_event where action = $1', [
      action,
    ])
  ).rows.map((row) => row.actor_id)
const ranges = async () =>
  (
    await stories.owner.query<{ away: string }>('select away::text from staff_absence order by away')
  ).rows.map(({ away }) => away)

const mayRecord: [StaffKey, StaffKey, boolean][] = [
  ['mira', 'mira', true],
  ['mira', 'samira', false],
  ['jonas', 'jonas', true],
  ['jonas', 'mira', true],
  ['jonas', 'hanna', false],
  ['jonas', 'eva', false],
  ['olle', 'mira', false],
  ['hanna', 'hanna', true],
  ['hanna', 'mira', false],
  ['eva', 'eva', true],
  ['eva', 'mira', false],
  ['nils', 'nils', true],
  ['nils', 'mira', false],
]

test.each(mayRecord)('%s records that %s is away: %s', async (who, whose, may) => {
  expect(await record(who, whose)).toBe(may ? 'recorded' : null)
  expect(await events('recordedAbsence')).toEqual(may ? [idOf(who)] : [])
  expect(await ranges()).toEqual(may ? ['[2026-09-21,2026-10-03)'] : [])
})

const logged = async (action: string) =>
  (
    await stories.owner.query<{ staff_id: string; deputy_ids: string[] }>(
      'select staff_id, deputy_ids from audit_event where action = $1',
      [action],
    )
  ).rows

const deputies: [string, StaffKey, StaffKey[], () => Promise<unknown>][] = [
  ['the deputy of the case that she leads', 'mira', ['samira'], () => Promise.resolve()],
  [
    'the leader of the unit, when the deputy has left',
    'mira',
    ['jonas'],
    () =>
      stories.owner.query(
        `update staff_member set employed = daterange(lower(employed), '2026-09-15') where id = $1`,
        [idOf('samira')],
      ),
  ],
  [
    'the leader of the unit, when there is no deputy in those days',
    'mira',
    ['jonas'],
    () =>
      stories.owner.query(
        `update caseworker_assignment set valid = daterange(lower(valid), '2026-09-21') where kind = 'deputy'`,
      ),
  ],
  [
    'nobody, when the case is closed',
    'mira',
    [],
    () =>
      stories.owner.query(
        `update case_file set closed_on = '2026-09-10', readable_until = '2027-09-10' where id = $1`,
        [tindrasCase],
      ),
  ],
  ['nobody, of somebody who leads no case', 'jonas', [], () => Promise.resolve()],
]

test.each(deputies)(
  'the log says whose absence it is and who answers instead: %s',
  async (_who, whose, instead, change) => {
    await change()
    await record('jonas', whose)
    const told = [{ staff_id: idOf(whose), deputy_ids: instead.map(idOf) }]
    expect(await logged('recordedAbsence')).toEqual(told)
    const { rows } = await stories.owner.query<{ id: string }>('select id from staff_absence')
    await stories.asStaff('jonas', (tx) => endAbsence(tx, rows[0]!.id))
    expect(await logged('endedAbsence')).toEqual(told)
  },
)

test.each<[StaffKey, string[]]>([
  ['mira', ['Mira']],
  ['jonas', ['Jonas', 'Mira', 'Olle', 'Samira']],
  ['eva', ['Eva']],
])('%s may record for %s, and sees no other’s absence', async (who, names) => {
  for (const each of ['mira', 'samira', 'hanna'] as const)
    await goAway(stories, each, '2026-09-14', '2026-09-18')
  const [recordable, seen] = await stories.asStaff(who, async (tx) => [
    await listRecordable(tx),
    await listAbsences(tx),
  ])
  expect(recordable.map(({ givenName }) => givenName)).toEqual(names)
  expect(seen.map(({ givenName }) => givenName).sort()).toEqual(
    ['Mira', 'Samira', 'Hanna'].filter((name) => names.includes(name)).sort(),
  )
})

test('the same form sent twice, even at once, is one absence; another in the same days is told', async () => {
  const id = randomUUID()
  expect(await Promise.all([record('mira', 'mira', { id }), record('mira', 'mira', { id })])).toEqual([
    'recorded',
    'recorded',
  ])
  expect(await record('mira', 'mira', { from: '2026-10-02', to: '2026-10-05' })).toBe('overlaps')
  expect(await record('jonas', 'mira', { from: '2026-10-03', to: '2026-10-05' })).toBe('recorded')
  expect(await events('recordedAbsence')).toHaveLength(2)
})

test('a form that has recorded an absence records no other, and says so', async () => {
  const id = randomUUID()
  await record('jonas', 'mira', { id })
  expect(await record('jonas', 'mira', { id, to: '2026-10-05' })).toBe('overlaps')
  expect(await record('jonas', 'mira', { id, from: '2026-11-02', to: '2026-11-06' })).toBe('otherAbsence')
  expect(await record('jonas', 'samira', { id })).toBe('otherAbsence')
  expect(await ranges()).toEqual(['[2026-09-21,2026-10-03)'])
  expect(await events('recordedAbsence')).toHaveLength(1)
})

test('two forms at once of days that meet are one absence, and the other is told', async () => {
  const outcomes = await Promise.all([
    record('mira', 'mira'),
    record('jonas', 'mira', { from: '2026-09-28', to: '2026-10-09' }),
  ])
  expect(outcomes.sort()).toEqual(['overlaps', 'recorded'])
})

test('who comes back early is away until yesterday; what has not begun is gone; what is over stands', async () => {
  await goAway(stories, 'mira', '2026-09-01', '2026-09-04')
  await goAway(stories, 'mira', '2026-09-14', '2026-09-18')
  await goAway(stories, 'mira', '2026-09-21', '2026-09-25')
  const { rows } = await stories.owner.query<{ id: string }>('select id from staff_absence order by away')
  for (const { id } of [...rows, ...rows]) await stories.asStaff('mira', (tx) => endAbsence(tx, id))
  expect(await ranges()).toEqual(['[2026-09-01,2026-09-05)', '[2026-09-14,2026-09-15)'])
  expect(await events('endedAbsence')).toEqual([idOf('mira'), idOf('mira')])
})

test.each<[StaffKey, boolean]>([
  ['mira', true],
  ['jonas', true],
  ['samira', false],
  ['hanna', false],
  ['eva', false],
  ['nils', false],
])('%s ends Mira’s absence: %s', async (who, may) => {
  await goAway(stories, 'mira', '2026-09-14', '2026-09-18')
  const { rows } = await stories.owner.query<{ id: string }>('select id from staff_absence')
  await stories.asStaff(who, (tx) => endAbsence(tx, rows[0]!.id))
  expect(await ranges()).toEqual([may ? '[2026-09-14,2026-09-15)' : '[2026-09-14,2026-09-19)'])
  expect(await events('endedAbsence')).toEqual(may ? [idOf(who)] : [])
})
