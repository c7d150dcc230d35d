-- What waits for an answer in some cases: of those of it that there is any of. As the reader: the row policies tell what that is.
create function staff_waiting_rows(in_cases uuid[], of_others boolean, remarks boolean, questions boolean, wonderings boolean)
returns table (id uuid, what text, case_id uuid, person_id uuid, since timestamptz, about text, appointment_id uuid, starts_at timestamptz,
               answer_by date, answerer text, for_name text)
language plpgsql stable as $$
#variable_conflict use_column
begin
  if remarks then
    return query
      select r.id, r.kind, r.case_id, r.person_id, r.written_at,
             coalesce((select v.title from note_version v where v.municipality_id = r.municipality_id and v.note_id = r.note_id
                          and v.signed_at is not null order by v.number desc limit 1),
                      (select v.title from document_version v where v.municipality_id = r.municipality_id
                          and v.document_id = r.document_id order by v.number desc limit 1)),
             null::uuid, null::timestamptz, null::date, null::text, null::text
        from remark r
       where r.case_id = any (in_cases) and r.answer is null and r.written_at <= (select app_now());
  end if;
  if questions then
    return query
      select q.id, q.kind, q.case_id, q.person_id, q.since, case when q.kind = 'question' then q.subject end,
             q.appointment_id, q.starts_at, q.answer_by, case when not q.is_mine then q.answerer end, case when q.is_mine then q.for_name end
        from staff_awaited_answer q
       where q.case_id = any (in_cases) and (q.is_mine or of_others);
  end if;
  if wonderings then
    -- What a child wondered when it was read to: one line a reading, of its first title.
    return query
      select r.id, 'wondering', r.case_id, c.child_id, min(i.marked_at),
             min(coalesce((select v.title from note_version v where v.municipality_id = i.municipality_id and v.note_id = i.note_id
                              and v.signed_at is not null order by v.number desc limit 1),
                          (select v.title from document_version v where v.municipality_id = i.municipality_id
                              and v.document_id = i.document_id order by v.number desc limit 1))),
             null::uuid, null::timestamptz, null::date, null::text, null::text
        from read_together r
        join case_file c on c.municipality_id = r.municipality_id and c.id = r.case_id
        join read_together_item i on i.municipality_id = r.municipality_id and i.read_together_id = r.id
       where r.case_id = any (in_cases) and i.mark = 'wondering' and i.settled_at is null
       group by r.id, r.case_id, c.child_id;
  end if;
end $$;

-- Unanswered remarks, questions and wishes for another time, and what children wondered when they were read to. Of a case all of it;
-- without one what the reader is to answer: remarks of their cases, and what else is asked while it is they who answer. What is to be
-- answered first stands first, then what has waited longest. Most have none of most of it, and then its rule need not be asked.
create function staff_waiting(of_case uuid) returns json
language plpgsql stable as $$
declare
  in_cases uuid[] := case when of_case is null then staff_case_ids() else array[of_case] end;
  remarks boolean := exists (select from remark r where r.case_id = any (in_cases) and r.answer is null);
  questions boolean := exists (select from question_thread q where q.case_id = any (in_cases))
    or exists (select from appointment_change_request r where r.state = 'asked');
  wonderings boolean := exists (select from read_together r where r.case_id = any (in_cases));
  today date := app_today();
begin
  if not (remarks or questions or wonderings) then return '[]'; end if;
  return (
    select coalesce(json_agg(json_build_object('id', w.id, 'what', w.what, 'caseId', w.case_id,
                      'aboutChild', case when w.child_id <> w.person_id then w.child_name end,
                      'fromName', w.from_name, 'about', w.about, 'appointmentId', w.appointment_id, 'meetsAt', w.starts_at, 'since', w.since,
                      'days', today - (w.since at time zone 'Europe/Stockholm')::date,
                      'lead', case when w.answerer is null and w.for_name is null then
                        (select s.given_name from caseworker_assignment a join staff_member s on s.municipality_id = a.municipality_id and s.id = a.staff_id
                          where a.case_id = w.case_id and a.kind = 'lead' and a.valid @> today and s.id <> (select app_subject()) limit 1) end,
                      'answerBy', w.answer_by, 'daysLeft', w.answer_by - today, 'answerer', w.answerer, 'forName', w.for_name)
                    order by w.answer_by nulls last, w.since, w.id), '[]')
      from (select x.*, child.id as child_id, child.given_name as child_name, full_name(writer.given_name, writer.family_name) as from_name
              from staff_waiting_rows(in_cases, of_case is not null, remarks, questions, wonderings) x
              join case_file c on c.id = x.case_id
              join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
              join person writer on writer.municipality_id = c.municipality_id and writer.id = x.person_id
             order by x.answer_by nulls last, x.since, x.id
             limit 50) w);
end $$;
grant execute on function staff_waiting_rows(uuid[], boolean, boolean, boolean, boolean), staff_waiting(uuid) to staff;
