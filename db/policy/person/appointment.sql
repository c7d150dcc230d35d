-- The days on which somebody's details in a case are protected, or somebody is shut out from the child (OSL 21 kap. 3 §, 22 kap.
-- 1 §). Not granted.
create view case_guard with (security_barrier) as
select y.municipality_id, y.case_id, x.valid, 'protected ' || x.person_id as guard
  from case_party y
  join person_protection x on x.municipality_id = y.municipality_id and x.person_id = y.person_id
union all
select c.municipality_id, c.id, b.valid, 'shutOut ' || b.person_id
  from case_file c
  join case_party_block b on b.municipality_id = c.municipality_id and b.child_id = c.child_id;

-- Whose guards hold in a case on a day, each once. Not granted.
create function guards_of_case(municipality uuid, of_case uuid, on_day date) returns text[]
language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct g.guard order by g.guard), '{}')
    from case_guard g where g.municipality_id = municipality and g.case_id = of_case and g.valid @> on_day
$$;

-- What each who takes part is told of a meeting beside its time: it is decided for each, and told no more when somebody is
-- guarded who was not when it was decided.
create view told_participant with (security_barrier) as
select p.municipality_id, p.id, p.appointment_id, p.person_id, p.calendar_uid, p.joined_sequence, p.shows_place and x.holds as sees_place,
       p.shows_others and x.holds as sees_others
  from acting me
  join appointment_participant p on p.municipality_id = me.municipality_id and p.person_id is not null and p.removed_at is null
  join appointment a on a.municipality_id = p.municipality_id and a.id = p.appointment_id
 cross join lateral (select not exists (
                       select from case_guard g where g.municipality_id = a.municipality_id and g.case_id = a.case_id
                                                  and g.valid @> me.today and g.guard <> all (p.knowing)) as holds) x;

-- A meeting is known to those who take part, and to nobody else: not that there is one, not when. Of those who take part they
-- know the staff; the others only where it was decided: null says that it was not, whether there is anybody or nobody. A change
-- that was made before somebody took part is not told to them, nor its words, which were for others.
create view person_appointment with (security_barrier) as
select a.id as appointment_id, a.case_id, a.kind, a.starts_at, a.ends_at,
       case when a.state = 'moved' and p.joined_sequence >= a.moved_sequence then 'planned' else a.state end as state,
       case when p.joined_sequence < a.moved_sequence then a.earlier_start end as earlier_start,
       case when p.joined_sequence < a.sequence then a.change_reason end as change_reason, a.bring,
       case when p.sees_place then a.place end as place,
       case when p.sees_place then a.place_note end as place_note,
       a.state in ('planned', 'moved') and a.ends_at > c.moment as is_ahead,
       a.state in ('planned', 'moved') and a.starts_at > c.moment as is_open,
       (select coalesce(jsonb_agg(s.given_name order by s.given_name, s.id), '[]')
          from appointment_participant o
          join staff_member s on s.municipality_id = o.municipality_id and s.id = o.staff_id
         where o.municipality_id = a.municipality_id and o.appointment_id = a.id and o.removed_at is null) as staff,
       case when p.sees_others then
         (select coalesce(jsonb_agg(jsonb_build_object('name', coalesce(o.name, x.given_name), 'role', o.role)
                                    order by o.person_id is null, coalesce(o.name, x.given_name), o.id), '[]')
            from appointment_participant o
            left join person x on x.municipality_id = o.municipality_id and x.id = o.person_id
           where o.municipality_id = a.municipality_id and o.appointment_id = a.id and o.staff_id is null and o.removed_at is null
             and o.id <> p.id) end as others,
       p.calendar_uid, a.sequence, a.time_set_at
  from open_case c
  join told_participant p on p.municipality_id = c.municipality_id and p.person_id = c.person_id
  join appointment a on a.municipality_id = p.municipality_id and a.id = p.appointment_id and a.case_id = c.case_id
 where a.shown_from <= c.moment;
grant select on person_appointment to person;

-- Whether somebody may read of a meeting at a moment. What tells them of it asks before it is sent. Not granted.
create function appointment_is_shown(municipality uuid, of_appointment uuid, to_person uuid, at_time timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from appointment a
                   join appointment_participant p on p.municipality_id = a.municipality_id and p.appointment_id = a.id
                    and p.person_id = to_person and p.removed_at is null
                  where a.municipality_id = municipality and a.id = of_appointment and a.shown_from <= at_time
                    and opens_case(municipality, to_person, a.case_id, at_time))
$$;

-- A meeting that somebody was taken out of stays theirs to know of in one respect: that the time they were told of is theirs no
-- more, until a day after it. Nothing of the meeting as it is now. Where somebody is guarded it is as if there had been none, also
-- when that has begun since (docs/decisions/0037-taken-out-of-a-meeting.md).
create view person_taken_out with (security_barrier) as
select a.case_id, a.id as appointment_id, p.removed_start as starts_at
  from open_case c
  join appointment_participant p on p.municipality_id = c.municipality_id and p.person_id = c.person_id
                                and p.removed_start > c.moment - interval '1 day' and p.removed_at <= c.moment
  join appointment a on a.municipality_id = p.municipality_id and a.id = p.appointment_id and a.case_id = c.case_id
 where not exists (select from case_guard g where g.municipality_id = a.municipality_id and g.case_id = a.case_id and g.valid @> c.today);
grant select on person_taken_out to person;

