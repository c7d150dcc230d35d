import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffKey } from '../../db/seed/people.ts'
import { alvasCase, eliasCase, leosCase, novasCase, tindrasCase } from '../support/asked.ts'
import { idOf, municipalityId, municipalityOf } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})

afterAll(() => stories.close())

// Lead or deputy of the case, or leader of its unit; the chair decides by the papers she is sent.
const casesOf: Record<StaffKey, string[]> = {
  mira: [tindrasCase, alvasCase],
  samira: [tindrasCase, eliasCase],
  olle: [eliasCase, alvasCase],
  jonas: [tindrasCase, eliasCase, alvasCase],
  hanna: [novasCase],
  nina: [],
  eva: [],
  birgit: [],
  nils: [leosCase],
}
const everybody = Object.keys(casesOf) as StaffKey[]
const caseOfEachRow = {
  case_file: 'id',
  case_party: 'case_id',
  case_stage: 'case_id',
  caseworker_assignment: 'case_id',
  deadline: 'case_id',
  follow_up: 'case_id',
  note: 'case_id',
  document: 'case_id',
  remark: 'case_id',
  question_thread: 'case_id',
  note_version: '(select n.case_id from note n where n.id = note_id)',
  document_version: '(select d.case_id from document d where d.id = document_id)',
  disclosure:
    'coalesce((select n.case_id from note n where n.id = note_id), (select d.case_id from document d where d.id = document_id))',
  plan: '(select d.case_id from document d where d.id = document_id)',
  plan_goal: '(select d.case_id from plan p join document d on d.id = p.document_id where p.id = plan_id)',
  message: '(select q.case_id from question_thread q where q.id = thread_id)',
}

test.each(
  everybody.flatMap((who) =>
    Object.entries(caseOfEachRow).map(([table, caseId]) => ({ who, table, caseId })),
  ),
)('$who sees of $table every row of their own cases, and no other', async ({ who, table, caseId }) => {
  // Of versions their ids: the text is read where the reading is written (staff-reading.test.ts).
  const row = table.endsWith('_version') ? 't.id' : 't'
  const select = `select count(*) as count, coalesce(sum(hashtext(${row}::text)), 0) as sum from ${table} t`
  const { rows: own } = await stories.owner.query(`${select} where ${caseId} = any ($1)`, [casesOf[who]])
  const seen = await stories.asStaff(who, (tx) => sql.raw(select).execute(tx))
  expect(seen.rows).toEqual(own)
})

test.each(everybody)('%s sees the people of their own cases by name, and nobody else', async (who) => {
  const { rows: own } = await stories.owner.query<{ id: string }>(
    'select distinct person_id as id from case_party where case_id = any ($1) order by 1',
    [casesOf[who]],
  )
  const seen = await stories.asStaff(who, (tx) =>
    sql<{ id: string }>`select id from person order by 1`.execute(tx),
  )
  expect(seen.rows).toEqual(own)
})

test.each(everybody)('%s sees nothing of another municipality', async (who) => {
  const own = municipalityOf(who)
  for (const table of [
    'staff_member',
    'unit',
    'person',
    'person_protection',
    ...Object.keys(caseOfEachRow),
  ]) {
    const { rows } = await stories.asStaff(who, (tx) =>
      sql`select from ${sql.table(table)} where municipality_id <> ${own}`.execute(tx),
    )
    expect(rows, table).toEqual([])
  }
  const { rows } = await stories.asStaff(who, (tx) =>
    sql<{ id: string }>`select id from municipality`.execute(tx),
  )
  expect(rows).toEqual([{ id: own }])
})

test.each(['person', 'staff_member'])(
  'nobody of the staff reads the personal identity numbers in %s',
  async (table) => {
    for (const column of ['id_number_encrypted', 'id_number_hash', '*']) {
      const read = stories.asStaff('jonas', (tx) => sql.raw(`select ${column} from ${table}`).execute(tx))
      await expect(read).rejects.toThrow(/permission denied/)
    }
  },
)

test('a caseworker whose part in a case has ended sees it no more, and one whose part begins sees it then', async () => {
  await stories.owner.query(
    `update caseworker_assignment set valid = '[2026-03-03,2026-10-01)' where case_id = $1 and staff_id = $2`,
    [tindrasCase, idOf('mira')],
  )
  expect(await casesSeenBy('mira', '2026-09-30T23:59:59+02:00')).toEqual([tindrasCase, alvasCase].sort())
  expect(await casesSeenBy('mira', '2026-10-01T00:00:00+02:00')).toEqual([alvasCase])
})

test('who has left the municipality is let in no more', async () => {
  await stories.owner.query(`update staff_member set employed = '[2021-01-11,2026-11-01)' where id = $1`, [
    idOf('olle'),
  ])
  expect(await casesSeenBy('olle', '2026-10-31T23:59:59+01:00')).toHaveLength(2)
  await expect(casesSeenBy('olle', '2026-11-01T00:00:00+01:00')).rejects.toThrow('not let in')
})

type LogLine = { municipality?: string; kind?: string; actor?: string }

test.each<[string, LogLine]>([
  ['a colleague’s name', { actor: idOf('samira') }],
  ['a person’s name', { kind: 'person', actor: idOf('tindra') }],
  ['their own name as a person', { kind: 'person' }],
  ['the name of the service', { kind: 'service' }],
  ['another municipality', { municipality: municipalityId('grannby') }],
])('staff cannot write in the log in %s', async (_what, line) => {
  await expect(writeLog(line)).rejects.toThrow(/row-level security/)
})

test('staff write in the log in their own name', async () => {
  await expect(writeLog({})).resolves.toMatchObject({ numAffectedRows: 1n })
})

function writeLog({ municipality = municipalityOf('mira'), kind = 'staff', actor = idOf('mira') }: LogLine) {
  return stories.asStaff('mira', (tx) =>
    sql`insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id)
        values (${municipality}, ${storyTime}, ${kind}, ${kind === 'service' ? null : actor}, 'readCase', ${tindrasCase})`.execute(
      tx,
    ),
  )
}

function casesSeenBy(who: StaffKey, moment: string): Promise<string[]> {
  return stories.asStaff(
    who,
    async (tx) =>
      (await sql<{ id: string }>`select id from case_file order by 1`.execute(tx)).rows.map(({ id }) => id),
    new Date(moment),
  )
}
