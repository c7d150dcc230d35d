-- Meetings as staff book them. What a person wants to bring up is read through staff_read_appointment alone, which writes the reading.
grant select on appointment, appointment_participant, appointment_kind to staff;
grant select (municipality_id, id, appointment_id, person_id, asked_at, state) on appointment_change_request to staff;
create policy staff_reads on appointment for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));
create policy staff_reads on appointment_participant for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from appointment a where a.municipality_id = appointment_participant.municipality_id
                        and a.id = appointment_participant.appointment_id));
create policy staff_reads on appointment_change_request for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from appointment a where a.municipality_id = appointment_change_request.municipality_id
                        and a.id = appointment_change_request.appointment_id));
create policy staff_reads on appointment_kind for select to staff using (true);

-- Who in a case is protected or shut out today. None for a case that is not open to the caller.
create function staff_guards_of_case(of_case uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case when exists (select from staff_open_case o where o.case_id = of_case)
           then guards_of_case(app_municipality(), of_case, app_today()) else '{}' end
$$;
grant execute on function staff_guards_of_case(uuid) to staff;

-- Not granted.
create function log_staff_appointment(action_name text, a appointment) returns void
language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, appointment_id)
    values (app_municipality(), app_now(), 'staff', app_subject(), action_name, a.case_id, a.id)
$$;

-- A meeting that is open to the caller, held until the transaction ends; null else. Not granted.
create function hold_appointment(of_appointment uuid) returns appointment
language sql set search_path = public, pg_temp as $$
  select a.* from appointment a join staff_open_case o on o.municipality_id = a.municipality_id and o.case_id = a.case_id
   where a.id = of_appointment for update of a
$$;

-- A meeting with what was written to it; writes that it was read. Points for the caseworker alone are told to those who have
-- the case, not to whoever leads their unit. No row and no line for one that is not open to the caller.
create function staff_read_appointment(of_appointment uuid)
returns table (case_id uuid, child_name text, kind text, starts_at timestamptz, ends_at timestamptz, place text, place_note text, bring text,
               state text, change_reason text, earlier_start timestamptz, shown_from timestamptz, version int, changed_by text,
               changed_at timestamptz, has_begun boolean, participants jsonb, points jsonb, requests jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  a appointment;
  has_case boolean;
begin
  select x.* into a from appointment x join staff_open_case o on o.municipality_id = x.municipality_id and o.case_id = x.case_id
   where x.id = of_appointment;
  if not found then return; end if;
  has_case := exists (select from caseworker_assignment w where w.municipality_id = a.municipality_id and w.case_id = a.case_id
                         and w.staff_id = app_subject() and w.valid @> app_today());
  perform log_staff_appointment('readAppointment', a);
  return query
    select a.case_id, child.given_name, a.kind, a.starts_at, a.ends_at, a.place, a.place_note, a.bring, a.state, a.change_reason, a.earlier_start,
           a.shown_from, a.version, full_name(s.given_name, s.family_name), a.changed_at, a.starts_at <= app_now(),
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'personId', p.person_id, 'staffId', p.staff_id, 'role', p.role,
                     'name', coalesce(p.name, full_name(x.given_name, x.family_name), full_name(m.given_name, m.family_name)),
                     'isChild', p.person_id is not distinct from c.child_id,
                     'showsPlace', p.shows_place, 'showsOthers', p.shows_others, 'seesPlace', coalesce(told.sees_place, false), 'seesOthers', coalesce(told.sees_others, false))
                     order by p.person_id is null, p.staff_id is null, p.person_id is distinct from c.child_id, coalesce(p.name, x.given_name, m.given_name)), '[]')
              from appointment_participant p
              left join told_participant told on told.id = p.id
              left join person x on x.municipality_id = p.municipality_id and x.id = p.person_id
              left join staff_member m on m.municipality_id = p.municipality_id and m.id = p.staff_id
             where p.municipality_id = a.municipality_id and p.appointment_id = a.id and p.removed_at is null),
           (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', x.given_name, 'text', t.text, 'hearers', t.hearers,
                                                         'outcome', t.outcome, 'words', t.outcome_words) order by x.given_name, t.written_at, t.id), '[]')
              from appointment_point t
              join person x on x.municipality_id = t.municipality_id and x.id = t.person_id
             where t.municipality_id = a.municipality_id and t.appointment_id = a.id and (has_case or t.hearers <> 'caseworkerOnly')),
           (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', x.given_name, 'text', r.text, 'askedAt', r.asked_at, 'state', r.state,
                                                         'answer', r.answer) order by r.asked_at, r.id), '[]')
              from appointment_change_request r
              join person x on x.municipality_id = r.municipality_id and x.id = r.person_id
             where r.municipality_id = a.municipality_id and r.appointment_id = a.id)
      from case_file c
      join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
      join staff_member s on s.municipality_id = c.municipality_id and s.id = a.changed_by
     where c.municipality_id = a.municipality_id and c.id = a.case_id;
