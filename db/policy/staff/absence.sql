-- Whose absence a staff member sees and records: their own, and a team leader those of the unit.
create view staff_recordable with (security_barrier) as
select s.municipality_id, s.id as staff_id, s.given_name, s.family_name, s.id = self.id as is_me
  from acting me
  join staff_member self on self.municipality_id = me.municipality_id and self.id = me.subject_id
  join staff_member s on s.municipality_id = me.municipality_id and s.employed @> me.today
                     and (s.id = self.id or (self.role = 'teamLeader' and s.unit_id = self.unit_id))
 where me.kind = 'staff';
grant select on staff_recordable to staff;

grant select on staff_absence to staff;
create policy staff_reads on staff_absence for select to staff
  using (municipality_id = (select municipality_id from acting) and staff_id in (select staff_id from staff_recordable));

-- Records that somebody is away, both days included. key is the absence's id, chosen by the form: sent twice it is one.
-- 'recorded', or 'overlaps' when they are away in part of it already; null for somebody who is not the caller's to record.
create function staff_record_absence(of_staff uuid, first_day date, last_day date, key uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare who uuid := (select r.staff_id from staff_recordable r where r.staff_id = of_staff);
begin
  if who is null then return null; end if;
  -- One at a time: two forms of one person would meet in the table's own rule.
  perform from staff_member s where s.municipality_id = (select app_municipality()) and s.id = who for update;
  if exists (select from staff_absence a where a.municipality_id = (select app_municipality()) and a.id = key and a.staff_id = who) then
    return 'recorded';
  end if;
  if exists (select from staff_absence a where a.municipality_id = (select app_municipality()) and a.staff_id = who
                and a.away && daterange(first_day, last_day, '[]')) then
    return 'overlaps';
  end if;
  insert into staff_absence (municipality_id, id, staff_id, away, recorded_by, recorded_at)
    values (app_municipality(), key, who, daterange(first_day, last_day, '[]'), app_subject(), app_now());
  perform audit_staff('recordedAbsence', null);
  return 'recorded';
end $$;
grant execute on function staff_record_absence(uuid, date, date, uuid) to staff;

-- Somebody is back today: what has not begun is as if never recorded. Nothing happens to one that is over or not the caller's.
create function staff_end_absence(of_absence uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare ended staff_absence;
begin
  select a.* into ended from staff_absence a join staff_recordable r on r.staff_id = a.staff_id
   where a.municipality_id = (select app_municipality()) and a.id = of_absence and upper(a.away) > app_today()
     for update of a;
  if ended.id is null then return; end if;
  if lower(ended.away) >= app_today() then
    delete from staff_absence a where a.municipality_id = ended.municipality_id and a.id = ended.id;
  else
    update staff_absence a set away = daterange(lower(a.away), app_today())
     where a.municipality_id = ended.municipality_id and a.id = ended.id;
  end if;
  perform audit_staff('endedAbsence', null);
end $$;
grant execute on function staff_end_absence(uuid) to staff;
