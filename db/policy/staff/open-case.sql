-- The rule: which cases are open to a staff member on a day: their own and deputised ones, and for a team leader the unit's. As an
-- array that an index of cases can be asked with. Found by the first policy or view of a transaction that asks, and kept for the
-- others: a transaction that asks for no case pays nothing. What a staff member writes there instead is not signed, and found anew.
-- It keeps what it finds, so a statement that asks is never divided among processes.
-- `is true` keeps the dates from an index: the planner thinks that few assignments hold on a day, and reads all of the municipality.
create function staff_case_ids() returns uuid[]
language plpgsql stable security definer parallel unsafe set search_path = public, pg_temp as $$
declare
  told text := opened_cases('{staff}');
  me record;
  ids uuid[];
begin
  if told is not null then return told; end if;
  me := opened_context();
  if me.kind is distinct from 'staff' then return null; end if;
  ids := array(
    select a.case_id from caseworker_assignment a
     where a.municipality_id = me.municipality_id and a.staff_id = me.subject_id and (a.valid @> me.today) is true
    union
    select c.id from staff_member s join case_file c on c.municipality_id = s.municipality_id and c.unit_id = s.unit_id
     where s.municipality_id = me.municipality_id and s.id = me.subject_id and s.role = 'teamLeader');
  perform keep_open_cases('staff', ids::text);
  return ids;
end $$;
grant execute on function staff_case_ids() to staff;

-- The same one by one.
create view staff_open_case with (security_barrier) as
select (select app_municipality()) as municipality_id, o.case_id from unnest((select staff_case_ids())) o (case_id);
grant select on staff_open_case to staff;
