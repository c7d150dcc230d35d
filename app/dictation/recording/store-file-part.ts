import { sql } from 'kysely'
import { sendJob } from '../../../db/jobs'
import type { StaffTx } from '../../../db/connect'

export async function storeFilePart(
  tx: StaffTx,
  { recordingId, number, bytes }: { recordingId: string; number: number; bytes: Buffer },
): Promise<void> {
  await tx
    .insertInto('recording_file_part')
    .values({
      municipality_id: sql<string>`(select app_municipality())`,
      recording_id: recordingId,
      number,
      bytes,
    })
    .execute()
}

export function finishUpload(tx: StaffTx, municipalityId: string, recordingId: string): Promise<void> {
  return sendJob(tx, 'decode-file', { municipalityId, recordingId })
}
