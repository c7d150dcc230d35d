grant select on case_party to staff;
create policy staff_reads on case_party for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));

grant select on case_stage to staff;
create policy staff_reads on case_stage for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));

grant select on caseworker_assignment to staff;
create policy staff_reads on caseworker_assignment for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));

grant select on deadline to staff;
create policy staff_reads on deadline for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));

grant select on case_file to staff;
create policy staff_reads on case_file for select to staff
  using (municipality_id = (select app_municipality()) and id = any ((select staff_case_ids())::uuid[]));

-- The places of the stages on the usual path.
grant select on stage_kind to staff;
create policy staff_reads on stage_kind for select to staff using (true);
