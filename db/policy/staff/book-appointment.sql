-- How a meeting is booked, moved, called off and said to be held.

-- Why a meeting cannot be kept as it was written; null when it can. input: see staff_plan_appointment. Not granted.
create function appointment_fault(in_case case_file, earlier appointment, input jsonb) returns text
language sql stable set search_path = public, pg_temp as $$
  with wanted as (
    select (input ->> 'startsAt')::timestamptz as starts_at, (input ->> 'endsAt')::timestamptz as ends_at,
           (input ->> 'shownFrom')::timestamptz as shown_from
  )
  select case
    -- Who is told what was chosen by what was known when the form was drawn.
    when input -> 'guards' is distinct from to_jsonb(guards_of_case(in_case.municipality_id, in_case.id, app_today())) then 'guarded'
    -- One that has begun keeps its time: what was agreed on may still be written right.
    when w.starts_at <= app_now() and w.starts_at is distinct from earlier.starts_at then 'past'
    when w.ends_at <= w.starts_at or w.ends_at > w.starts_at + interval '24 hours' then 'end'
    when w.starts_at > app_now() + interval '731 days' then 'far'
    when stockholm_day(w.starts_at) > in_case.readable_until then 'closed'
    -- What has been shown is not hidden again, whatever is asked for.
    when (earlier.id is null or earlier.shown_from > app_now()) and w.shown_from >= w.starts_at then 'shown'
    when jsonb_array_length(input -> 'persons') = 0 then 'nobody'
    when exists (select from jsonb_array_elements(input -> 'persons') p
                  where not exists (select from case_party y where y.municipality_id = in_case.municipality_id and y.case_id = in_case.id
                                       and y.person_id = (p ->> 'id')::uuid and y.valid @> app_today())
                    -- Somebody whose part has ended meanwhile stays on the list.
                    and not exists (select from appointment_participant k where k.municipality_id = in_case.municipality_id
                                       and k.appointment_id = earlier.id and k.person_id = (p ->> 'id')::uuid)) then 'person'
    when exists (select from jsonb_array_elements_text(input -> 'staff') s
                  where not exists (select from staff_member m where m.municipality_id = in_case.municipality_id and m.id = s::uuid
                                       and m.employed @> app_today())) then 'staff'
  end from wanted w
$$;

-- Writes who takes part, and what each is told. earlier: the meeting before the change; null for a new one. Not granted.
create function write_participants(a appointment, input jsonb, earlier appointment default null) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  guards text[] := guards_of_case(a.municipality_id, a.case_id, app_today());
  -- The time that those who are taken out were told of; null when there is nothing to tell.
  told_start timestamptz := case when guards = '{}' and earlier.shown_from <= app_now() and earlier.starts_at > app_now() then earlier.starts_at end;
