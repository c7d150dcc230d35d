-- Who has a case that is open to the reader, the lead before the deputy, and who else answers while they cannot. Not granted.
create function caseworkers_shown(municipality uuid, reader uuid, moment timestamptz, today date, of_case uuid) returns json
language sql stable set search_path = public, pg_temp as $$
  select coalesce(json_agg(json_build_object('caseId', w.case_id, 'kind', w.kind, 'givenName', w.given_name, 'familyName', w.family_name,
                             'title', w.title, 'phone', w.phone, 'phoneHours', w.phone_hours, 'isAway', w.is_away,
                             'awayUntil', w.away_until, 'answers', w.answers, 'introduction', w.introduction,
                             'pictureId', w.picture_id, 'pictureText', w.picture_text)
                           order by array_position(array['lead', 'deputy', 'teamLeader'], w.kind)), '[]')
    from opened_caseworker(municipality, reader, moment, today, of_case) w
$$;

-- What stands on a case's page whatever has happened in it: the path, who has it, and the days ahead. Of a case that is open to
-- the reader; whoever calls it has asked open_case. What many cases do not have is looked for before its rule is asked. Not granted.
create function case_shown(municipality uuid, reader uuid, moment timestamptz, today date, of_case uuid, most_lines int,
  out stages json, out caseworkers json, out deadlines json, out follow_ups json, out coming json, out called_off json,
  out lines json, out has_threads boolean, out changed_at timestamptz)
language plpgsql stable set search_path = public, pg_temp as $$
declare
  has record;
  told timestamptz;
  asked uuid[];
begin
  select coalesce(json_agg(json_build_object('stage', s.stage, 'position', s.position, 'startedOn', s.started_on, 'dueOn', s.due_on)
                           order by s.started_on, s.position nulls last), '[]'),
         (max(s.started_on) + time '12:00') at time zone 'Europe/Stockholm'
    into stages, changed_at from opened_case_stage(municipality, reader, moment, today, of_case) s;

  caseworkers := caseworkers_shown(municipality, reader, moment, today, of_case);

  select exists (select from deadline d where d.municipality_id = municipality and d.case_id = of_case) as deadlines,
         exists (select from follow_up f where f.municipality_id = municipality and f.case_id = of_case) as follow_ups,
         exists (select from case_line l where l.municipality_id = municipality and l.case_id = of_case and l.person_id = reader) as lines,
         exists (select from question_thread t
                  where t.municipality_id = municipality and t.case_id = of_case and t.person_id = reader) as threads,
         exists (select from appointment_participant p where p.municipality_id = municipality and p.person_id = reader) as meetings
    into has;
  has_threads := has.threads;
  deadlines := '[]';
  follow_ups := '[]';
  lines := '[]';
  coming := '[]';
  called_off := '[]';

  if has.deadlines then
    select coalesce(json_agg(json_build_object('id', d.deadline_id, 'kind', d.kind, 'dueOn', d.due_on, 'isMine', d.is_mine,
                               'isLate', d.due_on < case_shown.today) order by d.due_on), '[]')
      into deadlines from opened_deadline(municipality, reader, moment, today, of_case) d;
  end if;

  if has.follow_ups then
    select coalesce(json_agg(json_build_object('plannedOn', f.planned_on, 'heldOn', f.held_on, 'outcome', f.outcome,
                               'startsAt', (f.planned_on + f.starts_at) at time zone 'Europe/Stockholm', 'place', f.place,
                               'isAhead', f.outcome is null and f.planned_on >= case_shown.today) order by f.planned_on), '[]')
      into follow_ups from opened_follow_up(municipality, reader, moment, today, of_case) f;
  end if;

  if has.lines then
    select coalesce(json_agg(json_build_object('id', l.line_id, 'text', l.text, 'writtenAt', l.written_at, 'from', l.from_given_name)), '[]'),
           max(l.last_written_at)
      into lines, told
      from (select x.*, max(x.written_at) over () as last_written_at
              from opened_case_line(municipality, reader, moment, today, of_case) x
             order by x.written_at desc, x.line_id limit most_lines) l;
    changed_at := greatest(changed_at, told);
  end if;

  if not has.meetings then return; end if;

  if exists (select from appointment_change_request r
              where r.municipality_id = municipality and r.person_id = reader and r.state = 'asked') then
    asked := array(select r.appointment_id from person_time_request r where r.state = 'asked');
  end if;
  with meeting as (
    select * from opened_appointment(municipality, reader, moment, today, of_case)
  ), ahead as (
    select * from meeting m where m.is_ahead order by m.starts_at, m.appointment_id limit 10
  ), off as (
    select m.appointment_id, m.starts_at, 'cancelled' as became from meeting m
     where m.state = 'cancelled' and m.starts_at > case_shown.moment - interval '1 day'
    union all
    select t.appointment_id, t.starts_at, 'takenOut' from opened_taken_out(municipality, reader, moment, today, of_case) t
    order by starts_at, appointment_id limit 10
  )
  select (select coalesce(json_agg(json_build_object('id', a.appointment_id, 'kind', a.kind, 'startsAt', a.starts_at, 'place', a.place,
                                     'staff', a.staff, 'others', a.others, 'state', a.state, 'isOpen', a.is_open,
                                     'isAsked', coalesce(a.appointment_id = any (asked), false))), '[]') from ahead a),
         (select coalesce(json_agg(json_build_object('id', o.appointment_id, 'startsAt', o.starts_at, 'became', o.became)), '[]') from off o)
    into coming, called_off;
