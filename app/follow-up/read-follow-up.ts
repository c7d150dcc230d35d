import { sql } from 'kysely'
import type { BbicArea, FollowUpOutcome, GoalProgress } from '../../db/closed-lists'
import type { StaffTx } from '../../db/connect'

export type FollowUpRecord = {
  plannedOn: string
  heldOn: string | null
  outcome: FollowUpOutcome
  reason: string | null
  school: string | null
  health: string | null
  familyContact: string | null
  planChange: string | null
  recordedAt: Date
  recordedBy: string
  noteId: string | null
  nextOn: string | null
  nextAt: Date | null
  nextPlace: string | null
  /** Persons of the case by given name, the child first; then others by name and role. */
  participants: { personId: string | null; name: string; role: string | null; isChild: boolean }[]
  goals: SeenGoal[]
  areas: BbicArea[]
}

export type SeenGoal = {
  position: number
  goal: string
  progress: GoalProgress
  childView: string | null
  guardianView: string | null
  providerView: string | null
  assessment: string | null
}

/**
 * The database writes that it was read.
 * @returns null when it is not recorded, in another case, or not open to the staff member
 */
export async function readFollowUp(
  tx: StaffTx,
  caseId: string,
  followUpId: string,
): Promise<FollowUpRecord | null> {
  const { rows } = await sql<FollowUpRecord>`
    select planned_on as "plannedOn", held_on as "heldOn", outcome, reason, school, health, family_contact as "familyContact",
           plan_change as "planChange", recorded_at as "recordedAt", recorded_by as "recordedBy", note_id as "noteId",
           next_on as "nextOn", next_at as "nextAt", next_place as "nextPlace", participants, goals, areas
      from staff_read_follow_up(${caseId}::uuid, ${followUpId}::uuid)`.execute(tx)
  return rows[0] ?? null
}
