import { parseDataKeys } from '../../../app/person/data-keys.ts'
import type { JobSet, StartJobs, WorkerParts } from '../job-set.ts'
import type { SettingSource } from '../setting-source.ts'
import { readNoticeSettings } from './notice-settings.ts'
import { sendDue, type Sending } from './send-due.ts'

/** Whoever has asked for a code is waiting for it. */
const SEND_EVERY_MS = 3_000

/** Notices, and the codes that confirm an address. Where no channel is named nothing is sent, and notices wait. */
export const noticeJobs: JobSet<'notices'> = (source) => Promise.resolve(noticesBy(source))

function noticesBy(source: SettingSource): StartJobs<'notices'> | null {
  const settings = readNoticeSettings(source)
  if (!settings) return null
  if (Object.keys(settings.senders).length === 0) return () => ({ handlers: {}, atIntervals: [] })
  const dataKeys = source.take('DATA_KEYS', parseDataKeys)
  return dataKeys ? (worker) => startNoticeJobs(worker, { ...settings, dataKeys }) : null
}

function startNoticeJobs(worker: WorkerParts, sending: Sending) {
  return { handlers: {}, atIntervals: [{ everyMs: SEND_EVERY_MS, work: () => sendDue(worker, sending) }] }
}
