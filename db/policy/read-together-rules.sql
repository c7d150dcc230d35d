-- Who may read with whom, asked anew at every step. Not granted.

-- The rule of staff_open_case, for a staff member whose own transaction this is not.
create function is_open_to_staff(municipality uuid, staff uuid, of_case uuid, on_day date) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (
    select from staff_member s join case_file c on c.municipality_id = s.municipality_id and c.id = of_case
     where s.municipality_id = municipality and s.id = staff and s.employed @> on_day
       and (exists (select from caseworker_assignment a where a.municipality_id = municipality and a.case_id = of_case
                       and a.staff_id = s.id and a.valid @> on_day)
            or (s.role = 'teamLeader' and s.unit_id = c.unit_id)))
$$;

-- The child of a case, while it may open it itself: with the case as openable_cases gives it.
create function case_of_child(municipality uuid, of_case uuid, on_day date) returns table (child_id uuid, opened jsonb)
language sql stable set search_path = public, pg_temp as $$
  select c.child_id, o.value
    from case_file c
   cross join lateral jsonb_array_elements(openable_cases(municipality, c.child_id, on_day)::jsonb) o
   where c.municipality_id = municipality and c.id = of_case
     and (o.value ->> 'case_id')::uuid = of_case and (o.value ->> 'is_own')::boolean
$$;

-- Ends readings and closes their devices; what was marked stays. On the device itself it is its staff member's deed.
create function end_readings(municipality uuid, readings uuid[], by_staff uuid default null) returns void
language sql set search_path = public, pg_temp as $$
  delete from together_session where municipality_id = municipality and read_together_id = any (readings);
  with ended as (
    update read_together set ended_at = app_now() where municipality_id = municipality and id = any (readings) and ended_at is null
    returning *
  )
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id)
    select e.municipality_id, app_now(), 'staff', coalesce(by_staff, e.staff_id), 'endedTogether', e.case_id from ended e where e.begun_at is not null;
$$;

-- Whoever signs in anew has left the child's device, or takes it back.
create function end_readings_of(municipality uuid, staff uuid) returns void
language sql set search_path = public, pg_temp as $$
  select end_readings(municipality, coalesce(array_agg(r.id), '{}')) from read_together r
   where r.municipality_id = municipality and r.staff_id = staff and r.ended_at is null and r.begun_at is not null
$$;
