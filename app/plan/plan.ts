import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { GoalState, PlanStep } from '../../db/roles'
import { caseworkersOf, followUpsOf } from '../case/case-parts'

/** Plans are agreed a few times a year; older ones are among the documents. */
const most = 10

export type CasePlans = NonNullable<Awaited<ReturnType<typeof findPlanCase>>> & { plans: Plan[] }

export type Plan = {
  id: string
  documentId: string
  /** 'YYYY-MM-DD' */
  agreedOn: string
  summary: string
  goals: { position: number; goal: string; ownWords: string | null; steps: PlanStep[]; state: GoalState }[]
}

/**
 * The case with its follow-ups, without plans. Not counted as a reading.
 * @returns undefined for a case that is unknown or not the subject's to open
 */
export function findPlanCase(tx: PersonTx, caseId: string) {
  return tx
    .selectFrom('person_case as c')
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'c.case_id as id',
      'c.audience',
      'c.is_own as isOwn',
      'c.child_name as childName',
      'c.closed_on as closedOn',
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
      followUpsOf(eb.ref('c.case_id')).as('followUps'),
    ])
    .executeTakeFirst()
}

/**
 * The current plan first. The database logs the reading.
 * @returns empty for a case the subject may not open
 */
export async function readPlans(tx: PersonTx, caseId: string): Promise<Plan[]> {
  const { rows } = await sql<Plan>`
    select plan_id as id, document_id as "documentId", agreed_on as "agreedOn", summary, goals
      from person_read_plans(${caseId}::uuid, ${most}::int)`.execute(tx)
  return rows
}