begin
  with gone as (
    update appointment_participant p
       set removed_at = app_now(), shows_place = false, shows_others = false,
           removed_start = case when appointment_is_shown(p.municipality_id, a.id, p.person_id, app_now()) then told_start end
     where p.municipality_id = a.municipality_id and p.appointment_id = a.id and p.person_id is not null and p.removed_at is null
       and not exists (select from jsonb_array_elements(input -> 'persons') x where (x ->> 'id')::uuid = p.person_id)
    returning p.person_id, p.removed_start
  ), unasked as (
    update appointment_change_request r set state = 'takenOut', answered_at = app_now(), answered_by = app_subject()
      from gone g
     where r.municipality_id = a.municipality_id and r.appointment_id = a.id and r.person_id = g.person_id and r.state = 'asked'
  )
  insert into notice (municipality_id, person_id, kind, appointment_id, appointment_start, due_at)
    select a.municipality_id, g.person_id, 'takenOutOfAppointment', a.id, g.removed_start, app_now() from gone g where g.removed_start is not null;
  -- Whoever takes part again is told so; what has not been sent yet of the contrary is not sent.
  insert into notice (municipality_id, person_id, kind, appointment_id, appointment_start, due_at)
    select a.municipality_id, p.person_id, 'movedAppointment', a.id, a.starts_at, greatest(a.shown_from, app_now())
      from appointment_participant p
     where p.municipality_id = a.municipality_id and p.appointment_id = a.id and p.removed_at is not null
       and exists (select from jsonb_array_elements(input -> 'persons') x where (x ->> 'id')::uuid = p.person_id);
  insert into appointment_participant as p (municipality_id, appointment_id, person_id, shows_place, shows_others, knowing, joined_sequence)
    select distinct on (x ->> 'id') a.municipality_id, a.id, (x ->> 'id')::uuid, (x ->> 'showsPlace')::boolean, (x ->> 'showsOthers')::boolean, guards, a.sequence
      from jsonb_array_elements(input -> 'persons') x
  on conflict (municipality_id, appointment_id, person_id)
    do update set shows_place = excluded.shows_place, shows_others = excluded.shows_others,
                  knowing = excluded.knowing, removed_at = null, removed_start = null,
                  joined_sequence = case when p.removed_at is null then p.joined_sequence else excluded.joined_sequence end;
  -- Nothing hangs on these.
  delete from appointment_participant p where p.municipality_id = a.municipality_id and p.appointment_id = a.id and p.person_id is null;
  insert into appointment_participant (municipality_id, appointment_id, staff_id)
    select distinct a.municipality_id, a.id, s::uuid from jsonb_array_elements_text(input -> 'staff') s;
  insert into appointment_participant (municipality_id, appointment_id, name, role)
    select a.municipality_id, a.id, x ->> 'name', x ->> 'role' from jsonb_array_elements(input -> 'others') x;
end $$;

-- Puts down that everybody who takes part is told; what has not been sent yet of an earlier time is not sent. Not granted.
create function tell_of_appointment(a appointment, of_kind text, only_of_place boolean default false) returns void
language sql set search_path = public, pg_temp as $$
  delete from notice n
   where n.municipality_id = a.municipality_id and n.appointment_id = a.id and n.planned_at is null and of_kind <> 'newAppointment'
     and n.kind in ('movedAppointment', 'appointmentReminder') and not only_of_place;
  insert into notice (municipality_id, person_id, kind, appointment_id, appointment_start, due_at)
    select p.municipality_id, p.person_id, of_kind, a.id, a.starts_at, greatest(a.shown_from, app_now())
      from appointment_participant p
     where p.municipality_id = a.municipality_id and p.appointment_id = a.id and p.person_id is not null and p.removed_at is null
       and (p.shows_place or not only_of_place)
       -- Whoever has not been told of it yet is told of it as new.
       and (of_kind = 'newAppointment'
            or not exists (select from notice n where n.municipality_id = p.municipality_id and n.appointment_id = a.id
                              and n.person_id = p.person_id and n.kind = 'newAppointment' and n.due_at > app_now()))
  on conflict do nothing
$$;

-- Whether a meeting is what a form asks for. From when it is shown is of the moment of sending. Not granted.
create function is_appointment(a appointment, input jsonb) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select (a.kind, a.starts_at, a.ends_at, a.place, a.place_note, a.bring)
           is not distinct from (input ->> 'kind', (input ->> 'startsAt')::timestamptz, (input ->> 'endsAt')::timestamptz,
                                 input ->> 'place', input ->> 'placeNote', input ->> 'bring')
     and not exists (
       select from (
         select jsonb_build_object('id', p.person_id, 'showsPlace', p.shows_place, 'showsOthers', p.shows_others) as who
           from appointment_participant p
          where p.municipality_id = a.municipality_id and p.appointment_id = a.id and p.person_id is not null and p.removed_at is null
         union all
         select coalesce(to_jsonb(p.staff_id), jsonb_build_object('name', p.name, 'role', p.role)) from appointment_participant p
          where p.municipality_id = a.municipality_id and p.appointment_id = a.id and p.person_id is null and p.removed_at is null) is_there
       full join (
         select jsonb_array_elements((input -> 'persons') || (input -> 'staff') || (input -> 'others')) as who) asked using (who)
      where is_there.who is null or asked.who is null)
$$;

