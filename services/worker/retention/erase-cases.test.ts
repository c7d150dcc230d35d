import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { addCase, decideRetention, ekdala, isThere, noonOf } from '../../../tests/support/retention-world.ts'
import { secondOwner } from '../../../tests/support/second-owner.ts'
import { openStories, type Stories } from '../../../tests/support/stories.ts'
import { untilItHangs } from '../../../tests/support/until-it-hangs.ts'
import { retainByRule } from './retain-by-rule.ts'
import { eraseCases, listCases } from './erase-cases.ts'

const due = '2032-01-01'
let stories: Stories

beforeEach(async () => {
  stories = await openStories()
  await decideRetention(stories)
  return () => stories.close()
})

const partsOn = (now: Date) => ({
  database: stories.database,
  now: () => now,
  signal: new AbortController().signal,
})
const erase = (on = due) => eraseCases(partsOn(noonOf(on)), { municipality: ekdala })
const count = async (text: string, values: unknown[] = []) =>
  (await stories.owner.query<{ n: number }>(`select count(*)::int as n from ${text}`, values)).rows[0]!.n

/** Cases with two notes each. */
async function addCases(many: number, made = {}): Promise<string[]> {
  const cases: string[] = []
  for (let at = 0; at < many; at++) {
    cases.push(
      await addCase(stories, {
        notes: [
          ['phoneCall', '2026-02-01T12:00:00Z'],
          ['meeting', '2026-03-01T12:00:00Z'],
        ],
        ...made,
      }),
    )
  }
  return cases.toSorted()
}

test('what is listed is what goes, to the row, and listing leaves all of it', async () => {
  const cases = await addCases(5)
  await addCases(2, { closed: null })
  const listed = await listCases(partsOn(noonOf(due)), ekdala)
  expect(listed.map((each) => each.case_id)).toEqual(cases)
  expect(listed[0]).toMatchObject({
    rule: 'compilation',
    earliest_on: '2031-07-01',
    is_late: false,
    counts: { case_file: 1, case_party: 1, note: 2, person: 1, retention_decision: 1 },
  })
  expect(await count('case_file where id = any ($1)', [cases])).toBe(5)
  expect(await count('retention_decision')).toBe(0)
  expect(await count('retention_proof')).toBe(0)

  expect(await erase()).toEqual({ erased: 5, late: 0, failed: [] })
  const { rows } = await stories.owner.query<{ counts: object }>('select counts from retention_proof')
  const inOrder = (all: object[]) =>
    all.map((each) => JSON.stringify(Object.entries(each).toSorted())).toSorted()
  expect(inOrder(rows.map((row) => row.counts))).toEqual(inOrder(listed.map((each) => each.counts)))
})

test('a list of another day tells what would go then', async () => {
  await addCases(1)
  expect(await listCases(partsOn(noonOf('2031-06-30')), ekdala)).toEqual([])
  expect(await listCases(partsOn(noonOf('2031-07-01')), ekdala)).toHaveLength(1)
})

test('done twice it is done once', async () => {
  await addCases(3)
  expect((await erase()).erased).toBe(3)
  expect(await erase()).toEqual({ erased: 0, late: 0, failed: [] })
  expect(await count('retention_proof')).toBe(3)
})

test('what goes later than the calendar year after its day is told to be late', async () => {
  await addCases(1)
  expect(await listCases(partsOn(noonOf('2032-12-31')), ekdala)).toMatchObject([{ is_late: false }])
  expect(await erase('2033-01-01')).toEqual({ erased: 1, late: 1, failed: [] })
})

test('one that something keeps from going keeps no other', async () => {
  const cases = await addCases(3)
  await stories.owner.query(
    `create function stuck() returns trigger language plpgsql as $$ begin
       raise exception 'stuck' using errcode = 'integrity_constraint_violation'; end $$;
     create trigger stuck before delete on case_file for each row when (old.id = '${cases[1]}') execute function stuck()`,
  )
  expect(await erase()).toEqual({ erased: 2, late: 0, failed: [{ caseId: cases[1], code: '23000' }] })
  expect(await isThere(stories, cases[1]!)).toBe(true)
  expect(await count('note where case_id = $1', [cases[1]])).toBe(2)
})

