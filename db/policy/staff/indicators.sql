-- Key figures are for who leads the unit, and of that unit alone: the last two years.
create view staff_indicator with (security_barrier) as
select p.period, p.begins, s.season, i.indicator, i.position, i.measured_in, f.value, f.subjects
  from acting me
  join staff_member m on m.municipality_id = me.municipality_id and m.id = me.subject_id and m.role = 'teamLeader'
  join indicator_period p on p.municipality_id = m.municipality_id and p.unit_id = m.unit_id
                         and p.begins >= date_trunc('quarter', me.today) - interval '2 years'
  join indicator_figure f on f.municipality_id = p.municipality_id and f.unit_id = p.unit_id and f.period = p.period
                         and f.begins = p.begins
  join indicator i on i.indicator = f.indicator
  left join survey_season s on p.period = 'season' and s.first_month = extract(month from p.begins)
 where me.kind = 'staff';
grant select on staff_indicator to staff;

grant select on indicator_limit to staff;
create policy indicator_limit_is_told on indicator_limit for select to staff using (true);
