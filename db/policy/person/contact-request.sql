-- Asks the caseworkers of a case to get in touch ("Kontakta mig"), with words or without; it is not taken back. Outcome 'sent' with
-- its thread, the same one for a second post of the same form or while one in the same words waits, or 'otherWords' when the key has
-- sent something else: other words, or in another case. No row for a case that is not open to the subject.
create function person_ask_for_contact(in_case uuid, with_text text, key uuid, answer_day date)
returns table (outcome text, thread uuid) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made uuid;
  waiting uuid;
begin
  perform require_answer_day(answer_day);
  -- A form that was gone back to has a key of its own, and what waits may wait in it already.
  perform pg_advisory_xact_lock(hashtextextended(app_subject() || ' ' || in_case, 14));
  select q.thread_id into waiting from person_question_thread q
   where q.case_id = in_case and q.kind = 'contactRequest' and q.answered_at is null
     and (q.answer_by is not null or not exists (select from person_message_rule))
     and with_text is not distinct from (select m.text from message m where m.municipality_id = app_municipality()
           and m.thread_id = q.thread_id and m.from_person_id is not null and m.sent_at = q.started_at)
   order by q.started_at limit 1;
  if waiting is not null then
    return query select 'sent', waiting;
    return;
  end if;
  insert into question_thread (municipality_id, case_id, person_id, subject, started_at, kind, form_key, answer_by)
    select app_municipality(), c.case_id, app_subject(), 'Kontakta mig', app_now(), 'contactRequest', key,
           case when with_text is null then answer_day end
      from person_case c where c.case_id = in_case
  on conflict (municipality_id, person_id, form_key) do nothing
  returning id into made;
  if made is null then
    -- Its own words are those of the moment it began.
    return query
      select case when q.case_id = in_case and q.kind = 'contactRequest'
                   and (with_text is null or exists (select from message m where m.municipality_id = q.municipality_id and m.thread_id = q.id
                                                        and m.from_person_id is not null and m.sent_at = q.started_at and m.text = with_text))
                  then 'sent' else 'otherWords' end, q.id
        from question_thread q join person_case c on c.case_id = in_case
       where q.municipality_id = (select app_municipality()) and q.person_id = (select app_subject()) and q.form_key = key;
    return;
  end if;
  if with_text is not null then
    insert into message (municipality_id, thread_id, from_person_id, text, sent_at, readable_from, answer_by)
      values (app_municipality(), made, app_subject(), with_text, app_now(), app_now(), answer_day);
  end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'askedForContact', in_case, made);
  return query select 'sent', made;
end $$;
grant execute on function person_ask_for_contact(uuid, text, uuid, date) to person;
