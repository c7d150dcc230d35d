-- The language of the pages is one's own choice. Checked by the table; no other column can be reached.
create function staff_change_language(new_language text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update staff_member set language = new_language
   where municipality_id = (select app_municipality()) and id = (select app_subject());
  select audit_staff('changedSettings', null);
$$;
grant execute on function staff_change_language(text) to staff;
