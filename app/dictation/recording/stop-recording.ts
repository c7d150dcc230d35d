import { sql } from 'kysely'
import { sendJob } from '../../../db/jobs'
import type { StaffTx } from '../../../db/connect'

/**
 * Says which part is the last. Null: nothing more will come, and what is missing is a gap that is shown.
 * @returns false where the author has no such recording that goes on
 */
export async function stopRecording(
  tx: StaffTx,
  recordingId: string,
  lastNumber: number | null,
): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`
    select staff_stop_recording(${recordingId}::uuid, ${lastNumber}::int) as stopped`.execute(tx)
  return rows[0]?.stopped ?? false
}

/**
 * Throws one recording away: nothing more of it comes into the text, and its sound is erased.
 * @returns false where the author has no such recording
 */
export async function discardRecording(tx: StaffTx, recordingId: string): Promise<boolean> {
  const discarded = await tx
    .updateTable('recording')
    .set({ state: 'discarded' })
    .where('id', '=', recordingId)
    .where('state', '<>', 'discarded')
    .returning('municipality_id as municipalityId')
    .executeTakeFirst()
  if (!discarded) return false
  await sendJob(tx, 'erase-recording', { ...discarded, recordingId, because: 'discarded' })
  return true
}
