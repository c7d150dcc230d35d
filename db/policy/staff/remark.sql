grant select on remark to staff;
-- A remark is answered once, by name and with a date (SoL 2025:400 14 kap. 6 §).
grant update (answer, answered_at, answered_by) on remark to staff;
create policy staff_reads on remark for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));
create policy staff_answers on remark for update to staff
  using (municipality_id = (select app_municipality()) and answer is null and case_id = any ((select staff_case_ids())::uuid[]))
  with check (answered_by = (select app_subject()));

create function log_remark_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.answer is not null and old.answer is null then perform audit_staff('answeredRemark', new.case_id, new.note_id, null, new.id); end if;
  return null;
end $$;
create trigger remark_answered after update on remark for each row execute function log_remark_answer();
