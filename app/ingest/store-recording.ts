import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ServiceTx } from '../../db/connect.ts'
import { sendJob } from '../../db/jobs.ts'
import { encryptSound, newSoundKey } from '../dictation/sound-key.ts'
import type { DataKeys } from '../person/data-keys.ts'
import type { IngestSender } from './ingest-items.ts'
import { outcomeOf, type IngestOutcome, type OutcomeRow } from './outcome.ts'
import { refusal } from './problems.ts'
import { takeParts, type Sound } from './sound-parts.ts'

type Sent = IngestSender & { key: string; note: string; externalId: string }

type Means = {
  inTransaction: <T>(work: (tx: ServiceTx) => Promise<T>) => Promise<T>
  dataKeys: DataKeys
}

/** Encrypts each part as it arrives. An upload that breaks off leaves nothing. */
export async function storeRecording(sent: Sent, sound: Sound, means: Means): Promise<IngestOutcome> {
  const { inTransaction, dataKeys } = means
  const recordingId = randomUUID()
  const { key, encrypted } = newSoundKey(dataKeys)
  const begun = await inTransaction((tx) => start(tx, sent, { recordingId, keyEncrypted: encrypted }))
  if (begun !== 'new' && begun !== 'again') return begun

  const hash = createHash('sha256')
  const take = async (number: number, part: Buffer) => {
    hash.update(part)
    if (begun === 'again') return true
    return inTransaction((tx) => addPart(tx, sent, { recordingId, number, bytes: encryptSound(key, part) }))
  }
  const isOver = { well: false }
  try {
    const fault = await takeParts(sound, take)
    const outcome =
      fault ?? (await inTransaction((tx) => end(tx, sent, { recordingId, begun, soundHash: hash.digest() })))
    isOver.well = 'status' in outcome
    return outcome
  } finally {
    if (!isOver.well) await inTransaction((tx) => giveUp(tx, sent, recordingId))
  }
}

async function start(
  tx: ServiceTx,
  { municipalityId, clientId, key, note, externalId }: Sent,
  made: { recordingId: string; keyEncrypted: Buffer },
): Promise<'new' | 'again' | IngestOutcome> {
  const { rows } = await sql<Pick<OutcomeRow, 'outcome' | 'about'>>`
    select outcome, about from ingest_start_recording(${municipalityId}::uuid, ${clientId}, ${key}, ${note}, ${externalId},
                                                      ${made.recordingId}::uuid, ${made.keyEncrypted})`.execute(
    tx,
  )
  const { outcome, about } = rows[0]!
  if (outcome === 'begun') return 'new'
  return outcome === 'complete' ? 'again' : refusal(outcome, about ?? [])
}

async function addPart(
  tx: ServiceTx,
  { municipalityId, clientId }: IngestSender,
  part: { recordingId: string; number: number; bytes: Buffer },
): Promise<boolean> {
  const { rows } = await sql<{ added: boolean }>`
    select ingest_add_part(${municipalityId}::uuid, ${clientId}, ${part.recordingId}::uuid, ${part.number}::int,
                           ${part.bytes}) as added`.execute(tx)
  return rows[0]!.added
}

async function end(
  tx: ServiceTx,
  { municipalityId, clientId, key, note, externalId }: Sent,
  { recordingId, begun, soundHash }: { recordingId: string; begun: 'new' | 'again'; soundHash: Buffer },
): Promise<IngestOutcome> {
  const request = createHash('sha256')
    .update(`recordings\n${note}\n${externalId}\n`)
    .update(soundHash)
    .digest()
  const { rows } = await sql<OutcomeRow>`
    select outcome, about, state from ingest_end_recording(${municipalityId}::uuid, ${clientId}, ${key}, ${request}, ${externalId},
                                                    ${recordingId}::uuid, ${soundHash})`.execute(tx)
  const outcome = outcomeOf(rows[0]!)
  if (begun === 'new' && 'status' in outcome)
    await sendJob(tx, 'decode-file', { municipalityId, recordingId })
  return outcome
}

async function giveUp(
  tx: ServiceTx,
  { municipalityId, clientId }: IngestSender,
  recordingId: string,
): Promise<void> {
  await sql`select ingest_give_up_recording(${municipalityId}::uuid, ${clientId}, ${recordingId}::uuid)`.execute(
    tx,
  )
}
