import { sql } from 'kysely'
import type { ServiceTx } from '../../db/connect.ts'
import { findIdentityNumbers } from '../text/identity-numbers.ts'
import { lookupHash } from '../person/personal-identity-number.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { draftOfNote } from './draft-of-note.ts'
import type { IngestItem } from './item-schemas.ts'
import type { IngestNote } from './note-schema.ts'
import type { SeenPdf } from '../document/upload/look-inside.ts'
import { storedDocument } from './stored-document.ts'
import { outcomeOf, type IngestOutcome, type OutcomeRow } from './outcome.ts'
import { refusal, type IngestProblem } from './problems.ts'

export type IngestSender = { municipalityId: string; clientId: string }

/** Makes a request happen only once. */
export type RequestKey = { key: string; bodyHash: Buffer }

/** `at` is its place in the request. */
export type PlacedItem = IngestItem & { at: number }

type Reading = {
  dataKeys: DataKeys
  now: Date
  titleOf: (kind: string, eventAt: Date) => string
}
/** A finished PDF, looked inside. It comes with a document that is sent alone. */
type IngestFile = { bytes: Buffer; seen: SeenPdf }

/**
 * Takes things of different names, each once: sent again, it gets the answer that is kept. One transaction, so that an
 * error leaves none of them. A problem: the request as a whole is not done.
 */
export async function ingestItems(
  tx: ServiceTx,
  { municipalityId, clientId, key, bodyHash }: IngestSender & RequestKey,
  items: readonly PlacedItem[],
  reading: Reading,
  file?: IngestFile,
): Promise<Map<number, IngestOutcome> | IngestProblem> {
  const stored = await Promise.all(
    items.map(async (item) => ({ item: item.at, kind: item.kind, data: await storedForm(item, reading) })),
  )
  const { rows } = await sql<OutcomeRow & { item: number | null }>`
    select item, outcome, about, state
      from ingest_items(${municipalityId}::uuid, ${clientId}, ${key}, ${bodyHash}, ${JSON.stringify(stored)}::jsonb,
                        ${file?.bytes ?? null}::bytea, ${file?.seen.pages ?? null}::int, ${file?.seen.isTagged ?? null}::boolean)`.execute(
    tx,
  )
  const whole = rows.find(({ item }) => item === null)
  if (whole) return refusal(whole.outcome, [])
  return new Map(rows.map((row) => [row.item!, outcomeOf(row)]))
}

async function storedForm(sent: IngestItem, reading: Reading): Promise<object> {
  if (sent.kind === 'note') return storedNote(sent.item, reading)
  if (sent.kind === 'document') return storedDocument(sent.item)
  if (sent.kind !== 'party') return sent.item
  const { personalIdentityNumber, ...party } = sent.item
  return { ...party, numberHash: lookupHash(personalIdentityNumber, reading.dataKeys).toString('hex') }
}

async function storedNote(note: IngestNote, { dataKeys, now, titleOf }: Reading): Promise<object> {
  const { dictated, source, participants } = note
  const draft = draftOfNote(note)
  const found = await findIdentityNumbers(draft.draftText, now)
  const numbers = found.map(({ number }) => lookupHash(number, dataKeys))
  return {
    externalId: note.externalId,
    caseNumber: note.caseNumber,
    author: note.author,
    kind: note.kind,
    title: note.title ?? titleOf(note.kind, new Date(note.eventAt)),
    eventAt: note.eventAt,
    recordedAt: note.recordedAt,
    lockedAt: note.lockedAt,
    source: `${source.role}, ${source.type}`,
    participants: participants.join(', '),
    childPresent: note.childPresent,
    childNotHeardReason: note.childNotHeardReason,
    bbicAreas: note.bbicAreas,
    origin: dictated ? 'spoken' : 'typed',
    dictationSeconds: note.dictationSeconds,
    ...draft,
    numberHashes: numbers.map((hash) => hash.toString('hex')),
  }
}
