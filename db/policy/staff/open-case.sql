-- The same rules of what staff may see (0014, 0017, 0019), asked so that an index answers: a second of a dictation cost
-- 27 ms with 4,000 cases in the municipality, nearly all of it for reading through every assignment and every note.
create view staff_open_case with (security_barrier) as
with me as (
  select municipality_id, id, role, unit_id from staff_member
   where municipality_id = app_municipality() and id = app_subject() and employed @> app_today()
)
select c.municipality_id, c.id as case_id, c.child_id
  from me
  join caseworker_assignment a on a.municipality_id = me.municipality_id and a.staff_id = me.id and a.valid @> app_today()
  join case_file c on c.municipality_id = a.municipality_id and c.id = a.case_id
union
select c.municipality_id, c.id, c.child_id
  from me
  join case_file c on c.municipality_id = me.municipality_id and c.unit_id = me.unit_id
 where me.role = 'teamLeader';

grant select on staff_open_case to staff;
