import { sql } from 'kysely'
import type { ServiceTx } from '../../../db/connect.ts'
import type { Jobs, RecordingId } from '../../../db/jobs.ts'
import type { JobHandler } from '../job-runner.ts'
import type { WorkerParts } from '../job-set.ts'

type Because = Jobs['erase-recording']['because']

export function eraseRecordingJob({ database, now }: WorkerParts): JobHandler<'erase-recording'> {
  return ({ because, ...id }, complete) =>
    database.asService(now(), async (tx) => {
      await eraseRecording(tx, id, { because })
      await complete(tx)
    })
}

/** `why.problem` is shown to the writer. */
export async function eraseRecording(
  tx: ServiceTx,
  { municipalityId, recordingId }: RecordingId,
  why: { because: Because; problem?: 'undecodable' | 'tooLong' },
): Promise<void> {
  await sql`select service_erase_recording(${municipalityId}, ${recordingId}, ${why.because}, ${why.problem ?? null})`.execute(
    tx,
  )
}

/** Also catches sound that a lost job left behind. */
export async function eraseOverdue({ database, now, log }: WorkerParts): Promise<void> {
  const count = await database.asService(now(), async (tx) => {
    const { rows } = await sql<{ municipality_id: string; recording_id: string; because: Because }>`
      select * from service_recordings_to_erase()`.execute(tx)
    for (const row of rows) {
      await eraseRecording(tx, { municipalityId: row.municipality_id, recordingId: row.recording_id }, row)
    }
    return rows.length
  })
  if (count > 0) log.info({ count }, 'erased')
}
