-- What a person has sent is there when it can no longer be taken back, its thread with it. A look past row-level security,
-- since the policies of two tables that ask each other go round in circles.
create function thread_is_sent(municipality uuid, of_thread uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  -- Who asks to be contacted, with words or without, takes nothing back: whatever they write on in it, the request stands.
  select exists (select from question_thread q where q.municipality_id = municipality and q.id = of_thread and q.kind = 'contactRequest')
      or exists (select from message m where m.municipality_id = municipality and m.thread_id = of_thread
                    and (m.from_staff_id is not null or m.readable_from <= (select app_now())))
$$;
grant execute on function thread_is_sent(uuid, uuid) to staff;

grant select on question_thread to staff;
create policy staff_reads on question_thread for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[])
         and started_at <= (select app_now()) and thread_is_sent(municipality_id, id));

grant select on message to staff;
create policy staff_reads on message for select to staff
  using (municipality_id = (select app_municipality())
         and (from_staff_id is not null or readable_from <= (select app_now()))
         and exists (select from question_thread q where q.municipality_id = message.municipality_id and q.id = message.thread_id));

grant select on message_draft to staff;
create policy staff_reads on message_draft for select to staff
  using (municipality_id = (select app_municipality()) and from_staff_id = (select app_subject())
         and exists (select from question_thread q where q.municipality_id = message_draft.municipality_id and q.id = message_draft.thread_id));

-- What a person has sent after the last answer, and nobody has said that it needs none. Answered is what could be read when
-- the answer was written. Not granted.
create view unanswered_message as
select m.municipality_id, m.thread_id, m.id as message_id, m.sent_at, m.answer_by
  from message m
 where m.from_person_id is not null and m.readable_from <= (select app_now()) and m.no_answer_needed_at is null
   and not exists (select from message s where s.municipality_id = m.municipality_id and s.thread_id = m.thread_id
                      and s.from_staff_id is not null and s.sent_at >= m.readable_from
                      and s.sent_at <= (select app_now()));
