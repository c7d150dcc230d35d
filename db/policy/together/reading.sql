-- The child's device: role together has exactly these functions. They see with the child's own eyes, so that what is
-- withheld in the middle is gone with the next page, and only what stands in the list of the one reading.
grant usage on schema public to together;

-- Opens the transaction for the device that holds the token: as the child, in the one case, for the one reading, which is
-- signed along with the case. Opens nothing and returns no row when it is over, or the staff member has lost the case.
create function together_open_transaction(municipality uuid, token bytea, at_time timestamptz)
returns table (reading_id uuid, municipality_name text, seconds_left int)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare s record; child record; today date := stockholm_day(at_time);
begin
  perform require_opening();
  select r.*, x.opened_at + k.absolute as last_moment into s
    from together_session x
    join read_together r on r.municipality_id = x.municipality_id and r.id = x.read_together_id and r.ended_at is null
    join session_rule k on k.kind = 'together'
   where x.municipality_id = municipality and x.token_hash = token;
  if not found or s.last_moment <= now() or not is_open_to_staff(municipality, s.staff_id, s.case_id, today) then return; end if;
  select * into child from case_of_child(municipality, s.case_id, today);
  if not found then return; end if;
  perform open_context('together', municipality, child.child_id, at_time, today,
                       jsonb_build_array(child.opened || jsonb_build_object('reading_id', s.id))::text);
  return query select s.id, m.name, extract(epoch from s.last_moment - now())::int from municipality m where m.id = municipality;
end $$;
grant execute on function together_open_transaction(uuid, bytea, timestamptz) to service;

-- The reading that the transaction was opened for. Not granted.
create view reading_now with (security_barrier) as
select r.* from read_together r
 where r.municipality_id = (select app_municipality())
   and r.id = (select opened_cases('{together}')::jsonb -> 0 ->> 'reading_id')::uuid and r.ended_at is null;

-- Days and meetings ahead, as the child may know of them. Not granted.
create view dates_now with (security_barrier) as
select f.case_id, f.planned_on as on_day, (f.planned_on + f.starts_at) at time zone 'Europe/Stockholm' as at, f.place, null::text as kind
  from acting a join person_follow_up f on f.outcome is null and f.planned_on >= a.today
union all
select m.case_id, stockholm_day(m.starts_at), m.starts_at, m.place, m.kind from person_appointment m where m.is_ahead;

-- What of its list the child may read now. Not granted.
create view readable_now with (security_barrier) as
select i.*, coalesce(n.title, d.title) as title, coalesce(n.child_title, d.child_title) as child_title,
       n.event_at, d.dated_on, n.author_given_name, d.type
  from reading_now r
  join read_together_item i on i.municipality_id = r.municipality_id and i.read_together_id = r.id
  left join person_note n on n.note_id = i.note_id and n.level in ('full', 'partial')
  left join person_document d on d.document_id = i.document_id and d.level in ('full', 'partial')
 where case i.kind when 'note' then n.note_id is not null
                   when 'document' then d.document_id is not null
                   when 'plan' then exists (select from person_plan p where p.case_id = r.case_id)
                   else exists (select from dates_now d where d.case_id = r.case_id) end;

