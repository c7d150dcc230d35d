grant select on question_thread to staff;
create policy staff_reads on question_thread for select to staff
  using (municipality_id = (select municipality_id from acting) and case_id in (select case_id from staff_open_case));

grant select on message to staff;
create policy staff_reads on message for select to staff
  using (municipality_id = (select municipality_id from acting)
         and exists (select from question_thread q where q.municipality_id = message.municipality_id and q.id = message.thread_id));

-- Not granted.
create function log_staff_thread(action_name text, of_case uuid, of_thread uuid) returns void
language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id)
    values (app_municipality(), app_now(), 'staff', app_subject(), action_name, of_case, of_thread)
$$;

-- Reads a thread, oldest message first; writes that it was read, and leaves the receipt that the person's words were seen.
-- A thread without words is one row without a message. No row and no line for one that is not open to the caller.
create function staff_read_thread(of_thread uuid)
returns table (case_id uuid, kind text, subject text, started_at timestamptz, person_name text, given_name text,
               about_child text, message_id uuid, text text, sent_at timestamptz, from_name text, seen_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare of_case uuid := (select q.case_id from question_thread q
                           join staff_open_case o on o.municipality_id = q.municipality_id and o.case_id = q.case_id
                          where q.id = of_thread and q.started_at <= app_now());
begin
  if of_case is null then return; end if;
  perform log_staff_thread('readThread', of_case, of_thread);
  insert into message_receipt (municipality_id, message_id, seen_at)
    select m.municipality_id, m.id, app_now() from message m
     where m.municipality_id = (select app_municipality()) and m.thread_id = of_thread and m.from_person_id is not null
       and m.sent_at <= (select app_now())
  on conflict do nothing;
  return query
    select q.case_id, q.kind, q.subject, q.started_at, full_name(p.given_name, p.family_name), p.given_name,
           case when c.child_id <> p.id then child.given_name end, m.id, m.text, m.sent_at,
           full_name(s.given_name, s.family_name), r.seen_at
      from question_thread q
      join person p on p.municipality_id = q.municipality_id and p.id = q.person_id
      join case_file c on c.municipality_id = q.municipality_id and c.id = q.case_id
      join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
      left join message m on m.municipality_id = q.municipality_id and m.thread_id = q.id and m.sent_at <= (select app_now())
      left join staff_member s on s.municipality_id = m.municipality_id and s.id = m.from_staff_id
      left join message_receipt r on r.municipality_id = m.municipality_id and r.message_id = m.id
     where q.municipality_id = (select app_municipality()) and q.id = of_thread
     order by m.sent_at, m.id;
end $$;
grant execute on function staff_read_thread(uuid) to staff;

-- Answers in a thread. key is the message's id, chosen by the form: sent twice it is one answer. False for a thread that is
-- not open to the caller.
create function staff_answer_thread(of_thread uuid, with_text text, key uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare of_case uuid := (select q.case_id from question_thread q
                           join staff_open_case o on o.municipality_id = q.municipality_id and o.case_id = q.case_id
                          where q.id = of_thread and q.started_at <= app_now());
begin
  if of_case is null then return false; end if;
  insert into message (municipality_id, id, thread_id, from_staff_id, text, sent_at, readable_from)
    values (app_municipality(), key, of_thread, app_subject(), with_text, app_now(), app_now())
  on conflict (municipality_id, id) do nothing;
  if found then perform log_staff_thread('answeredThread', of_case, of_thread); end if;
  return true;
end $$;
grant execute on function staff_answer_thread(uuid, text, uuid) to staff;
