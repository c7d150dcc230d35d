-- The case page of staff, in one question. These functions are the reader's own: what is seen is what the row policies let them see.
-- What most cases have none of is looked for first, since a question costs most by being made ready.

-- Everybody who has or had a part in a case, those of today first.
create function staff_case_parties(of_case uuid) returns json
language plpgsql stable as $$
declare
  today date := app_today();
  leads boolean := exists (select from staff_member me where me.id = app_subject() and me.role = 'teamLeader');
  lines uuid[] := array(select r.person_id from staff_line_reader r where r.case_id = of_case);
begin
  return (
    select coalesce(json_agg(json_build_object('personId', p.person_id, 'name', full_name(x.given_name, x.family_name),
                      'age', known_age_on(x.born, today), 'role', p.role, 'from', lower(p.valid), 'until', upper(p.valid) - 1,
                      'isEnded', not p.valid @> today,
                      'protection', (select y.kind from person_protection y where y.municipality_id = p.municipality_id
                                        and y.person_id = p.person_id and y.valid @> today order by y.kind desc limit 1),
                      'mayChangeNumber', leads and staff_may_change_number(p.person_id),
                      'readsLines', p.person_id = any (lines))
                    order by not p.valid @> today, p.role <> 'child', x.given_name), '[]')
      from case_party p
      join person x on x.municipality_id = p.municipality_id and x.id = p.person_id
     where p.case_id = of_case);
end $$;

-- The reader's own drafts of documents, of one case or all of theirs, the one that has waited longest first.
create function staff_document_drafts(of_case uuid) returns json
language plpgsql stable as $$
begin
  if not exists (select from staff_document_draft) then return '[]'; end if;
  return (
    select coalesce(json_agg(json_build_object('id', x.document_id, 'childName', x.child_name, 'type', x.type, 'template', x.template,
                      'title', x.title, 'savedAt', x.saved_at) order by x.saved_at, x.document_id), '[]')
      from (select d.document_id, full_name(child.given_name, child.family_name) as child_name, d.type, d.template,
                   d.content ->> 'title' as title, d.saved_at
              from staff_document_draft d
              join case_file c on c.municipality_id = d.municipality_id and c.id = d.case_id
              join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
             where d.case_id = coalesce(of_case, d.case_id)
             order by d.saved_at, d.document_id limit 50) x);
end $$;

-- Readings together that were begun in a case, the latest first; one that goes on is open for the hour of its device (session_rule).
create function staff_readings(of_case uuid, most int) returns json
language plpgsql stable as $$
begin
  if not exists (select from read_together r where r.case_id = of_case and r.begun_at is not null) then return '[]'; end if;
  return (
    select coalesce(json_agg(json_build_object('id', x.id, 'begunAt', x.begun_at, 'staffName', x.given_name, 'company', x.company,
                      'companyName', x.company_name, 'isOpen', x.is_open, 'counts', x.counts, 'wonders', x.wonders)
                    order by x.begun_at desc, x.id), '[]')
      from (select r.id, r.begun_at, s.given_name, r.company, r.company_name,
                   r.ended_at is null and r.begun_at > (select app_now()) - interval '60 minutes' as is_open,
                   json_build_object('read', count(i.read_at), 'explained', count(i.explained_at),
                                     'understood', count(*) filter (where i.mark = 'understood'),
                                     'wondering', count(*) filter (where i.mark = 'wondering'),
                                     'enough', count(*) filter (where i.mark = 'enough')) as counts,
                   count(*) filter (where i.mark = 'wondering' and i.settled_at is null) as wonders
              from read_together r
              join read_together_item i on i.municipality_id = r.municipality_id and i.read_together_id = r.id
              join staff_member s on s.municipality_id = r.municipality_id and s.id = r.staff_id
             where r.case_id = of_case and r.begun_at is not null
             group by r.municipality_id, r.id, s.given_name
             order by r.begun_at desc, r.id limit most) x);
end $$;

