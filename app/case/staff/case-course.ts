import { sql } from 'kysely'
import type { FollowUpOutcome } from '../../../db/closed-lists'
import type { StaffTx } from '../../../db/connect'

// The case as the authority has it, with stages and days that have not been shown to any person yet.

/** In the order they began; the last one is current. A stage beside the usual path comes last on its day. */
export function listStaffStages(tx: StaffTx, caseId: string) {
  return tx
    .selectFrom('case_stage as s')
    .innerJoin('stage_kind as k', 'k.stage', 's.stage')
    .where('s.case_id', '=', caseId)
    .select(['s.id', 's.stage', 's.started_on as startedOn', 's.due_on as dueOn'])
    .orderBy('s.started_on')
    .orderBy('k.position', (order) => order.asc().nullsLast())
    .execute()
}

export function listStaffDates(tx: StaffTx, caseId: string) {
  return tx
    .selectFrom('deadline as d')
    .leftJoin('person as p', 'p.id', 'd.person_id')
    .where('d.case_id', '=', caseId)
    .select([
      'd.id',
      'd.kind',
      'd.due_on as dueOn',
      'd.done_on as doneOn',
      'd.source',
      'p.given_name as person',
      sql<number>`d.due_on - (select app_today())`.as('days'),
    ])
    .orderBy(sql`d.done_on is not null`)
    .orderBy('d.due_on')
    .execute()
}

export function listStaffFollowUps(tx: StaffTx, caseId: string) {
  return tx
    .selectFrom('follow_up as f')
    .leftJoin('follow_up_record as r', 'r.follow_up_id', 'f.id')
    .where('f.case_id', '=', caseId)
    .select([
      'f.id',
      'f.planned_on as plannedOn',
      'f.held_on as heldOn',
      sql<FollowUpOutcome | null>`f.outcome`.as('outcome'),
      sql<Date | null>`(f.planned_on + f.starts_at) at time zone 'Europe/Stockholm'`.as('startsAt'),
      'f.place',
      'r.recorded_at as recordedAt',
      sql<number>`f.planned_on - (select app_today())`.as('days'),
    ])
    .orderBy('f.planned_on')
    .execute()
}

export type StaffPlan = {
  agreedOn: string
  summary: string
  goals: { position: number; goal: string; state: string }[]
}

export async function findStaffPlan(tx: StaffTx, caseId: string): Promise<StaffPlan | null> {
  const { rows } = await sql<StaffPlan>`
    select p.agreed_on as "agreedOn", p.summary,
           coalesce((select jsonb_agg(jsonb_build_object('position', g.position, 'goal', g.goal, 'state', g.state) order by g.position)
                       from plan_goal g where g.municipality_id = p.municipality_id and g.plan_id = p.id), '[]') as goals
      from plan p
      join document d on d.municipality_id = p.municipality_id and d.id = p.document_id
     where d.case_id = ${caseId}::uuid
     order by p.agreed_on desc, p.number desc
     limit 1`.execute(tx)
  return rows[0] ?? null
}
