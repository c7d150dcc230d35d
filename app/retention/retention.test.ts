import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addCase,
  decideRetention,
  ekdala,
  eraseOn,
  noonOf,
  settle,
} from '../../tests/support/retention-world.ts'
import { openStories, type Stories } from '../../tests/support/stories.ts'
import { openRetention } from './retention.ts'

let stories: Stories
let gone: string

beforeAll(async () => {
  stories = await openStories()
  await decideRetention(stories)
  await stories.owner.query('update retention_setting set backup_days = 35 where municipality_id = $1', [
    ekdala,
  ])
  await addCase(stories, {})
  await addCase(stories, { documents: [['adoption', '2026-02-01']] })
  gone = await addCase(stories, {})
  await settle(stories, '2033-01-01')
  await eraseOn(stories, [gone], '2033-01-01')
})
afterAll(() => stories.close())

const opened = (who: 'jonas' | 'mira', on: string) =>
  stories.asStaff(who, (tx) => openRetention(tx), noonOf(on))

test('who leads a unit sees how many cases each rule keeps, and how many may go, are late and come next year', async () => {
  const find = async (on: string) =>
    (await opened('jonas', on))!.grounds.find(({ rule }) => rule === 'compilation')
  expect(await find('2030-06-01')).toMatchObject({ cases: 1, due: 0, late: 0, nextYear: 1 })
  expect(await find('2031-07-01')).toMatchObject({ cases: 1, due: 1, late: 0, nextYear: 0 })
  expect(await find('2033-01-01')).toMatchObject({ cases: 1, due: 1, late: 1 })
  const { grounds } = (await opened('jonas', '2033-01-01'))!
  expect(grounds.find(({ rule }) => rule === 'parenthood')).toMatchObject({ cases: 1, due: 0, late: 0 })
  expect(grounds.find(({ ground }) => ground === 'open')!.cases).toBeGreaterThan(2)
})

test('and what went, by rule and day, until when backups hold it, and nothing that names a case', async () => {
  const found = (await opened('jonas', '2033-01-01'))!
  expect(found.proofCount).toBe(1)
  expect(found.proofs[0]).toMatchObject({
    rule: 'compilation',
    erasedOn: '2033-01-01',
    inBackupsUntil: '2033-02-05',
    rows: 4,
  })
  const { rows } = await stories.owner.query<{ id: string; case_number: string }>(
    'select id, case_number from case_file',
  )
  for (const known of [gone, ...rows.flatMap(({ id, case_number }) => [id, case_number])]) {
    expect(JSON.stringify(found)).not.toContain(known)
  }
})

test('nobody else sees any of it, and looking is written in the log', async () => {
  expect(await opened('mira', '2033-01-01')).toBeNull()
  const { rows } = await stories.owner.query(
    `select distinct s.role from audit_event a join staff_member s on s.id = a.actor_id where a.action = 'readRetention'`,
  )
  expect(rows).toEqual([{ role: 'teamLeader' }])
})
