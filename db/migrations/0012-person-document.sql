-- What a person may see of documents, plans and questions. Same rules as for notes.
create view person_document with (security_barrier) as
select x.id as document_id, x.case_id, x.type, x.dated_on, d.level, x.receipt_asked,
       coalesce(d.title, v.title) as title,
       case when d.level = 'full' then v.child_title end as child_title,
       case when d.ground_told then d.ground end as ground,
       case when d.ground_told then d.review_on end as review_on,
       d.shown_from,
       not exists (select from audit_event a
                    where a.municipality_id = d.municipality_id and a.actor_id = d.person_id and a.document_id = x.id
                      and a.action = 'readDocument'
                      and a.at >= case when d.level = 'full' then greatest(d.shown_from, v.signed_at) else d.shown_from end) as is_new
  from open_case c
  join document x on x.municipality_id = c.municipality_id and x.case_id = c.case_id
  join disclosure d on d.municipality_id = x.municipality_id and d.document_id = x.id and d.person_id = app_subject()
  join lateral (select y.title, y.child_title, y.signed_at from document_version y
                 where y.municipality_id = x.municipality_id and y.document_id = x.id and y.signed_at <= app_now()
                 order by y.number desc limit 1) v on true
 where d.level in ('full', 'partial', 'title') and d.shown_from <= app_now();

create view document_text with (security_barrier) as
select n.document_id, v.number, v.title, v.sections, v.child_title, v.child_text, v.change_reason, v.signed_at
  from person_document n
  join document_version v on v.municipality_id = app_municipality() and v.document_id = n.document_id and v.signed_at <= app_now()
 where n.level = 'full'
union all
select n.document_id, 1, n.title, d.partial_text, null, null, null, d.decided_at
  from person_document n
  join disclosure d on d.municipality_id = app_municipality() and d.document_id = n.document_id and d.person_id = app_subject()
 where n.level = 'partial';

create function person_read_document(document uuid) returns setof document_text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    select app_municipality(), app_now(), 'person', app_subject(), 'readDocument', n.case_id, n.document_id
      from person_document n where n.document_id = document;
  if not found then return; end if;
  return query select * from document_text t where t.document_id = document order by t.number desc;
end $$;

create view person_plan with (security_barrier) as
select p.id as plan_id, d.case_id, p.document_id, p.number, p.agreed_on, p.summary
  from person_document d
  join plan p on p.municipality_id = app_municipality() and p.document_id = d.document_id
 where d.level = 'full' and p.agreed_on <= app_today();

create view person_plan_goal with (security_barrier) as
select g.plan_id, g.position, g.goal, g.own_words, g.steps, g.state
  from person_plan p
  join plan_goal g on g.municipality_id = app_municipality() and g.plan_id = p.plan_id;

create view person_question_thread with (security_barrier) as
select t.id as thread_id, t.case_id, t.subject, t.started_at,
       exists (select from message m left join message_receipt r on r.municipality_id = m.municipality_id and r.message_id = m.id
                where m.municipality_id = t.municipality_id and m.thread_id = t.id and m.from_staff_id is not null
                  and m.sent_at <= app_now() and r.seen_at is null) as is_new,
       (select max(m.sent_at) from message m where m.municipality_id = t.municipality_id and m.thread_id = t.id
           and m.from_staff_id is not null and m.sent_at <= app_now()) as answered_at
  from open_case c
  join question_thread t on t.municipality_id = c.municipality_id and t.case_id = c.case_id and t.person_id = app_subject()
 where t.started_at <= app_now();

create view thread_message with (security_barrier) as
select t.thread_id, m.id as message_id, m.text, m.sent_at, m.from_person_id is not null as is_mine,
       s.given_name as from_given_name, s.family_name as from_family_name, r.seen_at
  from person_question_thread t
  join message m on m.municipality_id = app_municipality() and m.thread_id = t.thread_id and m.sent_at <= app_now()
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

grant select on person_document, person_plan, person_plan_goal, person_question_thread to person;
grant execute on function person_read_document(uuid), person_read_thread(uuid) to person;
