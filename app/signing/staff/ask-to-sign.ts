import { sql } from 'kysely'
import type { SignatureAct } from '../../../db/closed-lists'
import type { StaffTx } from '../../../db/connect'

/** Somebody whom a document can be put to now, in one meaning; `until` is the last day that it makes sense to answer. */
export type Askable = {
  personId: string
  givenName: string
  familyName: string
  act: SignatureAct
  until: string | null
}

/** Empty for a document that is not in a case open to the staff member. */
export async function listAskable(tx: StaffTx, documentId: string): Promise<Askable[]> {
  const { rows } = await sql<Askable>`
    select person_id as "personId", given_name as "givenName", family_name as "familyName", act, until
      from staff_askable(${documentId}::uuid)`.execute(tx)
  return rows
}

export type AskFault = 'whom' | 'day'

type Ask = { documentId: string; personId: string; act: string; answerOn: string }

/** @returns what stands against it; null when they are asked */
export async function askToSign(
  tx: StaffTx,
  { documentId, personId, act, answerOn }: Ask,
): Promise<AskFault | null> {
  const { rows } = await sql<{ fault: AskFault | null }>`
    select staff_ask_to_sign(${documentId}::uuid, ${personId}::uuid, ${act}, ${answerOn}::date) as fault`.execute(
    tx,
  )
  return rows[0]?.fault ?? null
}

/** @returns false when it has been answered, or is a receipt */
export async function cancelRequest(tx: StaffTx, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select staff_cancel_request(${requestId}::uuid) as done`.execute(tx)
  return rows[0]?.done === true
}

/** Says that an answer has been seen. @returns false when it had been, or asks nothing */
export async function noteAnswer(tx: StaffTx, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select staff_note_answer(${requestId}::uuid) as done`.execute(tx)
  return rows[0]?.done === true
}
