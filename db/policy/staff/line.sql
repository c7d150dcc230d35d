-- To whom a line is asked for, in the staff member's open cases.
create view staff_silence with (security_barrier) as
select s.id as silence_id, s.case_id, s.person_id, s.since, s.asked_at
  from acting me
  join silence s on s.municipality_id = me.municipality_id and s.ended_at is null
  join staff_open_case o on o.municipality_id = s.municipality_id and o.case_id = s.case_id;
grant select on staff_silence to staff;

-- To whom a line can be written: who reads an open case of the staff member's and signs in themselves.
create view staff_line_reader with (security_barrier) as
select r.case_id, r.person_id, r.given_name, r.family_name, r.language
  from acting me
 cross join staff_reader r
  join case_file c on c.municipality_id = me.municipality_id and c.id = r.case_id and c.closed_on is null
  join municipality m on m.id = me.municipality_id
  join person p on p.municipality_id = me.municipality_id and p.id = r.person_id
 where not r.is_blocked and is_of_sign_in_age(m, p.born, me.today);
grant select on staff_line_reader to staff;

-- Writes a line to one reader of an open case, tells them that there is one, and ends the silence. key is the line's id, chosen
-- by the form: sent twice it is one line. 'written', or 'otherWords' when the key has written something else: nothing was written; null
-- where the case or the reader is not the caller's to write to.
create function staff_write_line(in_case uuid, to_person uuid, with_text text, key uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from staff_line_reader r where r.case_id = in_case and r.person_id = to_person) then
    return null;
  end if;
  insert into case_line (municipality_id, id, case_id, person_id, text, written_at, written_by)
    values (app_municipality(), key, in_case, to_person, with_text, app_now(), app_subject())
  on conflict do nothing;
  if not found then
    return (select case when l.text = with_text then 'written' else 'otherWords' end from case_line l
             where l.municipality_id = app_municipality() and l.id = key and l.case_id = in_case and l.person_id = to_person);
  end if;
  update silence set ended_at = app_now()
   where municipality_id = app_municipality() and case_id = in_case and person_id = to_person and ended_at is null;
  insert into notice (municipality_id, person_id, kind, line_id, due_at)
    values (app_municipality(), to_person, 'newLine', key, app_now());
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id)
    values (app_municipality(), app_now(), 'staff', app_subject(), 'wroteLine', in_case);
  return 'written';
end $$;
grant execute on function staff_write_line(uuid, uuid, text, uuid) to staff;

-- The lines of a case, for those who write the next.
create view staff_case_line with (security_barrier) as
select l.case_id, l.person_id, l.text, l.written_at, full_name(s.given_name, s.family_name) as from_name
  from acting me
  join case_line l on l.municipality_id = me.municipality_id
  join staff_open_case o on o.municipality_id = l.municipality_id and o.case_id = l.case_id
  join staff_member s on s.municipality_id = l.municipality_id and s.id = l.written_by;
grant select on staff_case_line to staff;
