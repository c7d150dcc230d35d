-- One's own words are seen at once, the other side's when they can no longer be taken back. answer_by is the day that was named
-- for what nobody has answered yet; null where nothing waits or no day was named.
create view person_question_thread with (security_barrier) as
select t.id as thread_id, t.case_id, t.kind, t.subject, t.started_at, t.about_note_id, t.about_document_id, t.about_paragraph,
       coalesce(said.is_new, false) as is_new, said.answered_at, waits.answer_by,
       coalesce(waits.answer_by < c.today, false) as is_late
  from open_case c
  join question_thread t on t.municipality_id = c.municipality_id and t.case_id = c.case_id and t.person_id = c.person_id
  left join lateral (
    select max(m.readable_from) as answered_at, max(m.sent_at) as last_sent_at, bool_or(r.seen_at is null) as is_new
      from message m
      left join message_receipt r on r.municipality_id = m.municipality_id and r.message_id = m.id
     where m.municipality_id = t.municipality_id and m.thread_id = t.id and m.from_staff_id is not null
       and m.readable_from <= c.moment) said on true
  left join lateral (
    -- What could be read after the last answer was sent is not answered by it.
    select least(min(m.answer_by), case when said.answered_at is null then t.answer_by end) as answer_by
      from message m
     where m.municipality_id = t.municipality_id and m.thread_id = t.id and m.from_person_id is not null
       and m.sent_at <= c.moment and m.no_answer_needed_at is null
       and m.readable_from > coalesce(said.last_sent_at, '-infinity')) waits on true
 where t.started_at <= c.moment;

create view thread_message with (security_barrier) as
select t.thread_id, m.id as message_id, m.text, m.sent_at, m.from_person_id is not null as is_mine,
       s.given_name as from_given_name, s.family_name as from_family_name, r.seen_at, m.readable_from, m.answer_by
  from acting me
 cross join person_question_thread t
  join message m on m.municipality_id = me.municipality_id and m.thread_id = t.thread_id
                and case when m.from_person_id is null then m.readable_from else m.sent_at end <= me.moment
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
      -- What is taken back in this moment is not there.
      join message x on x.municipality_id = (select app_municipality()) and x.id = m.message_id
     where m.thread_id = thread and not m.is_mine
       for key share of x
  on conflict do nothing;
  return query select * from thread_message m where m.thread_id = thread order by m.sent_at, m.message_id;
end $$;
grant execute on function person_read_thread(uuid) to person;

grant select on person_question_thread to person;

-- How soon the municipality of the reader answers, and how long what was sent can be taken back.
create view person_message_rule with (security_barrier) as
select r.answer_days, r.undo_seconds
  from acting me
  join message_rule r on r.municipality_id = me.municipality_id and r.valid @> me.today
 where me.kind = 'person';
grant select on person_message_rule to person;
