-- Follow-ups as staff record them. What was written is read through staff_read_follow_up alone, which writes the reading.
grant select (municipality_id, follow_up_id, next_id, note_id, recorded_at, recorded_by) on follow_up_record to staff;
-- The note that tells of it.
grant update (note_id) on follow_up_record to staff;
create policy staff_reads on follow_up_record for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from follow_up f where f.municipality_id = follow_up_record.municipality_id and f.id = follow_up_record.follow_up_id));
create policy staff_begins_note on follow_up_record for update to staff
  using (municipality_id = (select app_municipality()) and note_id is null
         and exists (select from follow_up f where f.municipality_id = follow_up_record.municipality_id and f.id = follow_up_record.follow_up_id))
  with check (exists (select from note n join follow_up f on f.municipality_id = n.municipality_id and f.case_id = n.case_id
                       where n.municipality_id = follow_up_record.municipality_id and n.id = follow_up_record.note_id
                         and f.id = follow_up_record.follow_up_id));

-- Which of a planned day is meant: the day is free, or the follow-up there is still ahead. Not granted.
create function is_day_taken(in_case case_file, on_day date) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from follow_up f where f.municipality_id = in_case.municipality_id and f.case_id = in_case.id
                    and f.planned_on = on_day and f.outcome is not null)
$$;

