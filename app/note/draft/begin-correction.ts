import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type NewCorrection = { noteId: string; versionId: string; reason: string }

/**
 * Copies the newest version into a draft, unless there is one (FL 2017:900 36 §).
 * @returns false if the note has no signed version or is not open to the writer
 */
export async function beginCorrection(tx: StaffTx, correction: NewCorrection): Promise<boolean> {
  const { noteId, versionId, reason } = correction
  const { rows } = await sql<{ isBegun: boolean }>`
    select staff_begin_correction(${noteId}::uuid, ${versionId}::uuid, ${reason}) as "isBegun"`.execute(tx)
  return rows[0]?.isBegun ?? false
}
