-- Staff write the log in their own name only, and never read or change it here.
grant insert on audit_event to staff;
create policy staff_writes on audit_event for insert to staff
  with check (municipality_id = (select app_municipality()) and actor_kind = 'staff' and actor_id = (select app_subject()));

-- What staff may write, and the line in the log that each action leaves. Rows are reached under row-level
-- security; columns are named one by one; the log is written by the database in the same transaction, so no
-- code can write and forget it.
create function audit_staff(action_name text, of_case uuid, of_note uuid default null, of_recording uuid default null, of_remark uuid default null,
                            of_document uuid default null)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id, recording_id, remark_id, document_id)
    select app_municipality(), app_now(), 'staff', app_subject(), action_name, of_case, of_note, of_recording, of_remark, of_document
     -- The owner of the tables (seeding, migrations) writes the log in its own way.
     where app_municipality() is not null
$$;
