import { sql } from 'kysely'
import type { AppointmentKind } from '../../db/closed-lists'
import type { StaffTx } from '../../db/connect'

export type AppointmentFacts = {
  kind: AppointmentKind
  startsAt: Date
  endsAt: Date
  /** Nobody is told of it before. */
  shownFrom: Date
  place: string | null
  placeNote: string | null
  bring: string | null
  /** Told to those who take part, when the time is moved. */
  reason: string | null
  /** Who was protected or shut out when the form was drawn: what each is told was chosen by that. */
  guards: readonly string[]
  persons: readonly { id: string; showsPlace: boolean; showsOthers: boolean }[]
  staff: readonly string[]
  others: readonly { name: string; role: string }[]
}

/** Why the database does not keep an appointment (db/policy/staff/appointment.sql). */
export type PlanFault =
  'guarded' | 'past' | 'end' | 'far' | 'closed' | 'shown' | 'nobody' | 'person' | 'staff' | 'changed'

/**
 * Books a meeting. Those who take part are told from `shownFrom`.
 * @param formKey chosen by the form: the same key twice is one meeting
 * @returns null for a case that is not open to the staff member; `booked` with the meeting that the same key booked already, when
 * that is another
 */
export async function planAppointment(
  tx: StaffTx,
  { caseId, formKey, facts }: { caseId: string; formKey: string; facts: AppointmentFacts },
): Promise<{ id: string; fault: 'booked' | null } | { id: null; fault: PlanFault } | null> {
  const { rows } = await sql<{ id: string; fault: 'booked' | null } | { id: null; fault: PlanFault }>`
    select id, fault from staff_plan_appointment(${caseId}::uuid, ${formKey}::uuid, ${JSON.stringify(facts)}::jsonb)`.execute(
    tx,
  )
  return rows[0] ?? null
}

/**
 * Changes a meeting; another time moves it, and everybody who takes part is told.
 * @param seen the version it was seen as: 'changed' when a colleague has changed it since
 * @returns null for a meeting that is not open to the staff member
 */
export async function changeAppointment(
  tx: StaffTx,
  { id, seen, facts }: { id: string; seen: number; facts: AppointmentFacts },
): Promise<{ fault: PlanFault | null } | null> {
  const { rows } = await sql<{ fault: PlanFault | null }>`
    select fault from staff_change_appointment(${id}::uuid, ${seen}::int, ${JSON.stringify(facts)}::jsonb)`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** Calls a meeting off. @returns as {@link changeAppointment} */
export async function cancelAppointment(
  tx: StaffTx,
  { id, seen, reason }: { id: string; seen: number; reason: string },
): Promise<{ fault: 'changed' | null } | null> {
  const { rows } = await sql<{ fault: 'changed' | null }>`
    select fault from staff_cancel_appointment(${id}::uuid, ${seen}::int, ${reason})`.execute(tx)
  return rows[0] ?? null
}

/** Says that they met. @returns as {@link changeAppointment}; 'early' before it has begun */
export async function holdAppointment(
  tx: StaffTx,
  { id, seen }: { id: string; seen: number },
): Promise<{ fault: 'changed' | 'early' | null } | null> {
  const { rows } = await sql<{ fault: 'changed' | 'early' | null }>`
    select fault from staff_hold_appointment(${id}::uuid, ${seen}::int)`.execute(tx)
  return rows[0] ?? null
}