-- Books a meeting, once: whoever sends the same form again gets the same one; 'booked' beside its id when it asks for something else.
-- input: {"kind", "startsAt", "endsAt", "shownFrom": moment, "place", "placeNote", "bring", "reason": text or null,
--         "guards": [whose protection the form was drawn with], "persons": [{"id", "showsPlace", "showsOthers"}], "staff": [id], "others": [{"name", "role"}]}
-- No row for a case that is not open to the caller. Else its id, or why it cannot be kept.
create function staff_plan_appointment(of_case uuid, key uuid, input jsonb) returns table (id uuid, fault text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_case case_file;
  made appointment;
  why_not text;
begin
  -- Two sendings wait for each other here.
  select c.* into found_case from case_file c join staff_open_case o on o.municipality_id = c.municipality_id and o.case_id = c.id
   where c.id = of_case for update of c;
  if not found then return; end if;
  select a.* into made from appointment a
   where a.municipality_id = found_case.municipality_id and a.planned_by = app_subject() and a.form_key = key and a.case_id = of_case;
  if found then return query select made.id, case when not is_appointment(made, input) then 'booked' end; return; end if;
  why_not := appointment_fault(found_case, null, input);
  if why_not is not null then return query select null::uuid, why_not; return; end if;
  insert into appointment (municipality_id, case_id, kind, starts_at, ends_at, place, place_note, bring, shown_from, planned_by, planned_at,
                           changed_by, changed_at, time_set_at, form_key)
    values (found_case.municipality_id, of_case, input ->> 'kind', (input ->> 'startsAt')::timestamptz, (input ->> 'endsAt')::timestamptz,
            input ->> 'place', input ->> 'placeNote', input ->> 'bring', (input ->> 'shownFrom')::timestamptz, app_subject(), app_now(),
            app_subject(), app_now(), app_now(), key)
  returning * into made;
  perform write_participants(made, input), tell_of_appointment(made, 'newAppointment'), log_staff_appointment('plannedAppointment', made);
  return query select made.id, null::text;
end $$;
grant execute on function staff_plan_appointment(uuid, uuid, jsonb) to staff;

-- Changes or moves a meeting that the caller saw as it is now. No row for one that is not open to them; else why it cannot be
-- kept ('changed': it is not as they saw it), or null. input as above.
create function staff_change_appointment(of_appointment uuid, seen int, input jsonb) returns table (fault text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  earlier appointment := hold_appointment(of_appointment);
  now_is appointment;
  in_case case_file;
  why_not text;
  is_moved boolean;
  has_other_time boolean := (earlier.starts_at, earlier.ends_at)
    is distinct from ((input ->> 'startsAt')::timestamptz, (input ->> 'endsAt')::timestamptz);
begin
  if earlier.id is null then return; end if;
  if earlier.version <> seen or earlier.state not in ('planned', 'moved') then return query select 'changed'::text; return; end if;
  select c.* into in_case from case_file c where c.municipality_id = earlier.municipality_id and c.id = earlier.case_id;
  why_not := appointment_fault(in_case, earlier, input);
  if why_not is not null then return query select why_not; return; end if;
  -- A time that nobody has been told of is not moved.
  is_moved := (input ->> 'startsAt')::timestamptz <> earlier.starts_at and earlier.shown_from <= app_now();
  update appointment a
     set kind = input ->> 'kind', starts_at = (input ->> 'startsAt')::timestamptz, ends_at = (input ->> 'endsAt')::timestamptz,
         place = input ->> 'place', place_note = input ->> 'placeNote', bring = input ->> 'bring',
         -- What has been shown is not hidden again.
         shown_from = case when earlier.shown_from <= app_now() then earlier.shown_from else (input ->> 'shownFrom')::timestamptz end,
         state = case when is_moved then 'moved' else a.state end,
         earlier_start = case when is_moved then earlier.starts_at else a.earlier_start end,
         moved_sequence = case when is_moved then a.sequence + 1 else a.moved_sequence end,
         change_reason = case when has_other_time and earlier.shown_from <= app_now() then input ->> 'reason' else a.change_reason end,
         sequence = a.sequence + has_other_time::int, time_set_at = case when has_other_time then app_now() else a.time_set_at end,
         version = a.version + 1, changed_by = app_subject(), changed_at = app_now()
   where a.municipality_id = earlier.municipality_id and a.id = earlier.id returning a.* into now_is;
  perform write_participants(now_is, input, earlier);
  -- Not yet shown: told when it is, of the time it has then.
  update notice n set due_at = greatest(now_is.shown_from, app_now()), appointment_start = now_is.starts_at
   where n.municipality_id = now_is.municipality_id and n.appointment_id = now_is.id and n.kind = 'newAppointment' and n.planned_at is null
     and n.due_at > app_now();
  if is_moved then
    update appointment_change_request r set state = 'moved', answered_at = app_now(), answered_by = app_subject()
     where r.municipality_id = now_is.municipality_id and r.appointment_id = now_is.id and r.state = 'asked';
    perform tell_of_appointment(now_is, 'movedAppointment');
  elsif (earlier.ends_at, earlier.kind, earlier.bring) is distinct from (now_is.ends_at, now_is.kind, now_is.bring) then
    perform tell_of_appointment(now_is, 'movedAppointment');
  elsif (earlier.place, earlier.place_note) is distinct from (now_is.place, now_is.place_note) then
    perform tell_of_appointment(now_is, 'movedAppointment', true);
  end if;
  -- Whoever was added: the others have been told.
  insert into notice (municipality_id, person_id, kind, appointment_id, appointment_start, due_at)
    select p.municipality_id, p.person_id, 'newAppointment', now_is.id, now_is.starts_at, greatest(now_is.shown_from, app_now())
      from appointment_participant p
     where p.municipality_id = now_is.municipality_id and p.appointment_id = now_is.id and p.person_id is not null and p.removed_at is null
       and not exists (select from notice n where n.municipality_id = p.municipality_id and n.appointment_id = now_is.id
                          and n.person_id = p.person_id)
  on conflict do nothing;
  perform log_staff_appointment(case when is_moved then 'movedAppointment' else 'changedAppointment' end, now_is);
  return query select null::text;
end $$;
grant execute on function staff_change_appointment(uuid, int, jsonb) to staff;

-- Calls a meeting off, with words to those who take part. As staff_change_appointment.
create function staff_cancel_appointment(of_appointment uuid, seen int, reason text) returns table (fault text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare a appointment := hold_appointment(of_appointment);
begin
  if a.id is null then return; end if;
  if a.version <> seen or a.state not in ('planned', 'moved') then return query select 'changed'::text; return; end if;
  update appointment x set state = 'cancelled', change_reason = reason, sequence = x.sequence + 1, time_set_at = app_now(),
                           version = x.version + 1, changed_by = app_subject(), changed_at = app_now()
   where x.municipality_id = a.municipality_id and x.id = a.id returning x.* into a;
  update appointment_change_request r set state = 'cancelled', answered_at = app_now(), answered_by = app_subject()
   where r.municipality_id = a.municipality_id and r.appointment_id = a.id and r.state = 'asked';
  perform tell_of_appointment(a, 'cancelledAppointment');
  -- Nobody is told of a meeting that will not be.
  delete from notice n where n.municipality_id = a.municipality_id and n.appointment_id = a.id and n.kind = 'newAppointment'
    and n.planned_at is null and n.due_at > app_now();
  perform log_staff_appointment('cancelledAppointment', a);
  return query select null::text;
end $$;
grant execute on function staff_cancel_appointment(uuid, int, text) to staff;

-- Says that they met. 'early' before it has begun. As staff_change_appointment.
create function staff_hold_appointment(of_appointment uuid, seen int) returns table (fault text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare a appointment := hold_appointment(of_appointment);
begin
  if a.id is null then return; end if;
  if a.version <> seen or a.state not in ('planned', 'moved') then return query select 'changed'::text; return; end if;
  if a.starts_at > app_now() then return query select 'early'::text; return; end if;
  update appointment x set state = 'held', version = x.version + 1, changed_by = app_subject(), changed_at = app_now()
   where x.municipality_id = a.municipality_id and x.id = a.id;
  perform log_staff_appointment('heldAppointment', a);
  return query select null::text;
end $$;
grant execute on function staff_hold_appointment(uuid, int) to staff;