end $$;
grant execute on function staff_read_appointment(uuid) to staff;

-- Who wrote a point that is the caller's to know; null for any other.
create function staff_writer_of_point(of_appointment uuid, of_point uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select t.person_id
    from appointment_point t
    join appointment a on a.municipality_id = t.municipality_id and a.id = t.appointment_id
    join staff_open_case o on o.municipality_id = a.municipality_id and o.case_id = a.case_id
   where t.municipality_id = (select app_municipality()) and t.appointment_id = of_appointment and t.id = of_point
     and (t.hearers <> 'caseworkerOnly' or exists (select from caseworker_assignment w where w.municipality_id = a.municipality_id
            and w.case_id = a.case_id and w.staff_id = (select app_subject()) and w.valid @> (select app_today())))
$$;
grant execute on function staff_writer_of_point(uuid, uuid) to staff;

-- Says what became of a point, from when the meeting begins: talked about, or not yet and why. Null for one that is not the
-- caller's to know; 'early' before it begins.
create function staff_note_point(of_appointment uuid, of_point uuid, became text, words text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare a appointment := hold_appointment(of_appointment);
begin
  if a.id is null then return null; end if;
  if a.starts_at > app_now() then return 'early'; end if;
  if staff_writer_of_point(a.id, of_point) is null then return null; end if;
  update appointment_point t set outcome = became, outcome_words = words, outcome_at = app_now(), outcome_by = app_subject()
   where t.municipality_id = a.municipality_id and t.appointment_id = a.id and t.id = of_point;
  perform log_staff_appointment('notedPoint', a);
  return 'kept';
end $$;
grant execute on function staff_note_point(uuid, uuid, text, text) to staff;

-- Answers in words somebody who asked for another time. Null for one that is not open to the caller; 'answered' when it has an
-- answer already.
create function staff_answer_time_request(of_appointment uuid, of_request uuid, words text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a appointment := hold_appointment(of_appointment);
  asker uuid;
begin
  if a.id is null then return null; end if;
  if not exists (select from appointment_change_request r where r.municipality_id = a.municipality_id and r.appointment_id = a.id
                    and r.id = of_request) then return null; end if;
  update appointment_change_request r set state = 'answered', answer = words, answered_at = app_now(), answered_by = app_subject()
   where r.municipality_id = a.municipality_id and r.appointment_id = a.id and r.id = of_request and r.state = 'asked'
  returning r.person_id into asker;
  if not found then return 'answered'; end if;
  insert into notice (municipality_id, person_id, kind, appointment_id, appointment_start, due_at)
    values (a.municipality_id, asker, 'answeredTimeRequest', a.id, a.starts_at, app_now());
  perform log_staff_appointment('answeredTimeRequest', a);
  return 'kept';
end $$;
grant execute on function staff_answer_time_request(uuid, uuid, text) to staff;
