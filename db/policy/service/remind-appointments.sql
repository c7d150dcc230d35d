-- The afternoon of the day before: 15.00, Swedish time.
create function appointment_reminder_moment(a appointment) returns timestamptz language sql stable
  return (stockholm_day(a.starts_at) - 1 + time '15:00') at time zone 'Europe/Stockholm';

-- Reminds everybody who takes part in a meeting the day before, once of each time it is moved to, however many workers ask.
-- Whoever was told of it after that moment needs no reminder. Returns how many were reminded, at most 500 at a time.
create function service_remind_appointments() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare reminded int;
begin
  perform require_service();
  with told as (
    insert into notice (municipality_id, person_id, kind, appointment_id, appointment_start, due_at)
      select a.municipality_id, p.person_id, 'appointmentReminder', a.id, a.starts_at, app_now()
        from appointment a
        join appointment_participant p on p.municipality_id = a.municipality_id and p.appointment_id = a.id and p.person_id is not null
                                      and p.removed_at is null
       where a.state in ('planned', 'moved') and a.starts_at > app_now() and a.starts_at < app_now() + interval '2 days'
         and appointment_reminder_moment(a) <= app_now()
         and not exists (select from notice n where n.municipality_id = a.municipality_id and n.appointment_id = a.id
                            and n.person_id = p.person_id and n.kind in ('newAppointment', 'movedAppointment')
                            and n.due_at >= appointment_reminder_moment(a))
         -- Whoever has theirs leaves the place to others.
         and not exists (select from notice n where n.municipality_id = a.municipality_id and n.appointment_id = a.id
                            and n.person_id = p.person_id and n.kind = 'appointmentReminder' and n.appointment_start = a.starts_at)
         and appointment_is_shown(a.municipality_id, a.id, p.person_id, app_now())
       limit 500
    on conflict do nothing
    returning municipality_id, appointment_id
  ), logged as (
    insert into audit_event (municipality_id, at, actor_kind, action, case_id, appointment_id)
      select t.municipality_id, app_now(), 'service', 'remindedOfAppointment', a.case_id, a.id
        from told t join appointment a on a.municipality_id = t.municipality_id and a.id = t.appointment_id
  )
  select count(*) into reminded from told;
  return reminded;
end $$;
grant execute on function service_remind_appointments() to service;
