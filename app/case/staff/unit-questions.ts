import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { AwaitedKind } from '../../../db/roles'

/** A question that should have been answered before today. */
type LateQuestion = {
  id: string
  what: AwaitedKind
  /** The meeting that another time is asked for; null of a question. */
  appointmentId: string | null
  fromName: string
  answerBy: string
  daysLeft: number
  /** Given name of who answers; null when nobody can. */
  answerer: string | null
}

export type UnitQuestions = { waiting: number; late: LateQuestion[]; lateCount: number }

const mostListed = 20

/**
 * The questions of a team leader's unit: how many wait, and which are late, the latest first.
 * @returns null for who leads no unit
 */
export async function findUnitQuestions(tx: StaffTx): Promise<UnitQuestions | null> {
  const { rows } = await sql<UnitQuestions>`
    with waiting as (
      select w.id, w.kind, w.person_id, w.appointment_id, w.answer_by, w.is_overdue, w.answerer
        from staff_awaited_answer w
        join case_file c on c.municipality_id = w.municipality_id and c.id = w.case_id
        join staff_member me on me.municipality_id = c.municipality_id and me.unit_id = c.unit_id
         and me.id = (select app_subject()) and me.role = 'teamLeader'
    ), late as (
      select w.id, w.kind as what, w.appointment_id as "appointmentId", full_name(p.given_name, p.family_name) as "fromName",
             w.answer_by as "answerBy",
             w.answer_by - (select app_today()) as "daysLeft", w.answerer
        from waiting w join person p on p.id = w.person_id
       where w.is_overdue
       order by w.answer_by, w.id
       limit ${mostListed}
    )
    select (select count(*)::int from waiting) as waiting, (select count(*)::int from waiting where is_overdue) as "lateCount",
           coalesce((select jsonb_agg(to_jsonb(late)) from late), '[]') as late
      from staff_member me
     where me.municipality_id = (select app_municipality()) and me.id = (select app_subject()) and me.role = 'teamLeader'`.execute(
    tx,
  )
  return rows[0] ?? null
}
