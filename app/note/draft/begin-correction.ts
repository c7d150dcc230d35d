import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type NewCorrection = { noteId: string; versionId: string; reason: string }

/**
 * Begins the next version of a signed note from the text of its newest one (FL 2017:900 36 §). Where a draft is
 * there already, nothing is made.
 * @returns false where the note has no signed version or is not open to the writer
 */
export async function beginCorrection(tx: StaffTx, correction: NewCorrection): Promise<boolean> {
  const { noteId, versionId, reason } = correction
  const { rows } = await sql<{ isBegun: boolean }>`
    select staff_begin_correction(${noteId}::uuid, ${versionId}::uuid, ${reason}) as "isBegun"`.execute(tx)
  return rows[0]?.isBegun ?? false
}
