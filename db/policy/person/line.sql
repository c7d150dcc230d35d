-- A line that a caseworker wrote to this reader alone.
create view person_case_line with (security_barrier) as
select l.id as line_id, l.case_id, l.text, l.written_at, s.given_name as from_given_name
  from open_case c
  join case_line l on l.municipality_id = c.municipality_id and l.case_id = c.case_id and l.person_id = c.person_id
  join staff_member s on s.municipality_id = l.municipality_id and s.id = l.written_by
 where l.written_at <= c.moment;
grant select on person_case_line to person;
