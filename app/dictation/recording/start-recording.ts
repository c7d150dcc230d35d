import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DictationMode } from '../text/spoken-commands'
import type { PartMs } from './part-length'

export type NewRecording = {
  /** Chosen by the page, so that a repeated request makes one recording. */
  recordingId: string
  versionId: string
  authorId: string
  source: 'live' | 'upload'
  mode: DictationMode
  /** How much sound a part's number stands for; a part has as many numbers as it is long, up to a second. */
  partMs: PartMs
  /** Encrypted with the data keys (sound-key.ts). */
  keyEncrypted: Buffer
  now: Date
}

/** The note counts as spoken from now on. False if the author has no such draft, or the id is of another recording. */
export async function startRecording(tx: StaffTx, recording: NewRecording): Promise<boolean> {
  const { recordingId, versionId, authorId, source, mode, keyEncrypted, partMs, now } = recording
  const draft = await tx
    .updateTable('note_version')
    .set({ origin: 'spoken' })
    .where('id', '=', versionId)
    .where('signed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!draft) return false
  const made = await tx
    .insertInto('recording')
    .values({
      municipality_id: sql<string>`(select app_municipality())`,
      id: recordingId,
      note_version_id: versionId,
      author_id: authorId,
      source,
      command_mode: mode,
      started_at: now,
      key_encrypted: keyEncrypted,
      part_ms: partMs,
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined || isOwn(tx, recordingId, versionId)
}

async function isOwn(tx: StaffTx, recordingId: string, versionId: string): Promise<boolean> {
  const own = await tx
    .selectFrom('recording')
    .select('id')
    .where('id', '=', recordingId)
    .where('note_version_id', '=', versionId)
    .executeTakeFirst()
  return own !== undefined
}
