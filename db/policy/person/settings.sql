-- Language and text size are the person's own. Checked by the table; no other column can be reached.
create function person_change_settings(new_language text, new_text_size text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update person set language = new_language, text_size = new_text_size
   where municipality_id = (select app_municipality()) and id = (select app_subject());
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action)
    values (app_municipality(), app_now(), 'person', app_subject(), 'changedSettings');
$$;
grant execute on function person_change_settings(text, text) to person;