create function together_reading()
returns table (child_name text, staff_name text, audience text, level text, items jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.child_name, s.given_name, c.audience, r.level,
         (select coalesce(jsonb_agg(jsonb_build_object('position', i.position, 'kind', i.kind, 'title', i.title, 'childTitle', i.child_title,
                   'at', coalesce(to_char(i.event_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD'), i.dated_on::text),
                   'author', i.author_given_name, 'isRead', i.read_at is not null, 'isExplained', i.explained_at is not null,
                   'mark', i.mark) order by i.position), '[]') from readable_now i)
    from reading_now r
    join person_case c on c.case_id = r.case_id
    join staff_member s on s.municipality_id = r.municipality_id and s.id = r.staff_id
$$;
grant execute on function together_reading() to together;

-- Writes, once a reading, that the staff member read it with the child. Not granted.
create function log_together(at_position int, note uuid, document uuid) returns void
language sql set search_path = public, pg_temp as $$
  with first as (
    update read_together_item i set read_at = app_now() from reading_now r
     where i.municipality_id = r.municipality_id and i.read_together_id = r.id and i.position = at_position and i.read_at is null
    returning r.municipality_id, r.staff_id, r.case_id
  )
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id, document_id)
    select f.municipality_id, app_now(), 'staff', f.staff_id, 'readTogether', f.case_id, note, document from first f
     where num_nonnulls(note, document) > 0;
$$;

create function together_read_note(at_position int) returns setof note_text
language plpgsql security definer set search_path = public, pg_temp as $$
declare note uuid := (select i.note_id from readable_now i where i.position = at_position and i.kind = 'note');
begin
  if note is null then return; end if;
  perform log_together(at_position, note, null);
  return query select * from note_text t where t.note_id = note order by t.number desc limit 1;
end $$;
grant execute on function together_read_note(int) to together;

create function together_read_document(at_position int) returns setof document_text
language plpgsql security definer set search_path = public, pg_temp as $$
declare document uuid := (select i.document_id from readable_now i where i.position = at_position and i.kind = 'document');
begin
  if document is null then return; end if;
  perform log_together(at_position, null, document);
  return query select * from document_text t where t.document_id = document order by t.number desc limit 1;
end $$;
grant execute on function together_read_document(int) to together;

-- The plan that holds now: a plan is a document first, so its reading is the document's.
create function together_read_plan(at_position int) returns table (summary text, goals jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare now_holds record;
begin
  select p.plan_id, p.document_id into now_holds
    from readable_now i cross join reading_now r join person_plan p on p.case_id = r.case_id
   where i.position = at_position and i.kind = 'plan'
   order by p.agreed_on desc, p.number desc limit 1;
  if not found then return; end if;
  perform log_together(at_position, null, now_holds.document_id);
  return query
    select p.summary, coalesce((select jsonb_agg(jsonb_build_object('position', g.position, 'goal', g.goal, 'ownWords', g.own_words,
                                  'steps', g.steps, 'state', g.state) order by g.position)
                        from plan_goal g where g.municipality_id = p.municipality_id and g.plan_id = p.id), '[]')
      from plan p where p.municipality_id = app_municipality() and p.id = now_holds.plan_id;
end $$;
grant execute on function together_read_plan(int) to together;

-- What is ahead, the next first; where and when as the child may know it. `kind` is of a meeting.
create function together_read_dates(at_position int) returns table (on_day date, at timestamptz, place text, kind text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from readable_now i where i.position = at_position and i.kind = 'dates') then return; end if;
  perform log_together(at_position, null, null);
  return query select d.on_day, d.at, d.place, d.kind from dates_now d join reading_now r on r.case_id = d.case_id
                order by d.on_day, d.at limit 5;
end $$;
grant execute on function together_read_dates(int) to together;

-- What was pressed under one thing; the same again changes nothing. False for what is not there.
create function together_mark(at_position int, pressed text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare r reading_now;
begin
  select * into r from reading_now;
  if not exists (select from readable_now i where i.position = at_position) then return false; end if;
  if pressed = 'explained' then
    update read_together_item i set explained_at = app_now()
     where i.municipality_id = r.municipality_id and i.read_together_id = r.id and i.position = at_position and i.explained_at is null;
  else
    update read_together_item i set mark = pressed, marked_at = app_now(), settled_at = null, settled_by = null
     where i.municipality_id = r.municipality_id and i.read_together_id = r.id and i.position = at_position
       and i.mark is distinct from pressed;
  end if;
  if found then
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id)
      values (r.municipality_id, app_now(), 'staff', r.staff_id,
              case pressed when 'explained' then 'explainedTogether' else 'markedTogether' end, r.case_id);
  end if;
  return true;
end $$;
grant execute on function together_mark(int, text) to together;
