-- Asks the caseworkers of a case to get in touch ("Kontakta mig"), with words or without; it is not taken back. Returns the thread,
-- the same one for a second post of the same form, or null for a case that is not open to the subject.
create function person_ask_for_contact(in_case uuid, with_text text, key uuid, answer_day date) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare made uuid;
begin
  perform require_answer_day(answer_day);
  insert into question_thread (municipality_id, case_id, person_id, subject, started_at, kind, form_key, answer_by)
    select app_municipality(), c.case_id, app_subject(), 'Kontakta mig', app_now(), 'contactRequest', key,
           case when with_text is null then answer_day end
      from person_case c where c.case_id = in_case
  on conflict (municipality_id, person_id, form_key) do nothing
  returning id into made;
  if made is null then
    return (select q.id from question_thread q join person_case c on c.case_id = q.case_id
             where q.municipality_id = (select app_municipality()) and q.person_id = (select app_subject())
               and q.form_key = key and q.case_id = in_case);
  end if;
  if with_text is not null then
    insert into message (municipality_id, thread_id, from_person_id, text, sent_at, readable_from, answer_by)
      values (app_municipality(), made, app_subject(), with_text, app_now(), app_now(), answer_day);
  end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'askedForContact', in_case, made);
  return made;
end $$;
grant execute on function person_ask_for_contact(uuid, text, uuid, date) to person;
