import { sql } from 'kysely'
import { sendJob } from '../../../db/jobs'
import type { StaffTx } from '../../../db/connect'

/** Number null: missing parts stay a gap. False if the author has no such open recording. */
export async function stopRecording(
  tx: StaffTx,
  recordingId: string,
  lastNumber: number | null,
): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`
    select staff_stop_recording(${recordingId}::uuid, ${lastNumber}::int) as stopped`.execute(tx)
  return rows[0]?.stopped ?? false
}

/** Also erases the sound. False if the author has no such recording. */
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
