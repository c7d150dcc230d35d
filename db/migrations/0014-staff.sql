-- What staff may see: own and deputised cases, and the unit's for a team leader. Every table has row-level
-- security on, so a table without a policy shows staff nothing.
create view staff_open_case with (security_barrier) as
select c.municipality_id, c.id as case_id, c.child_id
  from case_file c
  join staff_member me on me.municipality_id = c.municipality_id and me.id = app_subject() and me.employed @> app_today()
 where c.municipality_id = app_municipality()
   and (exists (select from caseworker_assignment a where a.municipality_id = c.municipality_id and a.case_id = c.id
                   and a.staff_id = me.id and a.valid @> app_today())
        or (me.role = 'teamLeader' and me.unit_id = c.unit_id));
grant select on staff_open_case to staff;

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t);
  end loop;
  foreach t in array array['case_party', 'case_stage', 'caseworker_assignment', 'deadline', 'note', 'document', 'follow_up',
                           'remark', 'question_thread'] loop
    execute format('grant select on %I to staff', t);
    execute format('create policy staff_reads on %I for select to staff using (municipality_id = app_municipality()
                    and case_id in (select case_id from staff_open_case))', t);
  end loop;
end $$;

grant select on case_file, note_version, document_version, disclosure, plan, plan_goal, message, person_protection to staff;
-- Names, never the personal identity numbers beside them.
grant select (municipality_id, id, given_name, family_name, birth_date, language) on person to staff;
grant select (municipality_id, id, unit_id, given_name, family_name, title, role, phone, phone_hours, employed, language)
  on staff_member to staff;

create policy staff_reads on case_file for select to staff
  using (municipality_id = app_municipality() and id in (select case_id from staff_open_case));
create policy staff_reads on note_version for select to staff
  using (municipality_id = app_municipality() and note_id in (select id from note));
create policy staff_reads on document_version for select to staff
  using (municipality_id = app_municipality() and document_id in (select id from document));
create policy staff_reads on disclosure for select to staff
  using (municipality_id = app_municipality()
         and (note_id in (select id from note) or document_id in (select id from document)));
create policy staff_reads on plan for select to staff
  using (municipality_id = app_municipality() and document_id in (select id from document));
create policy staff_reads on plan_goal for select to staff
  using (municipality_id = app_municipality() and plan_id in (select id from plan));
create policy staff_reads on message for select to staff
  using (municipality_id = app_municipality() and thread_id in (select id from question_thread));
create policy staff_reads on person for select to staff
  using (municipality_id = app_municipality() and id in (select person_id from case_party));
create policy staff_reads on person_protection for select to staff
  using (municipality_id = app_municipality() and person_id in (select person_id from case_party));
create policy staff_reads on staff_member for select to staff using (municipality_id = app_municipality());
create policy staff_reads on municipality for select to staff using (id = app_municipality());
create policy staff_reads on unit for select to staff using (municipality_id = app_municipality());
create policy staff_reads on legal_age for select to staff using (true);

-- Staff write the log in their own name only, and never read or change it here.
grant insert on audit_event to staff;
create policy staff_writes on audit_event for insert to staff
  with check (municipality_id = app_municipality() and actor_kind = 'staff' and actor_id = app_subject());
