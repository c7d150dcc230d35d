import type { RunningJobs, WorkerParts } from '../job-set.ts'
import { remindAppointments } from '../appointment/remind-appointments.ts'
import { countIndicators } from '../statistics/count-indicators.ts'
import { eraseIntroductions } from './erase-introductions.ts'
import { eraseOverdue, eraseRecordingJob } from './erase-recording.ts'
import { forgetAskedCodes } from './forget-asked-codes.ts'
import { askForLines } from '../silence/ask-for-lines.ts'
import { purgeIngestRequests, retainByRule } from './retain-by-rule.ts'
import { purgeDeliveries } from './purge-deliveries.ts'
import { purgeDrafts } from './purge-drafts.ts'
import { purgeIntents } from './purge-intents.ts'

const ERASE_EVERY_MS = 5 * 60_000
const PURGE_EVERY_MS = 60 * 60_000
const REMIND_EVERY_MS = 5 * 60_000
const COUNT_EVERY_MS = 60 * 60_000
const ASK_EVERY_MS = 12 * 60 * 60_000
const ERASE_CASES_EVERY_MS = 60 * 60_000

/** What needs only the database: no engine, and no key to what it erases or counts. */
export function retentionJobs(parts: WorkerParts): RunningJobs<'retention'> {
  return {
    handlers: { 'erase-recording': eraseRecordingJob(parts) },
    atIntervals: [
      { everyMs: ERASE_EVERY_MS, work: () => eraseOverdue(parts) },
      { everyMs: PURGE_EVERY_MS, work: () => purgeIntents(parts) },
      { everyMs: PURGE_EVERY_MS, work: () => purgeDeliveries(parts) },
      { everyMs: PURGE_EVERY_MS, work: () => purgeDrafts(parts) },
      { everyMs: PURGE_EVERY_MS, work: () => eraseIntroductions(parts) },
      { everyMs: REMIND_EVERY_MS, work: () => remindAppointments(parts) },
      { everyMs: PURGE_EVERY_MS, work: () => purgeIngestRequests(parts) },
      { everyMs: PURGE_EVERY_MS, work: () => forgetAskedCodes(parts) },
      { everyMs: COUNT_EVERY_MS, work: () => countIndicators(parts) },
      { everyMs: ASK_EVERY_MS, work: () => askForLines(parts) },
      { everyMs: ERASE_CASES_EVERY_MS, work: () => retainByRule(parts) },
    ],
  }
}
