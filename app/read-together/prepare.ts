import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import type { Preparation } from './prepare-in'

/** Undefined when this is not the child of a case that is open to the staff member. */
export function findChildToReadWith(tx: StaffTx, caseId: string, personId: string) {
  return tx
    .selectFrom('case_file as c')
    .innerJoin('person as p', 'p.id', 'c.child_id')
    .where('c.id', '=', caseId)
    .where('c.child_id', '=', personId)
    .select(['c.id as caseId', 'p.id as personId', 'p.given_name as name'])
    .executeTakeFirst()
}

/**
 * Keeps what is to be read, as it was sent last, its code by the hash, and the network it was prepared from, while the code holds.
 * @returns the reading's id; null for a child that may not be read with now, a list that has been opened already, or a
 * code that is taken
 */
export async function prepareReading(
  tx: StaffTx,
  { caseId, personId }: { caseId: string; personId: string },
  { chosen, level, company, companyName, formKey }: Preparation,
  { codeHash, network }: { codeHash: Buffer; network: Buffer },
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select staff_prepare_together(${caseId}, ${personId}, ${JSON.stringify(chosen)}::jsonb, ${level}, ${company}, ${companyName},
                                  ${formKey}, ${codeHash}, ${network}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Whether a device has opened what the staff member's form has prepared. */
export async function isOpened(tx: StaffTx, formKey: string): Promise<boolean> {
  const { rows } = await sql`
    select from read_together r
     where r.form_key = ${formKey}::uuid and r.staff_id = (select app_subject()) and r.begun_at is not null`.execute(
    tx,
  )
  return rows.length > 0
}

/** What the staff member has prepared and nobody has opened yet, with the key of its code. Undefined for any other. */
export async function findUnopened(tx: StaffTx, readingId: string) {
  const { rows } = await sql<{
    caseId: string
    personId: string
    childName: string
    formKey: string
    isInTime: boolean
  }>`
    select r.case_id as "caseId", child.id as "personId", child.given_name as "childName", r.form_key as "formKey",
           r.prepared_at > (select app_now()) - interval '10 minutes' as "isInTime"
      from read_together r
      join case_file c on c.id = r.case_id
      join person child on child.id = c.child_id
     where r.id = ${readingId}::uuid and r.staff_id = (select app_subject()) and r.begun_at is null and r.ended_at is null`.execute(
    tx,
  )
  return rows[0]
}
