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
  using (municipality_id = (select municipality_id from acting) and case_id in (select case_id from staff_open_case)
         and started_at <= (select moment from acting) and thread_is_sent(municipality_id, id));

grant select on message to staff;
create policy staff_reads on message for select to staff
  using (municipality_id = (select municipality_id from acting)
         and (from_staff_id is not null or readable_from <= (select moment from acting))
         and exists (select from question_thread q where q.municipality_id = message.municipality_id and q.id = message.thread_id));

grant select on message_draft to staff;
create policy staff_reads on message_draft for select to staff
  using (municipality_id = (select municipality_id from acting) and from_staff_id = (select subject_id from acting)
         and exists (select from question_thread q where q.municipality_id = message_draft.municipality_id and q.id = message_draft.thread_id));

-- What a person has sent after the last answer, and nobody has said that it needs none. Answered is what could be read when
-- the answer was written. Not granted.
create view unanswered_message as
select m.municipality_id, m.thread_id, m.id as message_id, m.sent_at, m.answer_by
  from message m
 where m.from_person_id is not null and m.readable_from <= (select moment from acting) and m.no_answer_needed_at is null
   and not exists (select from message s where s.municipality_id = m.municipality_id and s.thread_id = m.thread_id
                      and s.from_staff_id is not null and s.sent_at >= m.readable_from
                      and s.sent_at <= (select moment from acting));

-- Threads that wait for an answer: since when, by which day the person was told to expect it, who answers today, and for whom
-- when the lead is away. Who answers is asked for what waits alone: a unit has many cases.
create view staff_waiting_thread with (security_barrier) as
select q.municipality_id, q.id as thread_id, q.case_id, q.person_id, q.kind, q.subject,
       case when wordless.waits then q.started_at else w.since end as since, w.answer_by, w.answer_by < me.today as is_overdue, who.answerer, coalesce(who.is_mine, false) as is_mine, who.for_name, who.away_until
  from acting me
  join staff_open_case o on o.municipality_id = me.municipality_id
  join question_thread q on q.municipality_id = o.municipality_id and q.case_id = o.case_id and q.started_at <= me.moment
 -- A request without a word waits until it is answered, whatever is said of what was written on in it. One with words has its
 -- first message of the moment it began.
 cross join lateral (select q.kind = 'contactRequest' and not exists (
                              select from message s where s.municipality_id = q.municipality_id and s.thread_id = q.id
                                 and case when s.from_staff_id is null then s.sent_at = q.started_at else s.sent_at <= me.moment end) as waits) wordless
 cross join lateral (select min(u.sent_at) as since, least(min(u.answer_by), case when wordless.waits then q.answer_by end) as answer_by
                       from unanswered_message u
                      where u.municipality_id = q.municipality_id and u.thread_id = q.id) w
  left join lateral (
    select s.given_name as answerer, s.id = me.subject_id as is_mine, away.given_name as for_name, away.away_until
      from (select c.staff_id from case_caseworker c where c.municipality_id = q.municipality_id and c.case_id = q.case_id
               and c.answers limit 1) one
      join staff_member s on s.municipality_id = q.municipality_id and s.id = one.staff_id
      left join lateral (select l.given_name, c.away_until from case_caseworker c
                           join staff_member l on l.municipality_id = c.municipality_id and l.id = c.staff_id
                          where c.municipality_id = q.municipality_id and c.case_id = q.case_id and c.kind = 'lead'
                            and c.away_until is not null and not c.answers limit 1) away on true
     limit 1) who on true
 where me.kind = 'staff'
   and (w.since is not null or wordless.waits);
grant select on staff_waiting_thread to staff;