-- Why a record cannot be kept; null when it can. Not granted.
create function follow_up_fault(in_case case_file, planned follow_up, in_outcome text, on_day date, record jsonb) returns text
language sql stable set search_path = public, pg_temp as $$
  with part as (
    select c.id, c.valid from (select (p #>> '{}')::uuid as id from jsonb_array_elements(record -> 'persons') p) asked
      left join lateral (select asked.id, y.valid from case_party y where y.municipality_id = in_case.municipality_id
                            and y.case_id = in_case.id and y.person_id = asked.id and y.valid @> on_day) c on true
  ), goal as (
    select p.id as plan_id
      from jsonb_array_elements(record -> 'goals') g
      left join plan_goal pg on pg.municipality_id = in_case.municipality_id and pg.id = (g ->> 'goalId')::uuid
      left join (plan p join document d on d.municipality_id = p.municipality_id and d.id = p.document_id and d.case_id = in_case.id)
             on p.municipality_id = pg.municipality_id and p.id = pg.plan_id
  ), next as (
    select (record #>> '{next,on}')::date as day
  )
  select case
    when planned.id is null and in_outcome <> 'held' then 'which'
    when planned.id is null and exists (select from follow_up f where f.municipality_id = in_case.municipality_id
                                           and f.case_id = in_case.id and f.planned_on = on_day) then 'which'
    when in_outcome = 'held' and (on_day is null or on_day > app_today() or on_day < in_case.opened_on or on_day > in_case.closed_on) then 'day'
    when in_outcome <> 'held' and jsonb_array_length(record -> 'persons') + jsonb_array_length(record -> 'providers')
                                  + jsonb_array_length(record -> 'goals') > 0 then 'outcome'
    when in_outcome <> 'held' and record ->> 'reason' is null then 'reason'
    when exists (select from part where id is null) then 'person'
    when in_outcome = 'held' and jsonb_array_length(record -> 'persons') + jsonb_array_length(record -> 'providers') = 0 then 'nobody'
    when exists (select from goal where plan_id is null) or (select count(distinct plan_id) from goal) > 1 then 'goal'
    when in_outcome = 'moved' and (select n.day is null from next n) then 'next'
    when exists (select from next n where n.day is not null and (n.day < app_today() or n.day <= on_day or n.day > app_today() + 731
                    or n.day = planned.planned_on or in_case.closed_on is not null or is_day_taken(in_case, n.day))) then 'next'
  end
$$;

-- Plans a follow-up, or says when and where of one that is planned for that day already. Not granted.
create function plan_follow_up(in_case case_file, next jsonb) returns uuid
language sql set search_path = public, pg_temp as $$
  insert into follow_up as f (municipality_id, case_id, planned_on, starts_at, place, shown_from)
    values (in_case.municipality_id, in_case.id, (next ->> 'on')::date, (next ->> 'at')::time, next ->> 'place', app_now())
  on conflict (municipality_id, case_id, planned_on)
    do update set starts_at = excluded.starts_at, place = excluded.place, shown_from = least(f.shown_from, excluded.shown_from)
     where f.outcome is null
  returning f.id
$$;

-- Records what became of a follow-up, once: whoever sends the same form again gets the same one, which is not new; with other words it is
-- 'recorded'.
-- record: {"reason", "school", "health", "familyContact", "planChange": text, "areas": [area], "persons": [person id],
--          "providers": [{"name", "role"}], "next": {"on", "at", "place"} or null,
--          "goals": [{"goalId", "progress", "childView", "guardianView", "providerView", "assessment"}]}
-- No row for a case that is not open to the caller, or a follow-up that is not in it. Else its id, or why it cannot be kept.
create function staff_record_follow_up(of_case uuid, of_follow_up uuid, key uuid, in_outcome text, on_day date, record jsonb)
returns table (id uuid, fault text, is_new boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_case case_file;
  planned follow_up;
  kept uuid;
  why_not text;
  sent_hash bytea := sha256(convert_to(jsonb_build_array(of_follow_up, in_outcome, on_day, record)::text, 'UTF8'));
  kept_hash bytea;
begin
  -- Two sendings wait for each other here.
  select c.* into found_case from case_file c join staff_open_case o on o.municipality_id = c.municipality_id and o.case_id = c.id
   where c.id = of_case for update of c;
  if not found then return; end if;
  select r.follow_up_id, r.sent_hash into kept, kept_hash
    from follow_up_record r join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
   where r.municipality_id = found_case.municipality_id and r.recorded_by = app_subject() and r.form_key = key and f.case_id = of_case;
  if kept_hash <> sent_hash then return query select null::uuid, 'recorded', false; return; end if;
  if kept is not null then return query select kept, null::text, false; return; end if;
  if of_follow_up is not null then
    select f.* into planned from follow_up f
     where f.municipality_id = found_case.municipality_id and f.case_id = of_case and f.id = of_follow_up;
    if not found then return; end if;
    if planned.outcome is not null then return query select null::uuid, 'recorded', false; return; end if;
  end if;
  why_not := follow_up_fault(found_case, planned, in_outcome, on_day, record);
  if why_not is not null then return query select null::uuid, why_not, false; return; end if;

  if planned.id is null then
    -- That they met is told by a note, when it is released.
    insert into follow_up as f (municipality_id, case_id, planned_on, held_on, outcome, shown_from)
      values (found_case.municipality_id, of_case, on_day, on_day, 'held', 'infinity') returning f.id into kept;
  else
    update follow_up f set outcome = in_outcome, held_on = case in_outcome when 'held' then on_day end
     where f.municipality_id = planned.municipality_id and f.id = planned.id returning f.id into kept;
  end if;
  insert into follow_up_record (municipality_id, follow_up_id, reason, school, health, family_contact, plan_change, next_id, form_key,
                                sent_hash, recorded_at, recorded_by)
    values (found_case.municipality_id, kept, record ->> 'reason', record ->> 'school', record ->> 'health', record ->> 'familyContact',
            record ->> 'planChange',
            case when record #>> '{next,on}' is not null then plan_follow_up(found_case, record -> 'next') end, key,
            sent_hash, app_now(), app_subject());
  insert into follow_up_participant (municipality_id, follow_up_id, person_id)
    select distinct found_case.municipality_id, kept, (p #>> '{}')::uuid from jsonb_array_elements(record -> 'persons') p;
  insert into follow_up_participant (municipality_id, follow_up_id, name, role)
    select found_case.municipality_id, kept, p ->> 'name', p ->> 'role' from jsonb_array_elements(record -> 'providers') p;
  insert into follow_up_goal (municipality_id, follow_up_id, goal_id, progress, child_view, guardian_view, provider_view, assessment)
    select found_case.municipality_id, kept, (g ->> 'goalId')::uuid, g ->> 'progress', g ->> 'childView', g ->> 'guardianView',
           g ->> 'providerView', g ->> 'assessment'
      from jsonb_array_elements(record -> 'goals') g;
  insert into follow_up_area (municipality_id, follow_up_id, area)
    select distinct found_case.municipality_id, kept, a #>> '{}' from jsonb_array_elements(record -> 'areas') a;
  perform audit_staff('recordedFollowUp', of_case);
  return query select kept, null::text, true;
end $$;
grant execute on function staff_record_follow_up(uuid, uuid, uuid, text, date, jsonb) to staff;

-- What was written of a follow-up; writes that it was read. No row and no line for one that is not open or not recorded.
create function staff_read_follow_up(of_case uuid, of_follow_up uuid)
returns table (planned_on date, held_on date, outcome text, reason text, school text, health text, family_contact text, plan_change text,
               recorded_at timestamptz, recorded_by text, note_id uuid, next_on date, next_at timestamptz, next_place text,
               participants jsonb, goals jsonb, areas jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from follow_up_record r
                   join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
                   join staff_open_case o on o.municipality_id = f.municipality_id and o.case_id = f.case_id
                  where f.id = of_follow_up and f.case_id = of_case) then
    return;
  end if;
  perform audit_staff('readFollowUp', of_case);
  return query
    select f.planned_on, f.held_on, f.outcome, r.reason, r.school, r.health, r.family_contact, r.plan_change,
           r.recorded_at, full_name(s.given_name, s.family_name), r.note_id, n.planned_on,
           (n.planned_on + n.starts_at) at time zone 'Europe/Stockholm', n.place,
           (select coalesce(jsonb_agg(jsonb_build_object('personId', p.person_id, 'name', coalesce(p.name, x.given_name), 'role', p.role,
                                                         'isChild', p.person_id is not distinct from c.child_id)
                                      order by p.person_id is null, p.person_id is distinct from c.child_id, coalesce(p.name, x.given_name)), '[]')
              from follow_up_participant p
              left join person x on x.municipality_id = p.municipality_id and x.id = p.person_id
             where p.municipality_id = f.municipality_id and p.follow_up_id = f.id),
           (select coalesce(jsonb_agg(jsonb_build_object('position', pg.position, 'goal', pg.goal, 'progress', g.progress,
                                                         'childView', g.child_view, 'guardianView', g.guardian_view,
                                                         'providerView', g.provider_view, 'assessment', g.assessment) order by pg.position), '[]')
              from follow_up_goal g
              join plan_goal pg on pg.municipality_id = g.municipality_id and pg.id = g.goal_id
             where g.municipality_id = f.municipality_id and g.follow_up_id = f.id),
           (select coalesce(jsonb_agg(a.area order by b.position), '[]')
              from follow_up_area a join bbic_area b on b.area = a.area
             where a.municipality_id = f.municipality_id and a.follow_up_id = f.id)
      from follow_up f
      join follow_up_record r on r.municipality_id = f.municipality_id and r.follow_up_id = f.id
      join case_file c on c.municipality_id = f.municipality_id and c.id = f.case_id
      join staff_member s on s.municipality_id = r.municipality_id and s.id = r.recorded_by
      left join follow_up n on n.municipality_id = r.municipality_id and n.id = r.next_id
     where f.municipality_id = (select app_municipality()) and f.id = of_follow_up;
end $$;
grant execute on function staff_read_follow_up(uuid, uuid) to staff;
