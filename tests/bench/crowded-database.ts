import type pg from 'pg'
import { newSessionToken } from '../../app/access/cookies.ts'
import type { LocalPostgres } from '../../db/local/embedded.ts'
import { scaleReaders } from '../../db/seed/scale.ts'
import { asOwner, caseDatabase, type CaseDatabase } from './case-database.ts'

/** What one has more of than others: cases of a caseworker, and notes of a case. */
const crowd = { cases: 400, notes: 2_000 }

/** The same page for one who has much and one who has as much as others. */
export type CrowdedPage = { name: string; crowded: Asked; usual: Asked }
export type Asked = { path: string; cookie: string }

const cases = 2_000

/** A town in which one caseworker leads many cases and one case has many notes. */
export async function crowdedDatabase(
  postgres: LocalPostgres,
): Promise<{ database: CaseDatabase; pages: CrowdedPage[] }> {
  const database = await caseDatabase(postgres, cases)
  const pages = await asOwner(postgres.ownerUrl(database.name), (owner) => crowdedPages(owner, database))
  return { database, pages }
}

async function crowdedPages(owner: pg.Client, { casePath, cookie }: CaseDatabase): Promise<CrowdedPage[]> {
  const { municipalityId, caseId } = scaleReaders(cases)
  const [lead, other] = await caseworkers(owner, caseId)
  const full = await caseLike(owner, caseId)
  await owner.query('begin')
  // As db/seed/scale.sql: these are not events of anybody.
  await owner.query('set local session_replication_role = replica')
  await giveCases(owner, other!, lead!)
  await copyNotes(owner, full.id)
  await owner.query('commit')
  await owner.query('vacuum analyze')
  const signedIn = async (kind: 'person' | 'staff', subjectId: string) => {
    const session = newSessionToken(municipalityId)
    await owner.query(
      `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, $3, $4, 'computer')`,
      [municipalityId, session.hash, kind, subjectId],
    )
    return `__Host-${kind === 'person' ? 'sid' : 'staff-sid'}=${session.cookie}`
  }
  const child = await signedIn('person', full.child)
  const fullPath = `/arenden/${full.id}`
  const today = '/handlaggare'
  return [
    {
      name: `today page of a caseworker with ${crowd.cases} cases`,
      crowded: { path: today, cookie: await signedIn('staff', other!) },
      usual: { path: today, cookie: await signedIn('staff', lead!) },
    },
    {
      name: `first page of ${crowd.notes.toLocaleString('en')} notes`,
      crowded: { path: `${fullPath}/anteckningar`, cookie: child },
      usual: { path: `${casePath}/anteckningar`, cookie },
    },
    {
      name: `case page with ${crowd.notes.toLocaleString('en')} notes`,
      crowded: { path: fullPath, cookie: child },
      usual: { path: casePath, cookie },
    },
  ]
}

/** Who leads the case, and one who does not. */
async function caseworkers(owner: pg.Client, caseId: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select staff_id as id from caseworker_assignment where kind = 'lead'
      group by 1 order by bool_or(case_id = $1) desc, 1 limit 2`,
    [caseId],
  )
  return rows.map(({ id }) => id)
}

/** A case that has come as far, of a child who is as old. */
async function caseLike(owner: pg.Client, caseId: string): Promise<{ id: string; child: string }> {
  const { rows } = await owner.query<{ id: string; child: string }>(
    `select other.id, other.child_id as child
       from case_file c join person child on child.id = c.child_id
       join person same on same.birth_date = child.birth_date and same.id <> child.id
       join case_file other on other.child_id = same.id
      where c.id = $1 order by other.id limit 1`,
    [caseId],
  )
  return rows[0]!
}

async function giveCases(owner: pg.Client, busy: string, usual: string): Promise<void> {
  await owner.query(
    `with given as (
       select id from caseworker_assignment where kind = 'lead' and staff_id not in ($1, $2) order by id
        limit $3 - (select count(*) from caseworker_assignment where kind = 'lead' and staff_id = $1))
     update caseworker_assignment a set staff_id = $1 from given where given.id = a.id`,
    [busy, usual, crowd.cases],
  )
}

/** Copies the first note of the case, with its versions and its readers, until there are as many as there should be. */
async function copyNotes(owner: pg.Client, caseId: string): Promise<void> {
  await owner.query(
    `create temp table copied on commit drop as
     select gen_random_uuid() as note_id, first.id as original, first.event_at + k * interval '1 hour' as event_at
       from (select id, event_at from note where case_id = '${caseId}' order by event_at limit 1) first,
            generate_series(1, ${crowd.notes} - (select count(*) from note where case_id = '${caseId}')) k`,
  )
  await owner.query(
    `insert into note select made.* from copied join note on note.id = original,
       jsonb_populate_record(note, jsonb_build_object('id', copied.note_id, 'event_at', copied.event_at)) made`,
  )
  for (const table of ['note_version', 'disclosure']) {
    await owner.query(
      `insert into ${table} select made.* from copied join ${table} o on o.note_id = original,
         jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'note_id', copied.note_id)) made`,
    )
  }
}