-- A page of notes, newest event first: who may read each and how much, the child before the adults.
create function staff_case_notes(of_case uuid, most int, skipped int) returns json
language plpgsql stable as $$
declare
  remarks jsonb := '{}';
begin
  if exists (select from remark r where r.case_id = of_case and r.answer is null) then
    select coalesce(jsonb_object_agg(r.note_id, r.open), '{}') into remarks
      from (select x.note_id, count(*) as open from remark x
             where x.case_id = of_case and x.note_id is not null and x.answer is null and x.written_at <= (select app_now())
             group by x.note_id) r;
  end if;
  return (
    select coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'eventAt', n.event_at, 'authorName', n.given_name,
                      'title', v.title, 'isSigned', coalesce(v.is_signed, false), 'hasOwnDraft', coalesce(v.has_draft, false),
                      'openRemarks', coalesce((remarks ->> n.id::text)::int, 0), 'readers', coalesce(d.readers, '[]'))
                    order by n.event_at desc, n.id), '[]')
      from (select x.municipality_id, x.id, x.kind, x.event_at, s.given_name
              from note x
              join staff_member s on s.municipality_id = x.municipality_id and s.id = x.author_id
             where x.case_id = of_case
             order by x.event_at desc, x.id limit most offset skipped) n
      left join lateral (select (array_agg(x.title order by x.number desc))[1] as title, bool_or(x.signed_at is not null) as is_signed,
                                bool_or(x.signed_at is null) as has_draft
                           from note_version x where x.municipality_id = n.municipality_id and x.note_id = n.id) v on true
      left join lateral (select json_agg(json_build_object('name', p.given_name, 'level', x.level) order by p.born desc) as readers
                           from disclosure x join person p on p.municipality_id = x.municipality_id and p.id = x.person_id
                          where x.municipality_id = n.municipality_id and x.note_id = n.id) d on true);
end $$;

-- The case as the authority has it, with stages and days that have not been shown to any person yet.
create function staff_case_course(of_case uuid, out stages json, out dates json, out follow_ups json, out plan json)
language plpgsql stable as $$
declare
  today date := app_today();
  p record;
begin
  -- In the order they began; the last one is current. A stage beside the usual path comes last on its day.
  select coalesce(json_agg(json_build_object('id', s.id, 'stage', s.stage, 'startedOn', s.started_on, 'dueOn', s.due_on)
                           order by s.started_on, k.position nulls last), '[]')
    into stages from case_stage s join stage_kind k on k.stage = s.stage where s.case_id = of_case;

  select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'dueOn', d.due_on, 'doneOn', d.done_on, 'source', d.source,
                             'person', x.given_name, 'days', d.due_on - today) order by d.done_on is not null, d.due_on), '[]')
    into dates from deadline d
    left join person x on x.municipality_id = d.municipality_id and x.id = d.person_id
   where d.case_id = of_case;

  follow_ups := '[]';
  if exists (select from follow_up f where f.case_id = of_case) then
    select coalesce(json_agg(json_build_object('id', f.id, 'plannedOn', f.planned_on, 'heldOn', f.held_on, 'outcome', f.outcome,
                               'startsAt', (f.planned_on + f.starts_at) at time zone 'Europe/Stockholm', 'place', f.place,
                               'recordedAt', r.recorded_at, 'days', f.planned_on - today) order by f.planned_on), '[]')
      into follow_ups from follow_up f
      left join follow_up_record r on r.municipality_id = f.municipality_id and r.follow_up_id = f.id
     where f.case_id = of_case;
  end if;

  select x.municipality_id, x.id, x.agreed_on, x.summary into p
    from plan x join document d on d.municipality_id = x.municipality_id and d.id = x.document_id
   where d.case_id = of_case
   order by x.agreed_on desc, x.number desc limit 1;
  if not found then return; end if;
  select json_build_object('agreedOn', p.agreed_on, 'summary', p.summary, 'goals',
           coalesce(json_agg(json_build_object('position', g.position, 'goal', g.goal, 'state', g.state) order by g.position), '[]'))
    into plan from plan_goal g where g.municipality_id = p.municipality_id and g.plan_id = p.id;
