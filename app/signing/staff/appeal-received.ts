import { sql } from 'kysely'
import { appealSenders, appealWays, type AppealSender, type AppealWay } from '../../../db/closed-lists'
import type { StaffTx } from '../../../db/connect'
import type { AppealOutcome } from '../../../db/roles'

export type ReceivedAppeal = {
  sender: AppealSender
  way: AppealWay
  receivedOn: string
  forwardBy: string
  outcome: AppealOutcome | null
  outcomeOn: string | null
}

export const isAppealSender = (value: unknown): value is AppealSender =>
  appealSenders.some((sender) => sender === value)
export const isAppealWay = (value: unknown): value is AppealWay => appealWays.some((way) => way === value)
export const isAppealOutcome = (value: unknown): value is AppealOutcome =>
  value === 'forwarded' || value === 'dismissed'

/** Undefined when none has come in, or the request is not in a case open to the staff member. */
export async function findReceivedAppeal(
  tx: StaffTx,
  requestId: string,
): Promise<ReceivedAppeal | undefined> {
  const { rows } = await sql<ReceivedAppeal>`
    select g.sender, g.way, g.received_on as "receivedOn", d.due_on as "forwardBy", g.outcome, g.outcome_on as "outcomeOn"
      from appeal_received g
      join deadline d on d.municipality_id = g.municipality_id and d.id = g.deadline_id
     where g.request_id = ${requestId}::uuid`.execute(tx)
  return rows[0]
}

type Recorded = { requestId: string; sender: AppealSender; way: AppealWay; receivedOn: string }

/** @returns false when one is recorded already, or on a day when it could not come in */
export async function recordAppeal(
  tx: StaffTx,
  { requestId, sender, way, receivedOn }: Recorded,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select staff_record_appeal(${requestId}::uuid, ${sender}, ${way}, ${receivedOn}::date) as done`.execute(
    tx,
  )
  return rows[0]?.done === true
}

type Closed = { requestId: string; outcome: AppealOutcome; outcomeOn: string }

/** @returns false when it is closed already, on a day that cannot be, or when what came in time would be dismissed as late */
export async function closeAppeal(tx: StaffTx, { requestId, outcome, outcomeOn }: Closed): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select staff_close_appeal(${requestId}::uuid, ${outcome}, ${outcomeOn}::date) as done`.execute(tx)
  return rows[0]?.done === true
}
