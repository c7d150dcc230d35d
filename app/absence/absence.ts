import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

export type Colleague = { id: string; givenName: string; name: string; isMe: boolean }

/** Whose absence the staff member may record, themself first: a team leader that of everybody in the unit. */
export function listRecordable(tx: StaffTx): Promise<Colleague[]> {
  return tx
    .selectFrom('staff_recordable')
    .select([
      'staff_id as id',
      'given_name as givenName',
      sql<string>`full_name(given_name, family_name)`.as('name'),
      'is_me as isMe',
    ])
    .orderBy('is_me', 'desc')
    .orderBy('given_name')
    .orderBy('staff_id')
    .execute()
}

export type Absence = {
  id: string
  givenName: string
  name: string
  /** Both days included. */
  from: string
  to: string
  hasBegun: boolean
  recordedBy: string
}

/** Those that are not over, soonest first. */
export async function listAbsences(tx: StaffTx): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select a.id, r.given_name as "givenName", full_name(r.given_name, r.family_name) as name, lower(a.away) as from,
           upper(a.away) - 1 as to, lower(a.away) < (select app_today()) as "hasBegun",
           (select s.given_name from staff_member s where s.municipality_id = a.municipality_id and s.id = a.recorded_by) as "recordedBy"
      from staff_absence a join staff_recordable r on r.municipality_id = a.municipality_id and r.staff_id = a.staff_id
     where upper(a.away) > (select app_today())
     order by lower(a.away), a.id`.execute(tx)
  return rows
}

export type NewAbsence = {
  /** Chosen by the form: the same one twice is one absence. */
  id: string
  staffId: string
  /** Both days included, 'YYYY-MM-DD'. */
  from: string
  to: string
}

/**
 * @returns 'overlaps' when part of it is recorded already, 'otherAbsence' when the id has recorded another, and nothing was
 * recorded; null for somebody who is not theirs to record
 */
export async function recordAbsence(
  tx: StaffTx,
  { id, staffId, from, to }: NewAbsence,
): Promise<'recorded' | 'overlaps' | 'otherAbsence' | null> {
  const { rows } = await sql<{ outcome: 'recorded' | 'overlaps' | 'otherAbsence' | null }>`
    select staff_record_absence(${staffId}::uuid, ${from}::date, ${to}::date, ${id}::uuid) as outcome`.execute(
    tx,
  )
  return rows[0]!.outcome
}

/** From today somebody is back. Nothing happens to an absence that is over, or not the staff member's to end. */
export async function endAbsence(tx: StaffTx, id: string): Promise<void> {
  await sql`select staff_end_absence(${id}::uuid)`.execute(tx)
}
