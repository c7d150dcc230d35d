import { sql } from 'kysely'
import type { ServiceTx } from '../../../db/connect.ts'
import type { Jobs } from '../../../db/jobs.ts'
import type { JobHandler } from '../job-runner.ts'
import type { RecordingId } from './recordings.ts'
import type { WorkerParts } from '../worker-parts.ts'

type Because = Jobs['erase-recording']['because']

/** Erases the sound of a recording whose note is signed or thrown away. */
export function eraseRecordingJob({ database, now }: WorkerParts): JobHandler<'erase-recording'> {
  return ({ because, ...id }, complete) =>
    database.asService(now(), async (tx) => {
      await erase(tx, id, { because })
      await complete(tx)
    })
}

/** @param why.problem what the writer is told, where the recording could not be used */
export async function erase(
  tx: ServiceTx,
  { municipalityId, recordingId }: RecordingId,
  why: { because: Because; problem?: 'undecodable' | 'tooLong' },
): Promise<void> {
  await sql`select service_erase_recording(${municipalityId}, ${recordingId}, ${why.because}, ${why.problem ?? null})`.execute(
    tx,
  )
}

/** Erases what has lived its time, and what a lost job left behind. @returns how many */
export async function eraseOverdue({ database, now }: WorkerParts): Promise<number> {
  return database.asService(now(), async (tx) => {
    const { rows } = await sql<{ municipality_id: string; recording_id: string; because: Because }>`
      select * from service_recordings_to_erase()`.execute(tx)
    for (const row of rows) {
      await erase(tx, { municipalityId: row.municipality_id, recordingId: row.recording_id }, row)
    }
    return rows.length
  })
}
