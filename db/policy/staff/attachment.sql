-- Files of one's own drafts, and of the messages of questions in cases of one's own. Of the person's file nothing but that
-- there is one is told until it may be opened; its bytes are had through staff_read_attachment alone.
create view staff_attachment with (security_barrier) as
select a.id as attachment_id, a.case_id, d.thread_id, a.message_id, true as is_draft, true as is_ours,
       a.name, a.type, a.size, a.state, a.added_at
  from acting me
  join staff_open_case o on o.municipality_id = me.municipality_id
  join message_draft d on d.municipality_id = o.municipality_id and d.case_id = o.case_id and d.from_staff_id = me.subject_id
  join attachment a on a.municipality_id = d.municipality_id and a.message_id = d.id and a.case_id = d.case_id
 where me.kind = 'staff'
union all
select a.id, a.case_id, q.id, a.message_id, false, m.from_staff_id is not null,
       case when m.from_staff_id is not null or a.state = 'clean' then a.name end,
       case when m.from_staff_id is not null or a.state = 'clean' then a.type end,
       case when m.from_staff_id is not null or a.state = 'clean' then a.size end,
       a.state, a.added_at
  from acting me
  join staff_open_case o on o.municipality_id = me.municipality_id
  join question_thread q on q.municipality_id = o.municipality_id and q.case_id = o.case_id and q.started_at <= me.moment
  join message m on m.municipality_id = q.municipality_id and m.thread_id = q.id
                and case when m.from_staff_id is null then m.readable_from else m.sent_at end <= me.moment
  join attachment a on a.municipality_id = m.municipality_id and a.message_id = m.id and a.case_id = q.case_id
 where me.kind = 'staff';
grant select on staff_attachment to staff;

-- Adds a file to what the caller is writing in a thread, which begins with it if nothing was written. As add_attachment;
-- null for a thread that is not open to the caller.
create function staff_add_attachment(of_thread uuid, new_id uuid, file jsonb, bytes bytea, must_wait boolean) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  thread question_thread := open_thread_of_staff(of_thread);
  of_draft uuid;
begin
  if thread.id is null then return null; end if;
  insert into message_draft (municipality_id, id, case_id, from_staff_id, thread_id, saved_at)
    values (thread.municipality_id, gen_random_uuid(), thread.case_id, app_subject(), thread.id, app_now())
  on conflict (municipality_id, thread_id, from_staff_id) where from_staff_id is not null do nothing;
  select d.id into of_draft from message_draft d
   where d.municipality_id = thread.municipality_id and d.thread_id = thread.id and d.from_staff_id = app_subject();
  return add_attachment(thread.case_id, of_draft, new_id, file, bytes, must_wait);
end $$;
grant execute on function staff_add_attachment(uuid, uuid, jsonb, bytea, boolean) to staff;

-- Takes a file off a draft of one's own. False where there is no such file.
create function staff_remove_attachment(of_thread uuid, of_attachment uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from attachment a using staff_attachment s
   where s.attachment_id = of_attachment and s.thread_id = of_thread and s.is_draft
     and a.municipality_id = app_municipality() and a.id = s.attachment_id;
  return found;
end $$;
grant execute on function staff_remove_attachment(uuid, uuid) to staff;

-- The sealed bytes of a file that may be opened, in a draft of one's own or in a message; writes that it was read once it is
-- sent. No row for any other.
create function staff_read_attachment(of_thread uuid, of_attachment uuid) returns table (sealed bytea, type text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare seen record;
begin
  select s.case_id, s.is_draft into seen from staff_attachment s
   where s.attachment_id = of_attachment and s.thread_id = of_thread and s.state = 'clean';
  if not found then return; end if;
  if not seen.is_draft then
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id, attachment_id)
      values (app_municipality(), app_now(), 'staff', app_subject(), 'readAttachment', seen.case_id, of_thread, of_attachment);
  end if;
  return query select a.sealed, a.type from attachment a where a.municipality_id = app_municipality() and a.id = of_attachment;
end $$;
grant execute on function staff_read_attachment(uuid, uuid) to staff;
