import { parseDataKeys } from '../../../app/person/data-keys.ts'
import { clamdAddressOf, tellIfUnscanned } from '../../../app/server/clamd-setting.ts'
import type { JobSet, RunningJobs, WorkerParts } from '../job-set.ts'
import { scanAttachments, type ScanSettings } from './scan-attachments.ts'

const SCAN_EVERY_MS = 5_000

/** What people attach is looked at by clamd; where there is none, nothing waits for it. */
export const attachmentJobs: JobSet<'attachment'> = ({ take, optional, production }) => {
  if (!optional('CLAMD_URL')) return Promise.resolve((parts) => startWithoutScanner(parts, production))
  const clamd = take('CLAMD_URL', clamdAddressOf)
  const dataKeys = take('DATA_KEYS', parseDataKeys)
  return Promise.resolve(clamd && dataKeys ? (parts) => startScanning(parts, { clamd, dataKeys }) : null)
}

function startWithoutScanner({ log }: WorkerParts, production: boolean): RunningJobs<'attachment'> {
  tellIfUnscanned({ production, scansFiles: false }, log)
  return { handlers: {}, atIntervals: [] }
}

function startScanning(parts: WorkerParts, settings: ScanSettings): RunningJobs<'attachment'> {
  return {
    handlers: {},
    atIntervals: [{ everyMs: SCAN_EVERY_MS, work: () => scanAttachments(parts, settings) }],
  }
}
