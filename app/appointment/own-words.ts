import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { Hearers } from '../../db/roles'
import { findAnswerDay } from '../message/answer-day'

type NewPoint = { appointmentId: string; id: string; text: string; hearers: Hearers }

/**
 * Writes what the subject wants to bring up, or writes it anew.
 * @param point its id is chosen by the form: sent twice it is one
 * @returns 'begun' when it is too late, 'many' when there are enough; null for a meeting that is not shown to the subject
 */
export async function writePoint(
  tx: PersonTx,
  { appointmentId, id, text, hearers }: NewPoint,
): Promise<'kept' | 'begun' | 'many' | null> {
  const { rows } = await sql<{ became: 'kept' | 'begun' | 'many' | null }>`
    select person_write_point(${appointmentId}::uuid, ${id}::uuid, ${text}, ${hearers}) as became`.execute(tx)
  return rows[0]!.became
}

/** Takes a point back; false when it is not the subject's, or it is too late. */
export async function removePoint(tx: PersonTx, appointmentId: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ removed: boolean }>`
    select person_remove_point(${appointmentId}::uuid, ${id}::uuid) as removed`.execute(tx)
  return rows[0]!.removed
}

/**
 * Asks for another time, to be answered by the day that the municipality has promised.
 * @returns 'asked' when one waits for its answer, 'otherWords' when the id has asked in other words that have theirs,
 * 'begun' when it is too late; null for a meeting that is not shown to the subject
 */
export async function askForOtherTime(
  tx: PersonTx,
  { appointmentId, id, text }: { appointmentId: string; id: string; text: string },
): Promise<'kept' | 'asked' | 'otherWords' | 'begun' | null> {
  const answerDay = await findAnswerDay(tx)
  const { rows } = await sql<{ became: 'kept' | 'asked' | 'otherWords' | 'begun' | null }>`
    select person_ask_for_other_time(${appointmentId}::uuid, ${id}::uuid, ${text}, ${answerDay}::date) as became`.execute(
    tx,
  )
  return rows[0]!.became
}