const program = fileURLToPath(new URL('./retention-command.ts', import.meta.url))
const settings = (clock = `${due}T12:00`) => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'test' as const,
  CLOCK: clock,
  DATABASE_URL: stories.portalUrl,
})
const command = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { env: settings(), encoding: 'utf8' })

test('killed in the middle of a batch it leaves the batch whole; begun again it ends', async () => {
  const cases = await addCases(6)
  // A row of the fourth case is held: the second batch of two hangs when it comes there.
  const holder = await secondOwner(stories)
  try {
    await holder.query('begin')
    await holder.query('select from note where case_id = $1 for update', [cases[3]])
    const running: ChildProcess = spawn(process.execPath, [program, '--erase', '--batch', '2'], {
      env: settings(),
      stdio: 'ignore',
    })
    await untilItHangs(stories, 'service_erase_cases')
    const gone = once(running, 'exit')
    running.kill('SIGKILL')
    await gone
    await holder.query('rollback')
  } finally {
    await holder.end()
  }
  await expect.poll(() => count('retention_proof'), { timeout: 30_000 }).toBe(2)
  const left = cases.slice(2)
  expect(await count('case_file where id = any ($1)', [cases])).toBe(4)
  expect(await count('note where case_id = any ($1)', [left])).toBe(8)
  expect(await count(`audit_event where action = 'erasedCase'`)).toBe(2)

  expect((await erase()).erased).toBe(4)
  expect(await count('retention_proof')).toBe(6)
  expect(await count('note where case_id = any ($1)', [cases])).toBe(0)
})

test('the command lists ids, rules, days and numbers, erases, and tells which case went, without a name', async () => {
  const [id] = await addCases(1)
  const listed = command('--list')
  expect(listed.stdout).toContain(`${id}  compilation  2031-07-01`)
  expect(listed.stdout).toContain('note 2')
  expect(listed.stdout).not.toMatch(/Provbarn|Gallring/)
  expect(command('--list', '--on', '2031-06-30').stdout).toContain('0 would go')
  expect(command('--proof', id!)).toMatchObject({ status: 1, stdout: 'no proof is of this case\n' })
  expect(command('--erase').stdout).toContain('1 erased, 0 of them late')
  expect(command('--proof', id!).stdout).toMatch(/^erased 2032-01-01T.* by compilation \(Socialtjänstlag/)
})

test.each([
  [['--erase', '--on', '2040-01-01']],
  [['--list', '--erase']],
  [[]],
  [['--list', '--on', '2032-02-30']],
  [['--list', '--on', 'soon']],
  [['--erase', '--batch', '0']],
  [['--erase', '--batch', '5000']],
  [['--proof', 'EK-2026-1187']],
  [['--drop']],
])('the command refuses %j and does nothing', async (args) => {
  await addCases(1)
  expect(command(...args).status).toBe(2)
  expect(await count('retention_proof')).toBe(0)
})

test('by itself it goes at night alone, and where the municipality says so', async () => {
  await addCases(1)
  const night = new Date('2032-01-01T03:00:00+01:00')
  const at = (now: Date) => retainByRule({ ...partsOn(now), databaseUrl: '', log: pino({ level: 'silent' }) })
  await at(night)
  expect(await count('retention_proof')).toBe(0)
  await decideRetention(stories, { atNight: true })
  for (const hour of ['00:59', '05:00', '12:00']) await at(new Date(`2032-01-01T${hour}:00+01:00`))
  expect(await count('retention_proof')).toBe(0)
  await at(night)
  expect(await count('retention_proof')).toBe(1)
})
