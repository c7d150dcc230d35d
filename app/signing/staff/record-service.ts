import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { serviceMethods, type ServiceMethod } from '../../../db/closed-lists'
import { lastDayOfWeeks } from '../deadline/last-day'

export type RecordedService = { requestId: string; how: ServiceMethod; servedOn: string }

export const isServiceMethod = (value: unknown): value is ServiceMethod =>
  serviceMethods.some((method) => method === value)

/**
 * Keeps that somebody received a decision in another way, and begins their time to appeal.
 * @returns false when it is answered already, or on a day when they could not have it
 */
export async function recordService(
  tx: StaffTx,
  { requestId, how, servedOn }: RecordedService,
): Promise<boolean> {
  const { rows: parts } = await sql<{ number: number; weeks: number }>`
    select p.number, a.weeks
      from signature_request r
      join decision_part p on p.municipality_id = r.municipality_id and p.document_version_id = r.document_version_id
      join appeal_rule a on a.law = p.law and a.valid @> ${servedOn}::date
     where r.id = ${requestId}::uuid and a.weeks is not null`.execute(tx)
  const windows = parts.map(({ number, weeks }) => ({
    part: number,
    last_day: lastDayOfWeeks(servedOn, weeks),
  }))
  const { rows } = await sql<{ done: boolean }>`
    select staff_record_service(${requestId}::uuid, ${how}, ${servedOn}::date, ${JSON.stringify(windows)}::jsonb) as done`.execute(
    tx,
  )
  return rows[0]?.done === true
}
