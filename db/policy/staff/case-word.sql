grant select on case_word to staff;
grant insert (municipality_id, case_id, word, added_by), delete on case_word to staff;
create policy staff_reads on case_word for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));
create policy staff_adds on case_word for insert to staff
  with check (municipality_id = (select app_municipality()) and added_by = (select app_subject()) and case_id = any ((select staff_case_ids())::uuid[]));
create policy staff_removes on case_word for delete to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));

create function log_case_word() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then perform audit_staff('addedWord', new.case_id); else perform audit_staff('removedWord', old.case_id); end if;
  return null;
end $$;
create trigger case_word_logged after insert or delete on case_word for each row execute function log_case_word();
