import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { AwaitedKind, RemarkKind } from '../../../db/roles'

export type Waiting = {
  id: string
  what: RemarkKind | AwaitedKind | 'wondering'
  caseId: string
  /** The child of the case, when somebody else has written. */
  aboutChild: string | null
  fromName: string
  /** The subject of a question; the title of the note or document that a remark is about. */
  about: string | null
  /** The meeting that another time is asked for, and when it begins; null of all else. */
  appointmentId: string | null
  meetsAt: Date | null
  since: Date
  days: number
  /** Given name of the lead caseworker when it is not the reader, and not away. */
  lead: string | null
  /** When the person was told to expect an answer, 'YYYY-MM-DD', and the days until then; negative when it is late. */
  answerBy: string | null
  daysLeft: number | null
  /** Given name of who answers, when it is not the reader. */
  answerer: string | null
  /** Given name of who is away, when the reader answers meanwhile. */
  forName: string | null
}

type Wanted =
  /** All that waits in a case. */
  | { caseId: string }
  /** What the reader is to answer: remarks of their cases, and what else is asked while it is they who answer. */
  | 'own'

/** Unanswered remarks, questions and wishes for another time, and what children wondered when they were read to: what is to be answered first stands first, then what has waited longest. */
export async function listWaiting(tx: StaffTx, wanted: Wanted = 'own'): Promise<Waiting[]> {
  const caseId = wanted === 'own' ? null : wanted.caseId
  const { rows } = await sql<Waiting>`
    with waiting as (
      select r.id, r.kind as what, r.case_id, r.person_id, r.written_at as since,
             coalesce((select v.title from note_version v where v.municipality_id = r.municipality_id and v.note_id = r.note_id
                          and v.signed_at is not null order by v.number desc limit 1),
                      (select v.title from document_version v where v.municipality_id = r.municipality_id
                          and v.document_id = r.document_id order by v.number desc limit 1)) as about,
             null::uuid as appointment_id, null::timestamptz as starts_at, null::date as answer_by, null::text as answerer,
             null::text as for_name
        from remark r
       where r.answer is null and r.written_at <= (select app_now())
      union all
      select q.id, q.kind, q.case_id, q.person_id, q.since, case when q.kind = 'question' then q.subject end,
             q.appointment_id, q.starts_at, q.answer_by, case when not q.is_mine then q.answerer end, case when q.is_mine then q.for_name end
        from staff_awaited_answer q
       where q.is_mine or ${caseId}::uuid is not null
      union all
      -- What a child wondered when it was read to: one line a reading, of its first title.
      select r.id, 'wondering', r.case_id, c.child_id, min(i.marked_at),
             min(coalesce((select v.title from note_version v where v.municipality_id = i.municipality_id and v.note_id = i.note_id
                              and v.signed_at is not null order by v.number desc limit 1),
                          (select v.title from document_version v where v.municipality_id = i.municipality_id
                              and v.document_id = i.document_id order by v.number desc limit 1))),
             null, null, null, null, null
        from read_together r
        join case_file c on c.municipality_id = r.municipality_id and c.id = r.case_id
        join read_together_item i on i.municipality_id = r.municipality_id and i.read_together_id = r.id
       where i.mark = 'wondering' and i.settled_at is null
       group by r.id, r.case_id, c.child_id
    )
    select w.id, w.what, w.case_id as "caseId", case when child.id <> writer.id then child.given_name end as "aboutChild",
           full_name(writer.given_name, writer.family_name) as "fromName", w.about, w.appointment_id as "appointmentId", w.starts_at as "meetsAt", w.since,
           (select app_today()) - (w.since at time zone 'Europe/Stockholm')::date as days,
           w.answer_by as "answerBy", w.answer_by - (select app_today()) as "daysLeft", w.answerer, w.for_name as "forName",
           case when w.answerer is null and w.for_name is null then
             (select s.given_name from caseworker_assignment a join staff_member s on s.id = a.staff_id
               where a.case_id = w.case_id and a.kind = 'lead' and a.valid @> (select app_today()) and s.id <> (select app_subject()) limit 1)
           end as lead
      from waiting w
      join case_file c on c.id = w.case_id
      join person child on child.id = c.child_id
      join person writer on writer.id = w.person_id
     where ${caseId}::uuid is null or w.case_id = ${caseId}::uuid
     order by w.answer_by nulls last, w.since, w.id
     limit 50`.execute(tx)
  return rows
}
