grant select on follow_up to staff;
create policy staff_reads on follow_up for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));

grant select on plan to staff;
create policy staff_reads on plan for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from document d where d.municipality_id = plan.municipality_id and d.id = plan.document_id));

grant select on plan_goal to staff;
create policy staff_reads on plan_goal for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from plan p where p.municipality_id = plan_goal.municipality_id and p.id = plan_goal.plan_id));
