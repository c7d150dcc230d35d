-- What persons wait for an answer to in the cases of the staff member's: threads, and wishes for another time. Since when, by which
-- day they were told to expect it, who answers today, and for whom when the lead is away. Who answers is asked for what waits
-- alone: a unit has many cases.
create view staff_awaited_answer with (security_barrier) as
select w.municipality_id, w.id, w.kind, w.case_id, w.person_id, w.subject, w.appointment_id, w.starts_at, w.since, w.answer_by,
       w.answer_by < me.today as is_overdue, who.answerer, coalesce(who.is_mine, false) as is_mine, who.for_name, who.away_until
  from acting me
 -- Each asks for the open cases itself: what was put together is not looked through by an index.
  join (
    select q.municipality_id, q.id, q.kind, q.case_id, q.person_id, q.subject, null::uuid as appointment_id, null::timestamptz as starts_at,
           case when wordless.waits then q.started_at else said.since end as since, said.answer_by
      from staff_open_case o
      join question_thread q on q.municipality_id = o.municipality_id and q.case_id = o.case_id
                            and q.started_at <= (select app_now())
     -- A request without a word waits until it is answered, whatever is said of what was written on in it. One with words has its
     -- first message of the moment it began.
     cross join lateral (select q.kind = 'contactRequest' and not exists (
                                  select from message s where s.municipality_id = q.municipality_id and s.thread_id = q.id
                                     and case when s.from_staff_id is null then s.sent_at = q.started_at
                                              else s.sent_at <= (select app_now()) end) as waits) wordless
     cross join lateral (select min(u.sent_at) as since, least(min(u.answer_by), case when wordless.waits then q.answer_by end) as answer_by
                           from unanswered_message u
                          where u.municipality_id = q.municipality_id and u.thread_id = q.id) said
     where said.since is not null or wordless.waits
    union all
    select r.municipality_id, r.id, 'timeRequest', a.case_id, r.person_id, null, a.id, a.starts_at, r.asked_at, r.answer_by
      from staff_open_case o
      join appointment a on a.municipality_id = o.municipality_id and a.case_id = o.case_id
      join appointment_change_request r on r.municipality_id = a.municipality_id and r.appointment_id = a.id and r.state = 'asked'
                                       and r.asked_at <= (select app_now())) w on w.municipality_id = me.municipality_id
  left join lateral (
    select s.given_name as answerer, s.id = me.subject_id as is_mine, away.given_name as for_name, away.away_until
      from (select c.staff_id from case_caseworker c where c.municipality_id = w.municipality_id and c.case_id = w.case_id
               and c.answers limit 1) one
      join staff_member s on s.municipality_id = w.municipality_id and s.id = one.staff_id
      left join lateral (select l.given_name, c.away_until from case_caseworker c
                           join staff_member l on l.municipality_id = c.municipality_id and l.id = c.staff_id
                          where c.municipality_id = w.municipality_id and c.case_id = w.case_id and c.kind = 'lead'
                            and c.away_until is not null and not c.answers limit 1) away on true
     limit 1) who on true
 where me.kind = 'staff';
grant select on staff_awaited_answer to staff;
