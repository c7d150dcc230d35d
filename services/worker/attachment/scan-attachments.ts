import { sql } from 'kysely'
import { unsealFile } from '../../../app/attachment/sealed-file.ts'
import type { DataKeys } from '../../../app/person/data-keys.ts'
import type { ClamdAddress } from '../../../app/server/clamd-setting.ts'
import type { WorkerParts } from '../job-set.ts'
import { scanFile } from './clamd.ts'

export type ScanSettings = { dataKeys: DataKeys; clamd: ClamdAddress }

type Parts = Pick<WorkerParts, 'database' | 'now' | 'log' | 'signal'>
type Waiting = { municipalityId: string; attachmentId: string; sealed: Buffer }

/**
 * Has every file that waits looked at, one after another. While the scanner is away they stay as they are and their messages
 * go their way; each is tried again after three minutes.
 */
export async function scanAttachments(parts: Parts, { dataKeys, clamd }: ScanSettings): Promise<void> {
  const { database, now, log, signal } = parts
  while (!signal.aborted) {
    const waiting = await nextWaiting(parts)
    if (!waiting) return
    const { municipalityId, attachmentId, sealed } = waiting
    const bytes = unsealFile(sealed, attachmentId, dataKeys)
    const answer = await scanFile(bytes, { address: clamd, signal })
    if (typeof answer === 'object') {
      log.warn({ attachmentId, code: answer.away }, 'an attachment was not scanned')
      // A file that is more than the scanner takes says nothing of the next one.
      if (answer.away === 'sizeLimit') continue
      return
    }
    const isInfected = answer === 'infected'
    await database.asService(now(), async (tx) => {
      await sql`select service_attachment_scanned(${municipalityId}::uuid, ${attachmentId}::uuid, ${isInfected}::boolean)`.execute(
        tx,
      )
    })
    log.info({ attachmentId, isInfected }, 'attachment scanned')
  }
}

async function nextWaiting({ database, now }: Parts): Promise<Waiting | undefined> {
  return database.asService(now(), async (tx) => {
    const { rows } = await sql<Waiting>`
      select municipality_id as "municipalityId", attachment_id as "attachmentId", sealed from service_next_attachment()`.execute(
      tx,
    )
    return rows[0]
  })
}
