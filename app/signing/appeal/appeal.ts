import { sql } from 'kysely'
import type { PersonTx } from '../../../db/connect'
import { fullName } from '../../person/full-name'

export type Appeal = NonNullable<Awaited<ReturnType<typeof findAppeal>>>

/** What the subject has written to appeal the decision of a request, if anything. */
export function findAppeal(tx: PersonTx, requestId: string) {
  return tx
    .selectFrom('person_appeal')
    .where('request_id', '=', requestId)
    .select(['text', 'written_at as writtenAt', 'handed_in_on as handedInOn'])
    .executeTakeFirst()
}

export type AppealReceived = NonNullable<Awaited<ReturnType<typeof findAppealReceived>>>

/** The subject's own, as a letter to a court is signed. */
export async function findOwnName(tx: PersonTx): Promise<string> {
  const { rows } = await sql<{ given: string; family: string }>`
    select given_name as given, family_name as family from person_own_name()`.execute(tx)
  return fullName(rows[0]!.given, rows[0]!.family)
}

/** That an appeal of the subject's has come in to the municipality, if one has. */
export function findAppealReceived(tx: PersonTx, requestId: string) {
  return tx
    .selectFrom('person_appeal_received')
    .where('request_id', '=', requestId)
    .select(['received_on as receivedOn', 'outcome', 'outcome_on as outcomeOn'])
    .executeTakeFirst()
}

/** @returns false when the time has run out, or it has been handed in or come in */
export async function writeAppeal(tx: PersonTx, requestId: string, text: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select person_write_appeal(${requestId}::uuid, ${text}) as done`.execute(tx)
  return rows[0]?.done === true
}

/** @returns false when nothing has been written */
export async function handInAppeal(tx: PersonTx, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select person_hand_in_appeal(${requestId}::uuid) as done`.execute(tx)
  return rows[0]?.done === true
}
