create view person_question_thread with (security_barrier) as
select t.id as thread_id, t.case_id, t.kind, t.subject, t.started_at,
       exists (select from message m left join message_receipt r on r.municipality_id = m.municipality_id and r.message_id = m.id
                where m.municipality_id = t.municipality_id and m.thread_id = t.id and m.from_staff_id is not null
                  and m.sent_at <= c.moment and r.seen_at is null) as is_new,
       (select max(m.sent_at) from message m where m.municipality_id = t.municipality_id and m.thread_id = t.id
           and m.from_staff_id is not null and m.sent_at <= c.moment) as answered_at
  from open_case c
  join question_thread t on t.municipality_id = c.municipality_id and t.case_id = c.case_id and t.person_id = c.person_id
 where t.started_at <= c.moment;

create view thread_message with (security_barrier) as
select t.thread_id, m.id as message_id, m.text, m.sent_at, m.from_person_id is not null as is_mine,
       s.given_name as from_given_name, s.family_name as from_family_name, r.seen_at
  from acting me
 cross join person_question_thread t
  join message m on m.municipality_id = me.municipality_id and m.thread_id = t.thread_id and m.sent_at <= me.moment
  left join staff_member s on s.municipality_id = m.municipality_id and s.id = m.from_staff_id
  left join message_receipt r on r.municipality_id = m.municipality_id and r.message_id = m.id;

-- Reads a thread, oldest message first, and leaves the receipt that its answers were seen.
create function person_read_thread(thread uuid) returns setof thread_message
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id)
    select app_municipality(), app_now(), 'person', app_subject(), 'readThread', t.case_id, t.thread_id
      from person_question_thread t where t.thread_id = thread;
  if not found then return; end if;
  insert into message_receipt (municipality_id, message_id, seen_at)
    select app_municipality(), m.message_id, app_now() from thread_message m
     where m.thread_id = thread and not m.is_mine
  on conflict do nothing;
  return query select * from thread_message m where m.thread_id = thread order by m.sent_at, m.message_id;
end $$;
grant execute on function person_read_thread(uuid) to person;

grant select on person_question_thread to person;

-- Asks the caseworkers of a case to get in touch ("Kontakta mig"), with words or without. Returns the thread, the same one for a
-- second post of the same form, or null for a case that is not open to the subject.
create function person_ask_for_contact(in_case uuid, with_text text, key uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare made uuid;
begin
  insert into question_thread (municipality_id, case_id, person_id, subject, started_at, kind, form_key)
    select app_municipality(), c.case_id, app_subject(), 'Kontakta mig', app_now(), 'contactRequest', key
      from person_case c where c.case_id = in_case
  on conflict (municipality_id, person_id, form_key) do nothing
  returning id into made;
  if made is null then
    return (select q.id from question_thread q join person_case c on c.case_id = q.case_id
             where q.municipality_id = (select app_municipality()) and q.person_id = (select app_subject())
               and q.form_key = key and q.case_id = in_case);
  end if;
  if with_text is not null then
    insert into message (municipality_id, thread_id, from_person_id, text, sent_at, readable_from)
      values (app_municipality(), made, app_subject(), with_text, app_now(), app_now());
  end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'askedForContact', in_case, made);
  return made;
end $$;
grant execute on function person_ask_for_contact(uuid, text, uuid) to person;
