-- When something last came that each reader of an open case could read; their own beginning where nothing has. Counts what
-- stands on their pages: a release, a stage, an answer, a planned follow-up, a meeting, a line. Whoever is too young to sign in
-- reads with somebody else, and has no page of their own. Not granted.
create view readable_event with (security_barrier) as
select p.municipality_id, p.case_id, p.person_id,
       greatest((c.opened_on + time '12:00') at time zone 'Europe/Stockholm',
                (lower(p.valid) + time '12:00') at time zone 'Europe/Stockholm',
                item.at, stage.at, follow_up.at, answer.at, appointment.at, line.at) as last_at
  from case_party p
  join party_role r on r.role = p.role and r.reads_case
  join case_file c on c.municipality_id = p.municipality_id and c.id = p.case_id and c.closed_on is null
  join municipality m on m.id = p.municipality_id
  join person x on x.municipality_id = p.municipality_id and x.id = p.person_id
  left join lateral (
    select max(d.shown_from) as at
      from (select n.municipality_id, n.id as note_id, null::uuid as document_id from note n
             where n.municipality_id = p.municipality_id and n.case_id = p.case_id
               and exists (select from note_version v where v.municipality_id = n.municipality_id and v.note_id = n.id and v.signed_at is not null)
            union all
            select o.municipality_id, null, o.id from document o
             where o.municipality_id = p.municipality_id and o.case_id = p.case_id and document_is_told(o.municipality_id, o.id, app_now())) i
      join disclosure d on d.municipality_id = i.municipality_id and (d.note_id = i.note_id or d.document_id = i.document_id)
                       and d.person_id = p.person_id
     where d.level in ('full', 'partial', 'title') and d.shown_from <= app_now()) item on true
  left join lateral (
    select max(s.shown_from) as at from case_stage s
     where s.municipality_id = p.municipality_id and s.case_id = p.case_id and s.shown_from <= app_now()) stage on true
  left join lateral (
    select max(f.shown_from) as at from follow_up f
     where f.municipality_id = p.municipality_id and f.case_id = p.case_id and f.shown_from <= app_now()) follow_up on true
  left join lateral (
    select max(m.readable_from) as at
      from question_thread q join message m on m.municipality_id = q.municipality_id and m.thread_id = q.id
     where q.municipality_id = p.municipality_id and q.case_id = p.case_id and q.person_id = p.person_id
       and m.from_staff_id is not null and m.readable_from <= app_now()) answer on true
  left join lateral (
    select max(greatest(a.shown_from, a.changed_at)) as at
      from appointment a join appointment_participant t on t.municipality_id = a.municipality_id and t.appointment_id = a.id
     where a.municipality_id = p.municipality_id and a.case_id = p.case_id and t.person_id = p.person_id and t.removed_at is null
       and a.shown_from <= app_now()) appointment on true
  left join lateral (
    select max(l.written_at) as at from case_line l
     where l.municipality_id = p.municipality_id and l.case_id = p.case_id and l.person_id = p.person_id) line on true
 where p.valid @> app_today() and is_of_sign_in_age(m, x.born, app_today());

-- Asks the caseworkers of a case for a line to each reader for whom it has been silent as long as the municipality says, and ends
-- what is not silent any more. Returns how many are asked for anew: another worker at the same time asks for none of them.
create function service_ask_for_lines() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare asked int;
begin
  perform require_service();
  update silence s set ended_at = app_now()
   where s.ended_at is null
     and not (opens_case(s.municipality_id, s.person_id, s.case_id, app_now())
              and exists (select from readable_event e where e.municipality_id = s.municipality_id and e.case_id = s.case_id
                             and e.person_id = s.person_id and e.last_at <= s.since));
  with new as (
    insert into silence (municipality_id, case_id, person_id, since, asked_at)
      select e.municipality_id, e.case_id, e.person_id, e.last_at, app_now()
        from readable_event e
        join silence_rule r on r.municipality_id = e.municipality_id and r.valid @> app_today()
       where e.last_at < app_now() - make_interval(days => r.days) and opens_case(e.municipality_id, e.person_id, e.case_id, app_now())
    on conflict do nothing
    returning municipality_id, case_id
  ), logged as (
    insert into audit_event (municipality_id, at, actor_kind, action, case_id)
      select municipality_id, app_now(), 'service', 'askedForLine', case_id from new
    returning 1
  )
  select count(*) into asked from logged;
  return asked;
end $$;
grant execute on function service_ask_for_lines() to service;
