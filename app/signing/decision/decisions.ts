import { sql } from 'kysely'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import type { DeadlineKind } from '../../../db/closed-lists'
import type { DocumentContent } from '../../document/content/content'
import type { Authority } from '../hidden-intent'
import type { ToSign } from '../request/begin-signature'

export type Decision = NonNullable<Awaited<ReturnType<typeof findDecision>>>

const decisions = (tx: StaffTx) =>
  tx
    .selectFrom('staff_decision')
    .select([
      'request_id as id',
      'document_id as documentId',
      'case_number as caseNumber',
      'title',
      'dated_on as datedOn',
      'act',
      'state',
      'asked_at as askedAt',
      'moved_at as movedAt',
      'decided_at as decidedAt',
      'version',
      'sha256',
      'pages',
      'law',
      'ground',
      'cannot_wait as cannotWait',
      'committee',
      'kind',
      'mandate_id as mandateId',
      'appointed_by as appointedBy',
      'asked_by as askedBy',
      'asked_by_phone as askedByPhone',
      'is_on_paper as isOnPaper',
      'is_answerable as isAnswerable',
      'is_judged_soon as isJudgedSoon',
    ])

/** What is put before whoever asks, while they may decide it, taken back or not: what waits first, then the newest. */
export function listDecisions(tx: StaffTx) {
  return decisions(tx)
    .where('state', 'in', ['asked', 'declined', 'signed', 'cancelled', 'superseded'])
    .orderBy(sql`state = 'signed'`)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute()
}

/** Undefined when it is unknown, another's, or theirs no more to decide. */
export function findDecision(tx: StaffTx, requestId: string) {
  return decisions(tx).where('request_id', '=', requestId).executeTakeFirst()
}

/** The same, as it is signed: in which capacity and on which ground goes into the signature. */
export async function findDecisionToSign(tx: StaffTx, requestId: string): Promise<ToSign | undefined> {
  const found = await findDecision(tx, requestId)
  if (!found) return undefined
  const authority: Authority = {
    role: found.kind,
    mandateId: found.mandateId,
    source: found.appointedBy,
  }
  const page = staffAt.decision(found.id)
  return { ...found, page, decidesAs: decidesAs(found), laws: [found.law, found.ground], authority }
}

/** Official Swedish, in the app and in the evidence. */
export function decidesAs({ kind, committee, appointedBy }: Decision): string {
  const office = kind === 'chair' ? 'ordförande i' : 'särskilt utsedd ledamot av'
  return `${office} ${committee} (${appointedBy})`
}

/** The text; the database logs the reading. Null as for {@link findDecision}. */
export async function readDecision(tx: StaffTx, requestId: string): Promise<DocumentContent | null> {
  const { rows } = await sql<{ content: DocumentContent | null }>`
    select staff_read_decision(${requestId}::uuid) as content`.execute(tx)
  return rows[0]?.content ?? null
}

/** The frozen bytes, for whoever decides and for staff of the case; the database logs the reading. Null when unknown. */
export async function readDecisionFile(tx: StaffTx, requestId: string): Promise<Buffer | null> {
  const { rows } = await sql<{ bytes: Buffer | null }>`
    select staff_read_decision_file(${requestId}::uuid) as bytes`.execute(tx)
  return rows[0]?.bytes ?? null
}

export type Following = { kind: DeadlineKind; dueOn: string; source: string }

/** What must be done afterwards and until when: counted from today until it is decided. */
export async function listFollowing(tx: StaffTx, requestId: string): Promise<Following[]> {
  const { rows } = await sql<Following>`
    select kind, due_on as "dueOn", source from staff_decision_deadlines(${requestId}::uuid)`.execute(tx)
  return rows
}

/** @returns false when it can no longer be answered, unless so already */
export async function declineDecision(
  tx: StaffTx,
  requestId: string,
  words: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select staff_decline_decision(${requestId}::uuid, ${words}) as done`.execute(tx)
  return rows[0]?.done === true
}
