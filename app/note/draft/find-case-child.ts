import type { StaffTx } from '../../../db/connect'

/** The child's given name; undefined if the case is not open to the reader. */
export async function findCaseChild(tx: StaffTx, caseId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('case_file as c')
    .innerJoin('person as child', 'child.id', 'c.child_id')
    .where('c.id', '=', caseId)
    .select('child.given_name as name')
    .executeTakeFirst()
  return row?.name
}
