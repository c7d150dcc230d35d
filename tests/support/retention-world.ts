import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { municipalityId } from './people.ts'
import type { Stories } from './stories.ts'

export const ekdala = municipalityId('ekdala')

type Setting = { holds?: 'record' | 'copies'; research?: 'whole' | 'sample'; atNight?: boolean }

/** The municipality says what the law leaves to it. */
export async function decideRetention(
  { owner }: Pick<Stories, 'owner'>,
  { holds = 'record', research = 'sample', atNight = false }: Setting = {},
  municipality = ekdala,
): Promise<void> {
  await owner.query('delete from retention_setting where municipality_id = $1', [municipality])
  await owner.query(
    `insert into retention_setting (municipality_id, valid, holds, research, at_night, source)
     values ($1, '[2026-01-01,)', $2, $3, $4, 'SN 2026-03-11 § 40')`,
    [municipality, holds, research, atNight],
  )
}

export async function addPerson(
  { owner }: Pick<Stories, 'owner'>,
  born: string | [from: string, to: string],
  municipality = ekdala,
): Promise<string> {
  const id = randomUUID()
  const [from, to] = typeof born === 'string' ? [] : born
  await owner.query(
    `insert into person (municipality_id, id, given_name, family_name, birth_date, born_within, id_number_encrypted, id_number_hash)
     values ($1, $2, 'Provbarn', 'Gallring', $3, $4, $5, $6)`,
    [municipality, id, from ? null : born, from ? `[${from},${to}]` : null, randomBytes(32), randomBytes(32)],
  )
  return id
}

export type MadeCase = {
  child?: string
  born?: string | [from: string, to: string]
  parties?: readonly (readonly [personId: string, role: string])[]
  opened?: string
  closed?: string | null
  readableUntil?: string
  stages?: readonly (readonly [stage: string, on: string])[]
  notes?: readonly (readonly [kind: string, at: string])[]
  documents?: readonly (readonly [type: string, on: string])[]
}

/** A case of a test's own: opened in January 2026 and closed that June, of a child born on 2 May 2012, unless said. */
export async function addCase(
  { owner }: Pick<Stories, 'owner'>,
  made: MadeCase,
  municipality = ekdala,
): Promise<string> {
  const id = randomUUID()
  const child = made.child ?? (await addPerson({ owner }, made.born ?? '2012-05-02', municipality))
  const closed = made.closed === undefined ? '2026-06-30' : made.closed
  await owner.query(
    `insert into case_file (municipality_id, id, unit_id, child_id, case_number, opened_on, closed_on, readable_until)
     select $1, $2, u.id, $3, $7, $4, $5, $6 from unit u where u.municipality_id = $1 limit 1`,
    [municipality, id, child, made.opened ?? '2026-01-10', closed, made.readableUntil ?? null, id],
  )
  for (const [person, role] of [[child, 'child'] as const, ...(made.parties ?? [])]) {
    await owner.query(
      `insert into case_party (municipality_id, case_id, person_id, role, valid, source) values ($1, $2, $3, $4, '[2026-01-10,)', 'test')`,
      [municipality, id, person, role],
    )
  }
  for (const [stage, on] of made.stages ?? []) {
    await owner.query(
      `insert into case_stage (municipality_id, case_id, stage, started_on, shown_from) values ($1, $2, $3, $4::date, $4::date)`,
      [municipality, id, stage, on],
    )
  }
  for (const [kind, at] of made.notes ?? []) {
    await owner.query(
      `insert into note (municipality_id, case_id, kind, event_at, author_id)
       select $1, $2, $3, $4, s.id from staff_member s where s.municipality_id = $1 limit 1`,
      [municipality, id, kind, at],
    )
  }
  for (const [type, on] of made.documents ?? []) {
    await owner.query(
      `insert into document (municipality_id, case_id, type, dated_on) values ($1, $2, $3, $4)`,
      [municipality, id, type, on],
    )
  }
  return id
}

/** A case whose one note came from another system and says what came. */
export async function addCopy({ owner }: Pick<Stories, 'owner'>, made: MadeCase): Promise<string> {
  const id = await addCase({ owner }, { notes: [['phoneCall', '2026-02-01T12:00:00Z']], ...made })
  await owner.query(
    `insert into note_version (municipality_id, note_id, number, title, paragraphs, origin, written_by, draft_text)
     select municipality_id, id, 1, 'Samtal', '[{"voice": "fact", "text": "Hon ringde."}]', 'typed', author_id, 'Hon ringde.'
       from note where case_id = $1`,
    [id],
  )
  await owner.query(
    `insert into ingest_client (municipality_id, client_id, name, valid) values ($1, 'casesystem', 'Treserva', '[2026-01-01,)') on conflict do nothing`,
    [ekdala],
  )
  await owner.query(
    `insert into ingested (municipality_id, client_id, external_id, kind, case_id, note_id, received_at, said_hash)
     select municipality_id, 'casesystem', $2, 'note', case_id, id, now(), ingest_said_hash(municipality_id, id) from note where case_id = $1`,
    [id, randomUUID()],
  )
  return id
}

/** Noon in Sweden, in winter or summer the same day. */
export const noonOf = (day: string) => new Date(`${day}T11:00:00Z`)

/** What a case is judged by, as on a day. */
export async function judged(
  { database, owner }: Pick<Stories, 'database' | 'owner'>,
  caseId: string,
  on: string,
): Promise<{ ground: string; rule: string | null; earliest_on: string | null }> {
  await settle({ database }, on)
  const { rows } = await owner.query<{ ground: string; rule: string | null; earliest_on: string | null }>(
    'select ground, rule, earliest_on::text from retention_decision where case_id = $1',
    [caseId],
  )
  return rows[0]!
}

export async function settle(
  { database }: Pick<Stories, 'database'>,
  on: string,
  municipality = ekdala,
): Promise<void> {
  await database.asService(noonOf(on), (tx) =>
    sql`select service_settle_retention(${municipality}, null, 1000)`.execute(tx),
  )
}

/** Asks for cases to be erased, as on a day; gives the ids of those that were. */
export function eraseOn(
  { database }: Pick<Stories, 'database'>,
  cases: readonly string[],
  on: string,
  municipality = ekdala,
): Promise<string[]> {
  return database.asService(noonOf(on), async (tx) => {
    const { rows } = await sql<{ case_id: string }>`
      select case_id from service_erase_cases(${municipality}, ${cases}::uuid[])`.execute(tx)
    return rows.map((row) => row.case_id)
  })
}

export async function isThere({ owner }: Pick<Stories, 'owner'>, caseId: string): Promise<boolean> {
  return (await owner.query('select from case_file where id = $1', [caseId])).rowCount === 1
}