end $$;

-- The questions of a case that nobody waits in: those that do stand among what waits. What was written last stands first.
create function staff_answered_threads(of_case uuid) returns json
language plpgsql stable as $$
begin
  if not exists (select from question_thread q where q.case_id = of_case) then return '[]'; end if;
  return (
    select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'subject', x.subject, 'name', x.given_name, 'lastAt', x.last_at)
                             order by x.last_at desc, x.id), '[]')
      from (select q.id, q.kind, q.subject, p.given_name, coalesce(last.at, q.started_at) as last_at
              from question_thread q
              join person p on p.municipality_id = q.municipality_id and p.id = q.person_id
             cross join lateral (select max(m.sent_at) as at from message m
                                  where m.municipality_id = q.municipality_id and m.thread_id = q.id and m.sent_at <= (select app_now())) last
             where q.case_id = of_case
               and not exists (select from staff_awaited_answer w where w.municipality_id = q.municipality_id and w.case_id = of_case and w.id = q.id)
             order by last_at desc, q.id limit 20) x);
end $$;

-- All that the page shows; writes that the case was opened. Null, and nothing is written, for a case that is unknown or not open to the
-- reader.
create function staff_case_page(of_case uuid, most_notes int, skipped_notes int) returns json
language plpgsql as $$
declare
  c record;
  course record;
  today date := app_today();
  caseworkers json;
  documents json;
begin
  select f.case_number, f.opened_on, f.closed_on, child.id as child_id, child.given_name, child.family_name,
         known_age_on(child.born, today) as age
    into c from case_file f join person child on child.municipality_id = f.municipality_id and child.id = f.child_id
   where f.id = of_case;
  if not found then return null; end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id)
    values (app_municipality(), app_now(), 'staff', app_subject(), 'readCase', of_case);

  select coalesce(json_agg(json_build_object('name', full_name(s.given_name, s.family_name), 'kind', a.kind, 'phone', s.phone)
                           order by a.kind desc), '[]')
    into caseworkers from caseworker_assignment a
    join staff_member s on s.municipality_id = a.municipality_id and s.id = a.staff_id
   where a.case_id = of_case and a.valid @> today;

  select coalesce(json_agg(json_build_object('id', x.id, 'type', x.type, 'datedOn', x.dated_on, 'title', x.title)
                           order by x.dated_on desc, x.id), '[]')
    into documents
    from (select d.id, d.type, d.dated_on, v.title from document d
            join lateral (select x.title from document_version x where x.municipality_id = d.municipality_id and x.document_id = d.id
                           order by x.number desc limit 1) v on true
           where d.case_id = of_case
           order by d.dated_on desc, d.id limit 50) x;

  select * into course from staff_case_course(of_case);
  return json_build_object(
    'id', of_case, 'caseNumber', c.case_number, 'openedOn', c.opened_on, 'closedOn', c.closed_on, 'childId', c.child_id,
    'childGivenName', c.given_name, 'childFamilyName', c.family_name, 'childAge', c.age,
    'notes', staff_case_notes(of_case, most_notes, skipped_notes), 'waiting', staff_waiting(of_case),
    'threads', staff_answered_threads(of_case), 'stages', course.stages, 'dates', course.dates,
    'parties', staff_case_parties(of_case), 'caseworkers', caseworkers, 'plan', course.plan, 'followUps', course.follow_ups,
    'documents', documents, 'documentDrafts', staff_document_drafts(of_case), 'readings', staff_readings(of_case, 10));
end $$;
grant execute on function staff_case_parties(uuid), staff_document_drafts(uuid), staff_readings(uuid, int), staff_case_notes(uuid, int, int),
  staff_case_course(uuid), staff_answered_threads(uuid), staff_case_page(uuid, int, int) to staff;
