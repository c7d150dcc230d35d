-- Who answers in a case today: the lead, else the deputy, else a leader of its unit. Nobody who has left; somebody who is
-- away only while all are. One row for each who could, and one of them answers. Not granted: what persons and staff see of
-- it stands in their own views.
create view case_caseworker as
select c.municipality_id, c.id as case_id, w.kind, w.staff_id, w.away_until, w.answers
  from acting now
 cross join case_file c
 cross join lateral (
   select x.kind, x.staff_id, away.until as away_until,
          row_number() over (order by away.until is not null, x.place, x.staff_id) = 1 as answers
     from (select a.kind, s.id as staff_id, case a.kind when 'lead' then 1 else 2 end as place
             from caseworker_assignment a
             -- One, looked up for each of the few.
             join lateral (select m.id from staff_member m
                            where m.municipality_id = a.municipality_id and m.id = a.staff_id and m.employed @> now.today limit 1) s on true
            where a.municipality_id = c.municipality_id and a.case_id = c.id and a.valid @> now.today
           union all
           select 'teamLeader', s.id, 3 from staff_member s
            where s.municipality_id = c.municipality_id and s.unit_id = c.unit_id and s.role = 'teamLeader'
              and s.employed @> now.today) x
     -- The last day away, as people say it.
     left join lateral (select upper(y.away) - 1 as until from staff_absence y
                         where y.municipality_id = c.municipality_id and y.staff_id = x.staff_id
                           and y.away @> now.today) away on true
 ) w;
