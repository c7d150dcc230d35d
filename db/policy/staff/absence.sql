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
  using (municipality_id = (select app_municipality()) and staff_id in (select staff_id from staff_recordable));

-- Writes whose absence it is, and who answers instead in those days where they lead: the deputies of their cases, and of a case
-- without one whoever leads its unit. Ids alone, and no case: a case's own log goes with the case. Not granted.
create function log_absence(action_name text, a staff_absence) returns void
language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, staff_id, deputy_ids)
    select app_municipality(), app_now(), 'staff', app_subject(), action_name, a.staff_id,
           array(select distinct instead.staff_id
                   from caseworker_assignment led
                   join case_file c on c.municipality_id = led.municipality_id and c.id = led.case_id and c.closed_on is null
                  cross join lateral (
                    select x.staff_id, dense_rank() over (order by x.place) as turn
                      from (select d.staff_id, 1 as place from caseworker_assignment d
                             where d.municipality_id = led.municipality_id and d.case_id = led.case_id and d.kind = 'deputy' and d.valid && a.away
                            union all
                            select s.id, 2 from staff_member s
                             where s.municipality_id = c.municipality_id and s.unit_id = c.unit_id and s.role = 'teamLeader') x
                      join staff_member s on s.municipality_id = c.municipality_id and s.id = x.staff_id
                     where s.employed && a.away and x.staff_id <> a.staff_id) instead
                  where led.municipality_id = a.municipality_id and led.staff_id = a.staff_id and led.kind = 'lead' and led.valid && a.away
                    and instead.turn = 1
                  order by 1)
$$;

-- Records that somebody is away, both days included. key is the absence's id, chosen by the form: sent twice it is one.
-- 'recorded'; 'overlaps' when they are away in part of it already, 'otherAbsence' when the key has recorded other days or somebody
-- else: nothing was recorded; null for somebody who is not the caller's to record.
create function staff_record_absence(of_staff uuid, first_day date, last_day date, key uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made staff_absence;
  days daterange := daterange(first_day, last_day, '[]');
  who uuid := (select r.staff_id from staff_recordable r where r.staff_id = of_staff);
begin
  if who is null then return null; end if;
  -- One at a time: two forms of one person would meet in the table's own rule.
  perform from staff_member s where s.municipality_id = (select app_municipality()) and s.id = who for update;
  if exists (select from staff_absence a where a.municipality_id = (select app_municipality()) and a.id = key and a.staff_id = who
                and a.away = days) then
    return 'recorded';
  end if;
  if exists (select from staff_absence a where a.municipality_id = (select app_municipality()) and a.staff_id = who
                and a.away && days) then
    return 'overlaps';
  end if;
  insert into staff_absence (municipality_id, id, staff_id, away, recorded_by, recorded_at)
    values (app_municipality(), key, who, days, app_subject(), app_now())
  on conflict (municipality_id, id) do nothing
  returning * into made;
  if not found then return 'otherAbsence'; end if;
  perform log_absence('recordedAbsence', made);
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
  perform log_absence('endedAbsence', ended);
end $$;
grant execute on function staff_end_absence(uuid) to staff;