-- As person_taken_out, for somebody who is not here. Not granted.
create function taken_out_is_shown(municipality uuid, of_appointment uuid, to_person uuid, at_time timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from appointment a
                   join appointment_participant p on p.municipality_id = a.municipality_id and p.appointment_id = a.id
                    and p.person_id = to_person and p.removed_start > at_time - interval '1 day' and p.removed_at <= at_time
                  where a.municipality_id = municipality and a.id = of_appointment
                    and not exists (select from case_guard g where g.municipality_id = municipality and g.case_id = a.case_id
                                                               and g.valid @> stockholm_day(at_time))
                    and opens_case(municipality, to_person, a.case_id, at_time))
$$;

-- What the reader wants to bring up, and what became of it.
create view person_appointment_point with (security_barrier) as
select x.id as point_id, x.appointment_id, x.text, x.hearers, x.written_at, x.outcome, x.outcome_words
  from acting me
 cross join person_appointment a
  join appointment_point x on x.municipality_id = me.municipality_id and x.appointment_id = a.appointment_id and x.person_id = me.subject_id
 where x.written_at <= me.moment;
grant select on person_appointment_point to person;

create view person_time_request with (security_barrier) as
select r.id as request_id, r.appointment_id, r.text, r.asked_at, r.state, r.answer, r.answered_at, r.answer_by,
       r.state = 'asked' and coalesce(r.answer_by < me.today, false) as is_late
  from acting me
 cross join person_appointment a
  join appointment_change_request r on r.municipality_id = me.municipality_id and r.appointment_id = a.appointment_id
                                   and r.person_id = me.subject_id
 where r.asked_at <= me.moment and r.state <> 'takenOut';
grant select on person_time_request to person;

-- Not granted.
create function log_person_appointment(action_name text, of_case uuid, of_appointment uuid) returns void
language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, appointment_id)
    values (app_municipality(), app_now(), 'person', app_subject(), action_name, of_case, of_appointment)
$$;

-- A meeting as it is shown to the subject, held until the transaction ends: two sendings wait for each other, and for whoever
-- calls it off. Null for one that is not shown. Not granted.
create function hold_own_appointment(of_appointment uuid) returns person_appointment
language plpgsql set search_path = public, pg_temp as $$
declare a person_appointment;
begin
  perform from appointment x
    where x.municipality_id = app_municipality() and x.id = of_appointment
      and exists (select from person_appointment s where s.appointment_id = of_appointment) for no key update of x;
  select * into a from person_appointment s where s.appointment_id = of_appointment;
  return a;
end $$;

-- Writes a point, or writes it anew: key is its id, chosen by the form. 'kept', 'begun' when the meeting has begun or is called
-- off, 'many' when there are twenty. Null for a meeting that is not shown to the subject.
create function person_write_point(of_appointment uuid, key uuid, with_text text, for_hearers text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare a person_appointment := hold_own_appointment(of_appointment);
begin
  if a.appointment_id is null then return null; end if;
  if not a.is_open then return 'begun'; end if;
  if (select count(*) from appointment_point x where x.municipality_id = app_municipality() and x.appointment_id = of_appointment
        and x.person_id = app_subject() and x.id <> key) >= 20 then
    return 'many';
  end if;
  insert into appointment_point as x (municipality_id, id, appointment_id, person_id, text, hearers, written_at)
    values (app_municipality(), key, of_appointment, app_subject(), with_text, for_hearers, app_now())
  on conflict (municipality_id, id) do update set text = excluded.text, hearers = excluded.hearers, written_at = excluded.written_at
   where x.appointment_id = of_appointment and x.person_id = app_subject() and x.outcome is null
     and (x.text, x.hearers) is distinct from (excluded.text, excluded.hearers);
  if found then perform log_person_appointment('wrotePoint', a.case_id, of_appointment); end if;
  return 'kept';
end $$;
grant execute on function person_write_point(uuid, uuid, text, text) to person;

-- Takes one back, until the meeting begins. False for a point that is not the subject's to take back.
create function person_remove_point(of_appointment uuid, of_point uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare a person_appointment := hold_own_appointment(of_appointment);
begin
  if a.is_open is not true then return false; end if;
  delete from appointment_point x where x.municipality_id = app_municipality() and x.id = of_point
    and x.appointment_id = of_appointment and x.person_id = app_subject() and x.outcome is null;
  if not found then return false; end if;
  perform log_person_appointment('removedPoint', a.case_id, of_appointment);
  return true;
end $$;
grant execute on function person_remove_point(uuid, uuid) to person;

-- Says that the subject cannot come then, to be answered by the day that is named, and before the meeting is. 'kept' (for a second
-- sending of the same form too), 'asked' when one waits for an answer, 'otherWords' when the key has asked in other words that
-- have their answer, 'begun' when the meeting has begun or is called off. Null for a meeting that is not shown to the subject.
create function person_ask_for_other_time(of_appointment uuid, key uuid, with_text text, answer_day date) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a person_appointment := hold_own_appointment(of_appointment);
  earlier person_time_request;
begin
  perform require_answer_day(answer_day);
  if a.appointment_id is null then return null; end if;
  select r.* into earlier from person_time_request r where r.request_id = key and r.appointment_id = of_appointment;
  if earlier.text = with_text then return 'kept'; end if;
  if not a.is_open then return 'begun'; end if;
  if earlier.state <> 'asked' then return 'otherWords'; end if;
  insert into appointment_change_request (municipality_id, id, appointment_id, person_id, text, asked_at, answer_by)
    values (app_municipality(), key, of_appointment, app_subject(), with_text, app_now(),
            case when answer_day is not null then least(answer_day, stockholm_day(a.starts_at)) end)
  on conflict do nothing;
  if not found then return 'asked'; end if;
  perform log_person_appointment('askedForOtherTime', a.case_id, of_appointment);
  return 'kept';
end $$;
grant execute on function person_ask_for_other_time(uuid, uuid, text, date) to person;
