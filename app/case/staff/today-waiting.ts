import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { RemarkKind, ThreadKind } from '../../../db/roles'

export type Waiting = {
  id: string
  what: RemarkKind | ThreadKind | 'wondering'
  caseId: string
  /** The child of the case, when somebody else has written. */
  aboutChild: string | null
  fromName: string
  /** The subject of a question; the title of the note or document that a remark is about. */
  about: string | null
  since: Date
  days: number
  /** Given name of the lead caseworker when it is not the reader. */
  lead: string | null
}

/** Unanswered remarks and questions, and what children wondered when they were read to, in the reader's open cases, or in one of them, oldest first. */
export async function listWaiting(tx: StaffTx, caseId: string | null = null): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    with waiting as (
      select r.id, r.kind as what, r.case_id, r.person_id, r.written_at as since,
             coalesce((select v.title from note_version v where v.municipality_id = r.municipality_id and v.note_id = r.note_id
                          and v.signed_at is not null order by v.number desc limit 1),
                      (select v.title from document_version v where v.municipality_id = r.municipality_id
                          and v.document_id = r.document_id order by v.number desc limit 1)) as about
        from remark r
       where r.answer is null and r.written_at <= (select app_now())
      union all
      select q.id, q.kind, q.case_id, q.person_id, coalesce(last.sent_at, q.started_at),
             case q.kind when 'question' then q.subject end
        from question_thread q
        -- Somebody may ask to be contacted without a word.
        left join lateral (select m.sent_at, m.from_staff_id from message m
                       where m.municipality_id = q.municipality_id and m.thread_id = q.id and m.sent_at <= (select app_now())
                       order by m.sent_at desc limit 1) last on true
       where last.from_staff_id is null and q.started_at <= (select app_now())
      union all
      -- What a child wondered when it was read to: one line a reading, of its first title.
      select r.id, 'wondering', r.case_id, c.child_id, min(i.marked_at),
             min(coalesce((select v.title from note_version v where v.municipality_id = i.municipality_id and v.note_id = i.note_id
                              and v.signed_at is not null order by v.number desc limit 1),
                          (select v.title from document_version v where v.municipality_id = i.municipality_id
                              and v.document_id = i.document_id order by v.number desc limit 1)))
        from read_together r
        join case_file c on c.municipality_id = r.municipality_id and c.id = r.case_id
        join read_together_item i on i.municipality_id = r.municipality_id and i.read_together_id = r.id
       where i.mark = 'wondering' and i.settled_at is null
       group by r.id, r.case_id, c.child_id
    )
    select w.id, w.what, w.case_id as "caseId", case when child.id <> writer.id then child.given_name end as "aboutChild",
           full_name(writer.given_name, writer.family_name) as "fromName", w.about, w.since,
           (select app_today()) - (w.since at time zone 'Europe/Stockholm')::date as days,
           (select s.given_name from caseworker_assignment a join staff_member s on s.id = a.staff_id
             where a.case_id = w.case_id and a.kind = 'lead' and a.valid @> (select app_today()) and s.id <> (select app_subject()) limit 1) as lead
      from waiting w
      join case_file c on c.id = w.case_id
      join person child on child.id = c.child_id
      join person writer on writer.id = w.person_id
     where ${caseId}::uuid is null or w.case_id = ${caseId}::uuid
     order by w.since, w.id
     limit 50`.execute(tx)
  return rows
}
