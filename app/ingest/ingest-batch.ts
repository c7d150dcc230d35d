import type { ServiceTx } from '../../db/connect.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { ingestItems, type IngestSender, type PlacedItem, type RequestKey } from './ingest-items.ts'
import type { ItemKind } from './item-schemas.ts'
import type { IngestOutcome, IngestState } from './outcome.ts'
import { problem, problemBody, type IngestProblem } from './problems.ts'
import { readItem } from './read-item.ts'
import type { IngestKind } from './scopes.ts'
import { setsOf } from './sets.ts'

type Sent = IngestSender & RequestKey & { may: (kind: IngestKind) => boolean }
type Means = {
  inTransaction: <T>(work: (tx: ServiceTx) => Promise<T>) => Promise<T>
  dataKeys: DataKeys
  now: Date
  titleOf: (kind: string, eventAt: Date) => string
  requestId: string
}
type Result = { status: number; state?: IngestState; problem?: object }
type Outcomes = Map<number, IngestOutcome>

/** One transaction per set, so a list that broke off can be sent again without doing anything twice. */
export async function ingestBatch(
  sent: Sent,
  items: readonly { type: ItemKind; data?: unknown }[],
  means: Means,
): Promise<{ results: Result[] } | IngestProblem> {
  const outcomes: Outcomes = new Map()
  const good: PlacedItem[] = []
  for (const [at, { type, data }] of items.entries()) {
    const read = sent.may(type) ? await readListed(type, data, means.now) : problem('scopeMissing')
    if ('problem' in read) outcomes.set(at, read)
    else good.push({ ...read, at })
  }
  for (const set of setsOf(good)) {
    const done = await doSet(sent, set, means)
    if ('problem' in done) return done
    for (const [at, outcome] of done) outcomes.set(at, outcome)
  }
  return { results: items.map((_item, at) => resultOf(outcomes.get(at)!, means.requestId)) }
}

async function readListed(type: ItemKind, data: unknown, now: Date) {
  const read = await readItem(type, data, now)
  const hasPdf = !('problem' in read) && read.kind === 'document' && read.item.pdf !== undefined
  return hasPdf ? problem('invalid', [{ pointer: '/pdf', detail: 'is not taken in a list' }]) : read
}

/** What the database throws on is done one by one, so that what stands before it in the list is kept. */
async function doSet(
  sent: Sent,
  set: readonly PlacedItem[],
  means: Means,
): Promise<Outcomes | IngestProblem> {
  try {
    return await means.inTransaction((tx) => ingestItems(tx, sent, set, means))
  } catch (error) {
    const isAway = error instanceof Error && error.name === 'DatabaseAway'
    if (isAway || set.length === 1) throw error
  }
  const outcomes: Outcomes = new Map()
  for (const item of set) {
    const done = await doSet(sent, [item], means)
    if ('problem' in done) return done
    for (const [at, outcome] of done) outcomes.set(at, outcome)
  }
  return outcomes
}

function resultOf(outcome: IngestOutcome, requestId: string): Result {
  if ('status' in outcome) return outcome
  const body = problemBody(outcome, requestId)
  return { status: body.status, problem: body }
}
