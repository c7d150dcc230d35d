import { sql } from 'kysely'
import type { AppointmentKind } from '../../db/closed-lists'
import type { StaffTx } from '../../db/connect'
import type { AppointmentState, Hearers, PointOutcome, TimeRequestState } from '../../db/roles'

export type ListedAppointment = {
  id: string
  kind: AppointmentKind
  startsAt: Date
  place: string | null
  state: AppointmentState
  isAhead: boolean
  /** Given names of the persons who take part, the child's first. */
  persons: string[]
  hasRequest: boolean
}

/** The meetings of a case: those to come first, the soonest first; then the others, the newest first. */
export async function listStaffAppointments(tx: StaffTx, caseId: string): Promise<ListedAppointment[]> {
  const { rows } = await sql<ListedAppointment>`
    select a.id, a.kind, a.starts_at as "startsAt", a.place, a.state, x.is_ahead as "isAhead",
           array(select p.given_name from appointment_participant t
                   join person p on p.municipality_id = t.municipality_id and p.id = t.person_id
                  where t.municipality_id = a.municipality_id and t.appointment_id = a.id and t.removed_at is null
                  order by p.given_name) as persons,
           exists (select from appointment_change_request r where r.municipality_id = a.municipality_id and r.appointment_id = a.id
                      and r.state = 'asked') as "hasRequest"
      from appointment a
     cross join lateral (select a.state in ('planned', 'moved') and a.ends_at > (select app_now()) as is_ahead) x
     where a.case_id = ${caseId}::uuid
     order by x.is_ahead desc, case when x.is_ahead then a.starts_at end, a.starts_at desc, a.id
     limit 100`.execute(tx)
  return rows
}

export type Participant = {
  personId: string | null
  staffId: string | null
  name: string
  role: string | null
  isChild: boolean
  /** As it was decided, and as it is: what was decided without knowing of a protection is told no more. */
  showsPlace: boolean
  showsOthers: boolean
  seesPlace: boolean
  seesOthers: boolean
}

export type StaffPoint = {
  id: string
  name: string
  text: string
  hearers: Hearers
  outcome: PointOutcome | null
  words: string | null
}

export type StaffTimeRequest = {
  id: string
  name: string
  text: string
  askedAt: string
  state: TimeRequestState
  answer: string | null
}

export type StaffAppointment = {
  caseId: string
  childName: string
  kind: AppointmentKind
  startsAt: Date
  endsAt: Date
  place: string | null
  placeNote: string | null
  bring: string | null
  state: AppointmentState
  reason: string | null
  earlierStart: Date | null
  shownFrom: Date
  version: number
  changedBy: string
  changedAt: Date
  hasBegun: boolean
  participants: Participant[]
  points: StaffPoint[]
  requests: StaffTimeRequest[]
}

/** A meeting with what persons wrote to it; logged as a reading. Null when it is not open to the staff member. */
export async function readStaffAppointment(tx: StaffTx, id: string): Promise<StaffAppointment | null> {
  const { rows } = await sql<StaffAppointment>`
    select case_id as "caseId", child_name as "childName", kind, starts_at as "startsAt", ends_at as "endsAt", place,
           place_note as "placeNote", bring, state, change_reason as reason, earlier_start as "earlierStart",
           shown_from as "shownFrom", version, changed_by as "changedBy", changed_at as "changedAt", has_begun as "hasBegun",
           participants, points, requests
      from staff_read_appointment(${id}::uuid)`.execute(tx)
  return rows[0] ?? null
}

/** The reader's own meetings of today and the next days, the soonest first. */
export async function listMyAppointments(tx: StaffTx): Promise<ComingAppointment[]> {
  const { rows } = await sql<ComingAppointment>`
    select a.id, a.kind, a.starts_at as "startsAt", a.place, child.given_name as "childName"
      from appointment a
      join appointment_participant t on t.municipality_id = a.municipality_id and t.appointment_id = a.id
                                    and t.staff_id = (select app_subject())
      join case_file c on c.municipality_id = a.municipality_id and c.id = a.case_id
      join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
     where a.state in ('planned', 'moved') and a.ends_at > (select app_now()) and a.starts_at < (select app_now()) + interval '7 days'
     order by a.starts_at, a.id
     limit 20`.execute(tx)
  return rows
}

export type ComingAppointment = Pick<ListedAppointment, 'id' | 'kind' | 'startsAt' | 'place'> & {
  childName: string
}

/** Says what became of a point. Null when it is not the staff member's to know; 'early' before the meeting begins. */
export async function notePoint(
  tx: StaffTx,
  {
    id,
    pointId,
    outcome,
    words,
  }: { id: string; pointId: string; outcome: PointOutcome; words: string | null },
): Promise<'kept' | 'early' | null> {
  const { rows } = await sql<{ became: 'kept' | 'early' | null }>`
    select staff_note_point(${id}::uuid, ${pointId}::uuid, ${outcome}, ${words}) as became`.execute(tx)
  return rows[0]!.became
}

/** Answers somebody who asked for another time. Null when it is not open to the staff member. */
export async function answerTimeRequest(
  tx: StaffTx,
  { id, requestId, words }: { id: string; requestId: string; words: string },
): Promise<'kept' | 'answered' | null> {
  const { rows } = await sql<{ became: 'kept' | 'answered' | null }>`
    select staff_answer_time_request(${id}::uuid, ${requestId}::uuid, ${words}) as became`.execute(tx)
  return rows[0]!.became
}
