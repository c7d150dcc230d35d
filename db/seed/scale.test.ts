import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../connect.ts'
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { scaleReaders, seedScale } from './scale.ts'

const cases = 2000
const now = new Date('2026-09-15T09:00:00+02:00')

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await seedScale(database.ownerUrl, cases)
})

afterAll(() => owner.end())

// Stages, decisions and plans depend on how far a case has come: one to six stages, in turn.
test.each([
  ['municipality', 'true', 1],
  ['staff_member', 'true', 100],
  ['staff_member', `role = 'teamLeader'`, 9],
  ['unit', 'true', 9],
  ['person', 'true', 4000],
  ['case_file', 'true', cases],
  ['case_party', `role = 'child'`, cases],
  ['case_party', `role = 'guardian'`, cases],
  ['caseworker_assignment', `kind = 'lead'`, cases],
  ['caseworker_assignment', `kind = 'deputy'`, cases],
  ['case_stage', 'true', 6998],
  ['note', 'true', 6000],
  ['note_version', 'number = 2', 600],
  ['disclosure', 'note_id is not null', 12_000],
  ['disclosure', `level = 'withheld'`, 1200],
  ['disclosure', `level = 'partial'`, 1200],
  ['document', `type = 'decision'`, 1333],
  ['document_version', 'true', 2666],
  ['audit_event', `action = 'readNote'`, 4000],
])('Storby has the right number of rows: %s where %s', async (table, condition, count) => {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int from ${table} where ${condition}`,
  )
  expect(rows[0]!.count).toBe(count)
})

test('every row points at rows that exist, though the references were not checked on the way in', async () => {
  const { rows } = await owner.query<{ orphans: string }>(`
    select format('select %L as key where exists (select from %s a where not exists (select from %s b where %s) and %s)',
             k.conname, k.conrelid::regclass, k.confrelid::regclass,
             string_agg(format('b.%I = a.%I', there.attname, here.attname), ' and '),
             string_agg(format('a.%I is not null', here.attname), ' and ')) as orphans
      from pg_constraint k, unnest(k.conkey, k.confkey) as pair (mine, theirs)
      join pg_attribute here on here.attnum = mine join pg_attribute there on there.attnum = theirs
     where k.contype = 'f' and here.attrelid = k.conrelid and there.attrelid = k.confrelid
     group by k.oid`)
  expect(rows.length).toBeGreaterThan(40)
  const found = await owner.query<{ key: string }>(rows.map(({ orphans }) => orphans).join(' union all '))
  expect(found.rows).toEqual([])
})

test('the youth of the middle case finds three notes: one corrected since it was read, one read, one not yet', async () => {
  const { municipalityId, caseId, youthId } = scaleReaders(cases)
  const token = { municipalityId, hash: Buffer.alloc(32, 7) }
  await owner.query(
    `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, 'person', $3, 'phone')`,
    [municipalityId, token.hash, youthId],
  )
  const portal = connect(database.portalUrl, () => {})
  const seen = await portal.asPerson(token, now, async (tx) => ({
    case: await tx.selectFrom('person_case').select(['case_id', 'audience', 'is_own']).execute(),
    news: await tx.selectFrom('person_note').select('is_new').orderBy('event_at').execute(),
  }))
  await portal.close()
  expect(seen).toEqual({
    case: [{ case_id: caseId, audience: 'youth', is_own: true }],
    news: [{ is_new: true }, { is_new: false }, { is_new: true }],
  })
})

test('every index and constraint is there again as the migrations made it', async () => {
  const { ownerUrl } = await testDatabase()
  const untouched = new pg.Client({ connectionString: ownerUrl })
  await untouched.connect()
  const indexes = `
    select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid::regclass::text !~ '^pg_' and indisvalid
    union all
    select conname || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and convalidated
    order by 1`
  expect((await owner.query(indexes)).rows).toEqual((await untouched.query(indexes)).rows)
  await untouched.end()
})

test('no row of Storby is later than the demo clock', async () => {
  const { rows } = await owner.query<{ latest: Date }>(
    `select greatest((select max(at) from audit_event), (select max(signed_at) from note_version),
                     (select max(shown_from) from case_stage), (select max(shown_from) from disclosure)) as latest`,
  )
  expect(rows[0]!.latest.getTime()).toBeLessThan(now.getTime())
})

test('the same number of cases makes the same rows', async () => {
  const again = await testDatabase()
  await seedScale(again.ownerUrl, cases)
  const second = new pg.Client({ connectionString: again.ownerUrl })
  await second.connect()
  const digest = `select (select md5(string_agg(d::text, '' order by d.id)) from disclosure d) as disclosures,
                         (select md5(string_agg(v::text, '' order by v.id)) from note_version v) as versions`
  expect((await second.query(digest)).rows).toEqual((await owner.query(digest)).rows)
  await second.end()
})

test('a second Storby is refused, and the first is left as it was', async () => {
  await expect(seedScale(database.ownerUrl, 10)).rejects.toThrow('in this database already')
  const { rows } = await owner.query<{ count: number }>('select count(*)::int from case_file')
  expect(rows[0]!.count).toBe(cases)
})
