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
 * Keeps what is to be read, and its code by the hash.
 * @returns false for a child that may not be read with now, a list that has been opened already, or a code that is taken
 */
export async function prepareReading(
  tx: StaffTx,
  { caseId, personId }: { caseId: string; personId: string },
  { chosen, level, company, companyName, formKey }: Preparation,
  codeHash: Buffer,
): Promise<boolean> {
  const { rows } = await sql<{ id: string | null }>`
    select staff_prepare_together(${caseId}, ${personId}, ${JSON.stringify(chosen)}::jsonb, ${level}, ${company}, ${companyName},
                                  ${formKey}, ${codeHash}) as id`.execute(tx)
  return rows[0]?.id != null
}
