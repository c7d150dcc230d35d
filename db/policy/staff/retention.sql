-- What is kept by which rule, and what has gone: numbers for who leads a unit, of the whole municipality. No case and no name.
create view staff_retention with (security_barrier) as
select d.ground, d.rule, r.position, r.what, r.source, count(*) as cases,
       count(*) filter (where d.earliest_on <= me.today) as due,
       count(*) filter (where me.today > make_date(extract(year from d.earliest_on)::int + 1, 12, 31)) as late,
       count(*) filter (where extract(year from d.earliest_on) = extract(year from me.today) + 1) as next_year
  from acting me
  join staff_member s on s.municipality_id = me.municipality_id and s.id = me.subject_id and s.role = 'teamLeader'
  join retention_decision d on d.municipality_id = me.municipality_id
  left join retention_rule r on r.rule = d.rule and r.valid @> me.today
 where me.kind = 'staff'
 group by d.ground, d.rule, r.position, r.what, r.source;
grant select on staff_retention to staff;

create view staff_retention_proof with (security_barrier) as
select p.id, p.rule, p.source, p.earliest_on, p.erased_at, (p.erased_at at time zone 'Europe/Stockholm')::date as erased_on, p.in_backups_until, (select sum(n.value::int) from jsonb_each_text(p.counts) n) as rows
  from acting me
  join staff_member s on s.municipality_id = me.municipality_id and s.id = me.subject_id and s.role = 'teamLeader'
  join retention_proof p on p.municipality_id = me.municipality_id
 where me.kind = 'staff';
grant select on staff_retention_proof to staff;

-- What the municipality has decided on what the law leaves to it, as it holds today.
create view staff_retention_setting with (security_barrier) as
select x.holds, x.research, x.at_night, x.backup_days, x.source
  from acting me
  join staff_member s on s.municipality_id = me.municipality_id and s.id = me.subject_id and s.role = 'teamLeader'
  join retention_setting x on x.municipality_id = me.municipality_id and x.valid @> me.today
 where me.kind = 'staff';
grant select on staff_retention_setting to staff;
