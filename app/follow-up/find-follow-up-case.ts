import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

export type FollowUpCase = NonNullable<Awaited<ReturnType<typeof findFollowUpCase>>>
export type PlanGoal = { id: string; position: number; goal: string }

/**
 * What the form for recording a follow-up needs: who may have taken part, what was planned and not yet recorded, and
 * the goals of the current plan.
 * @returns null for a case that is unknown or not open to the staff member
 */
export async function findFollowUpCase(tx: StaffTx, caseId: string) {
  const found = await tx
    .selectFrom('case_file as c')
    .innerJoin('person as child', 'child.id', 'c.child_id')
    .where('c.id', '=', caseId)
    .select(['c.id', 'c.closed_on as closedOn', 'child.given_name as childName'])
    .executeTakeFirst()
  if (!found) return null
  return {
    ...found,
    people: await listPeople(tx, caseId),
    planned: await listPlanned(tx, caseId),
    goals: await listGoals(tx, caseId),
  }
}

/** The child first. Whoever has had a part in the case: the follow-up may have been held before it ended. */
function listPeople(tx: StaffTx, caseId: string) {
  return tx
    .selectFrom('case_party as y')
    .innerJoin('person as p', 'p.id', 'y.person_id')
    .innerJoin('case_file as c', 'c.id', 'y.case_id')
    .where('y.case_id', '=', caseId)
    .select([
      'p.id',
      sql<string>`full_name(p.given_name, p.family_name)`.as('name'),
      sql<boolean>`p.id = c.child_id`.as('isChild'),
    ])
    .distinct()
    .orderBy('isChild', 'desc')
    .orderBy('name')
    .execute()
}

function listPlanned(tx: StaffTx, caseId: string) {
  return tx
    .selectFrom('follow_up')
    .where('case_id', '=', caseId)
    .where('outcome', 'is', null)
    .select(['id', 'planned_on as plannedOn'])
    .orderBy('planned_on')
    .execute()
}

function listGoals(tx: StaffTx, caseId: string): Promise<PlanGoal[]> {
  return tx
    .selectFrom('plan_goal as g')
    .where('g.plan_id', '=', (eb) =>
      eb
        .selectFrom('plan as p')
        .innerJoin('document as d', 'd.id', 'p.document_id')
        .where('d.case_id', '=', caseId)
        .where('p.agreed_on', '<=', sql<string>`(select app_today())`)
        .select('p.id')
        .orderBy('p.agreed_on', 'desc')
        .orderBy('p.number', 'desc')
        .limit(1),
    )
    .select(['g.id', 'g.position', 'g.goal'])
    .orderBy('g.position')
    .execute()
}
