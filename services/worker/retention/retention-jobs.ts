import type { RunningJobs, WorkerParts } from '../job-set.ts'
import { eraseOverdue, eraseRecordingJob } from './erase-recording.ts'

const ERASE_EVERY_MS = 5 * 60_000

/** Needs only the database: no engine, and no key to what it erases. */
export function retentionJobs(parts: WorkerParts): RunningJobs<'retention'> {
  return {
    handlers: { 'erase-recording': eraseRecordingJob(parts) },
    atIntervals: [{ everyMs: ERASE_EVERY_MS, work: () => eraseOverdue(parts) }],
  }
}
