import type { ServiceTx } from '../../db/connect.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { ingestItem, type IngestSender } from './ingest-item.ts'
import type { ItemKind } from './item-schemas.ts'
import type { IngestOutcome, IngestState } from './outcome.ts'
import { problem, problemBody, type IngestProblem } from './problems.ts'
import { readItem } from './read-item.ts'
import type { IngestKind } from './scopes.ts'

type Sent = IngestSender & { key: string; bodyHash: Buffer; may: (kind: IngestKind) => boolean }
type Means = {
  inTransaction: <T>(work: (tx: ServiceTx) => Promise<T>) => Promise<T>
  dataKeys: DataKeys
  now: Date
  titleOf: (kind: string, eventAt: Date) => string
  requestId: string
}
type Result = { status: number; state?: IngestState; problem?: object }

/** One transaction per item, so a list that broke off can be sent again without doing anything twice. */
export async function ingestBatch(
  sent: Sent,
  items: readonly { type: ItemKind; data?: unknown }[],
  means: Means,
): Promise<{ results: Result[] } | IngestProblem> {
  const results: Result[] = []
  for (const [index, { type, data }] of items.entries()) {
    const outcome = await doItem(sent, { type, data, index }, means)
    if ('problem' in outcome && ['inProgress', 'keyReused'].includes(outcome.problem)) return outcome
    results.push(resultOf(outcome, means.requestId))
  }
  return { results }
}

async function doItem(
  { municipalityId, clientId, key, bodyHash, may }: Sent,
  { type, data, index }: { type: ItemKind; data: unknown; index: number },
  { inTransaction, dataKeys, now, titleOf }: Means,
): Promise<IngestOutcome> {
  if (!may(type)) return problem('scopeMissing')
  const read = await readItem(type, data, now)
  if ('problem' in read) return read
  if (read.kind === 'document' && read.item.pdf !== undefined)
    return problem('invalid', [{ pointer: '/pdf', detail: 'is not taken in a list' }])
  return inTransaction((tx) =>
    ingestItem(
      tx,
      { municipalityId, clientId, key, item: index, bodyHash },
      { ...read, dataKeys, now, titleOf },
    ),
  )
}

function resultOf(outcome: IngestOutcome, requestId: string): Result {
  if ('status' in outcome) return outcome
  const body = problemBody(outcome, requestId)
  return { status: body.status, problem: body }
}
