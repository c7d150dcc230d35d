import { afterEach, afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
  await stories.owner.query(`
    insert into staff_absence (municipality_id, staff_id, away, recorded_by, recorded_at)
      select municipality_id, id, '[2026-01-01,2026-01-02)', id, now() from staff_member limit 1`)
  await stories.owner.query(`
    insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
      select c.municipality_id, c.child_id, p.person_id, '[2026-01-01,)', 'SoL', a.staff_id
        from case_file c join case_party p on p.case_id = c.id and p.role = 'guardian' join caseworker_assignment a on a.case_id = c.id
       limit 1`)
})

afterAll(() => stories.close())
beforeEach(() => stories.owner.query('begin'))
afterEach(() => stories.owner.query('rollback'))

test.each([
  ['case_party', 'valid'],
  ['case_party_block', 'valid'],
  ['caseworker_assignment', 'valid'],
  ['person_protection', 'valid'],
  ['staff_absence', 'away'],
  ['committee_member', 'valid'],
  ['committee_mandate', 'valid'],
  ['survey_helper', 'valid'],
  ['survey_reviewer', 'valid'],
])('a row of %s may follow one of the same relation, and not overlap it', async (table, days) => {
  await stories.owner.query(
    `update ${table} set ${days} = '[2027-01-01,2027-02-01)' where ctid = (select min(ctid) from ${table})`,
  )
  expect(await copyFor(table, days, '[2027-02-01,2027-03-01)')).toBe(1)
  await expect(copyFor(table, days, '[2027-01-31,2027-02-01)')).rejects.toMatchObject({
    code: '23P01',
    constraint: `${table}_once_at_a_time`,
  })
})

// The planner takes an index of ids and days for whatever is asked of an id, or on a day, and reads it all.
test('what keeps them so holds no column that anything is asked with', async () => {
  const { rows } = await stories.owner.query<{ name: string; columns: string }>(
    `select i.indexrelid::regclass::text as name, i.indkey::text as columns from pg_index i
      where i.indexrelid::regclass::text like '%_once_at_a_time' and 0 <> any (i.indkey)`,
  )
  expect(rows).toEqual([])
})

test('every index of ids and days is such a one', async () => {
  const { rows } = await stories.owner.query<{ table: string; column: string }>(`
    select i.indrelid::regclass::text as table, a.attname as column
      from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam and m.amname = 'gist'
     cross join unnest(i.indkey) k (attnum) join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
     where a.atttypid = 'uuid'::regtype and a.attname <> 'municipality_id'`)
  expect(rows).toEqual([])
})

async function copyFor(table: string, days: string, range: string): Promise<number | null> {
  const { rowCount } = await stories.owner.query(
    `insert into ${table}
       select (jsonb_populate_record(null::${table}, to_jsonb(x) || jsonb_build_object('id', gen_random_uuid(), '${days}', $1::text))).*
         from ${table} x where ${days} = '[2027-01-01,2027-02-01)'`,
    [range],
  )
  return rowCount
}
