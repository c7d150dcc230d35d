import { sql } from 'kysely'
import type { BbicArea, FollowUpOutcome, GoalProgress } from '../../db/closed-lists'
import type { StaffTx } from '../../db/connect'

export type NewFollowUp = {
  caseId: string
  /** The planned one; null for one that was held without being planned. */
  followUpId: string | null
  /** Chosen by the form: the same key twice is one record. */
  formKey: string
  outcome: FollowUpOutcome
  /** 'YYYY-MM-DD'; null unless it was held. */
  heldOn: string | null
  /** Why it was moved or not held. */
  reason: string | null
  /** Persons of the case who took part. */
  persons: readonly string[]
  providers: readonly { name: string; role: string }[]
  goals: readonly GoalSeen[]
  areas: readonly BbicArea[]
  school: string | null
  health: string | null
  familyContact: string | null
  planChange: string | null
  /** When to meet next: 'YYYY-MM-DD', 'HH:MM'. */
  next: { on: string; at: string | null; place: string | null } | null
}

export type GoalSeen = {
  goalId: string
  progress: GoalProgress
  childView: string | null
  guardianView: string | null
  providerView: string | null
  assessment: string | null
}

/** Why the database does not keep a record (db/policy/staff/follow-up.sql). */
export type RecordFault =
  'which' | 'recorded' | 'day' | 'outcome' | 'reason' | 'person' | 'nobody' | 'goal' | 'next'

/** `participants` are ids of persons of the case; none when the same form has been kept before. */
export type RecordedFollowUp = { followUpId: string; participants: string[] }

/**
 * Records what became of a follow-up (Socialtjänstförordning 2025:468 10 kap. 3 §), and plans the next one. Nothing of
 * it is shown to the family but days: they read of it in a note. The goals of the plan stay as they are.
 * @returns null for a case that is not open to the staff member, or a follow-up that is not in it
 */
export async function recordFollowUp(
  tx: StaffTx,
  input: NewFollowUp,
): Promise<RecordedFollowUp | { fault: RecordFault } | null> {
  const { caseId, followUpId, formKey, outcome, heldOn, ...record } = input
  const { rows } = await sql<{ id: string | null; fault: RecordFault | null; is_new: boolean }>`
    select id, fault, is_new
      from staff_record_follow_up(${caseId}::uuid, ${followUpId}::uuid, ${formKey}::uuid, ${outcome}, ${heldOn}::date,
                                  ${JSON.stringify(record)}::jsonb)`.execute(tx)
  const [kept] = rows
  if (!kept) return null
  if (kept.id === null) return { fault: kept.fault! }
  return { followUpId: kept.id, participants: kept.is_new ? [...new Set(input.persons)] : [] }
}
