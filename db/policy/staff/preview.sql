-- Sees with a reader's eyes: the transaction goes on as that person. Only for somebody in a case that is open to the
-- staff member, and never kept: whatever it writes, readings in the reader's name among it, cannot be committed.
create function refuse_commit() returns trigger language plpgsql as $$
begin
  raise exception 'a preview is taken back' using errcode = 'invalid_transaction_termination';
end $$;
create constraint trigger preview_is_taken_back after insert on preview
  deferrable initially deferred for each row execute function refuse_commit();

create function staff_look_as(reader uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from case_party p join staff_open_case o on o.municipality_id = p.municipality_id and o.case_id = p.case_id
                  where p.municipality_id = (select app_municipality()) and p.person_id = reader) then
    return false;
  end if;
  insert into preview (municipality_id, staff_id) values (app_municipality(), app_subject());
  perform open_context('person', app_municipality(), reader, app_now(), app_today(),
                       openable_cases(app_municipality(), reader, app_today())::text);
  return true;
end $$;
grant execute on function staff_look_as(uuid) to staff;