end $$;

-- All that the case page shows, in one question; null for a case that is unknown or not the reader's. `newest` is how many of
-- each kind the timeline gets.
-- What a page reads is in memory: counted as if it came from a disk, a look-up in a small table loses to reading all of it, row by row.
create function person_case_page(of_case uuid, newest int) returns json
language plpgsql stable security definer set search_path = public, pg_temp set random_page_cost = 1.1 as $$
declare
  c record;
  shown record;
  notes record;
  documents record;
  new_answers int := 0;
  answered_at timestamptz;
  has_plan boolean;
begin
  select a.* into c from addressed_case a where a.case_id = of_case;
  if not found then return null; end if;
  shown := case_shown(c.municipality_id, c.person_id, c.moment, c.today, of_case, newest);

  select coalesce(json_agg(json_build_object('id', n.note_id, 'kind', n.kind, 'title', n.title, 'childTitle', n.child_title,
                             'eventAt', n.event_at, 'isNew', n.is_new)), '[]') as newest,
         count(*) as many, max(n.shown_from) as changed_at
    into notes
    from (select x.note_id, x.kind, x.title, x.child_title, x.event_at, x.is_new, x.shown_from
            from opened_note(c.municipality_id, c.person_id, c.moment, c.today, of_case) x
           order by x.event_at desc, x.note_id limit person_case_page.newest) n;
  -- Fewer are all that there are.
  if notes.many = newest then
    select l into notes.changed_at from note_shown_last(c.municipality_id, c.person_id, c.moment, c.today, of_case) l;
  end if;

  select coalesce(json_agg(json_build_object('id', d.document_id, 'type', d.type, 'title', d.title, 'childTitle', d.child_title,
                             'datedOn', d.dated_on, 'isNew', d.is_new)), '[]') as newest,
         count(*) as many, max(d.shown_from) as changed_at
    into documents
    from (select x.document_id, x.type, x.title, x.child_title, x.dated_on, x.is_new, x.shown_from
            from opened_document(c.municipality_id, c.person_id, c.moment, c.today, of_case) x
           order by x.dated_on desc, x.document_id limit person_case_page.newest) d;
  if documents.many = newest then
    select max(d.shown_from) into documents.changed_at from opened_document(c.municipality_id, c.person_id, c.moment, c.today, of_case) d;
  end if;

  if shown.has_threads then
    select count(*) filter (where t.is_new), max(t.answered_at)
      into new_answers, answered_at from opened_question_thread(c.municipality_id, c.person_id, c.moment, c.today, of_case) t;
  end if;

  -- Most cases have none, and then the rule need not be asked.
  has_plan := documents.many > 0 and exists (select from document d join plan p on p.municipality_id = d.municipality_id and p.document_id = d.id
                                              where d.municipality_id = c.municipality_id and d.case_id = of_case);
  if has_plan then has_plan := exists (select from person_plan p where p.case_id = of_case); end if;

  return json_build_object(
    'id', c.case_id, 'caseNumber', c.case_number, 'audience', c.audience, 'isOwn', c.is_own, 'childName', c.child_name,
    'closedOn', c.closed_on, 'readableUntil', c.readable_until,
    'stages', shown.stages, 'caseworkers', shown.caseworkers, 'deadlines', shown.deadlines, 'followUps', shown.follow_ups,
    'coming', shown.coming, 'calledOff', shown.called_off, 'lines', shown.lines,
    'changedAt', greatest(shown.changed_at, notes.changed_at, documents.changed_at, answered_at),
    'notes', notes.newest, 'documents', documents.newest, 'newAnswers', new_answers,
    'hasPlan', has_plan);
end $$;
grant execute on function person_case_page(uuid, int) to person;
