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

export type IngestSender = { municipalityId: string; clientId: string }

/** Makes a request happen only once. */
export type RequestKey = { key: string; item: number; bodyHash: Buffer }

type Reading = {
  /** A finished PDF that came with it, looked inside. */
  file?: { bytes: Buffer; seen: SeenPdf } | undefined
  dataKeys: DataKeys
  now: Date
  titleOf: (kind: string, eventAt: Date) => string
}

/** One transaction. The same request sent again gets the stored answer. */
export async function ingestItem(
  tx: ServiceTx,
  request: IngestSender & RequestKey,
  sent: IngestItem & Reading,
): Promise<IngestOutcome> {
  const { municipalityId, clientId, key, item, bodyHash } = request
  const { rows } = await sql<OutcomeRow>`
    select outcome, about, state from ingest_item(${municipalityId}::uuid, ${clientId}, ${key}, ${item}::int, ${bodyHash}, ${sent.kind},
                                           ${JSON.stringify(await storedForm(sent))}::jsonb,
                                           ${sent.file?.bytes ?? null}::bytea, ${sent.file?.seen.pages ?? null}::int,
                                           ${sent.file?.seen.isTagged ?? null}::boolean)`.execute(tx)
  return outcomeOf(rows[0]!)
}

async function storedForm(sent: IngestItem & Reading): Promise<object> {
  if (sent.kind === 'note') return storedNote(sent.item, sent)
  if (sent.kind === 'document') return storedDocument(sent.item)
  if (sent.kind !== 'party') return sent.item
  const { personalIdentityNumber, ...party } = sent.item
  return { ...party, numberHash: lookupHash(personalIdentityNumber, sent.dataKeys).toString('hex') }
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
