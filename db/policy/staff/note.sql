grant select on note_version to staff;
grant insert (municipality_id, id, note_id, number, title, paragraphs, child_title, child_text, child_text_easy, origin,
              change_reason, written_by, draft_text) on note_version to staff;
grant update (title, paragraphs, child_title, child_text, child_text_easy, origin, read_back_to, change_reason, draft_text,
              merged_to, revision, reviewed_at, checked, transcribed_by, edited_words, signed_at, signed_by) on note_version to staff;
grant delete on note_version to staff;
create policy staff_reads on note_version for select to staff
  using (municipality_id = (select municipality_id from acting)
         and exists (select from note n where n.municipality_id = note_version.municipality_id and n.id = note_version.note_id)
         and (signed_at is not null or written_by = (select subject_id from acting)));
create policy staff_adds on note_version for insert to staff
  with check (municipality_id = (select municipality_id from acting) and written_by = (select subject_id from acting) and signed_at is null
              and exists (select from note n where n.municipality_id = note_version.municipality_id and n.id = note_version.note_id));
create policy staff_changes on note_version for update to staff
  using (municipality_id = (select municipality_id from acting) and written_by = (select subject_id from acting) and signed_at is null)
  with check (municipality_id = (select municipality_id from acting) and written_by = (select subject_id from acting) and (signed_by is null or signed_by = (select subject_id from acting)));
create policy staff_discards on note_version for delete to staff
  using (municipality_id = (select municipality_id from acting) and written_by = (select subject_id from acting) and signed_at is null);

-- A security definer look, since the policies of two tables that ask each other go round in circles.
create function note_is_signed(municipality uuid, of_note uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from note_version v where v.municipality_id = municipality and v.note_id = of_note and v.signed_at is not null)
$$;
grant execute on function note_is_signed(uuid, uuid) to staff;

grant select on note to staff;
-- Notes: made by the one who writes them, in their own name, in a case of theirs.
grant insert (municipality_id, id, case_id, kind, event_at, recorded_at, author_id, source, bbic_areas, participants,
              child_present, child_not_heard_reason) on note to staff;
grant update (kind, event_at, source, bbic_areas, participants, child_present, child_not_heard_reason) on note to staff;
grant delete on note to staff;
create policy staff_reads on note for select to staff
  using (municipality_id = (select municipality_id from acting) and case_id in (select case_id from staff_open_case));
create policy staff_adds on note for insert to staff
  with check (municipality_id = (select municipality_id from acting) and author_id = (select subject_id from acting) and case_id in (select case_id from staff_open_case));
-- What a signed note says of itself is as locked as its text.
create policy staff_changes on note for update to staff
  using (municipality_id = (select municipality_id from acting) and author_id = (select subject_id from acting) and not note_is_signed(municipality_id, id));
create policy staff_discards on note for delete to staff
  using (municipality_id = (select municipality_id from acting) and author_id = (select subject_id from acting) and not note_is_signed(municipality_id, id));

-- The log of these actions.
create function log_note() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then perform audit_staff('discardedDraft', old.case_id, old.id);
  else perform audit_staff('createdNote', new.case_id, new.id); end if;
  return null;
end $$;
create trigger note_logged after insert or delete on note for each row execute function log_note();

create function log_note_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare of_case uuid := (select case_id from note n where n.municipality_id = new.municipality_id and n.id = new.note_id);
begin
  if tg_op = 'INSERT' then
    if new.number > 1 then perform audit_staff('beganCorrection', of_case, new.note_id); end if;
  elsif new.signed_at is not null and old.signed_at is null then perform audit_staff('signedNote', of_case, new.note_id);
  elsif new.reviewed_at is not null and new.reviewed_at is distinct from old.reviewed_at then
    perform audit_staff('reviewedNote', of_case, new.note_id);
  elsif new.draft_text is distinct from old.draft_text
        -- A page that saves as one types would fill the log: once in ten minutes says as much.
        and not exists (select from audit_event a where a.municipality_id = new.municipality_id and a.note_id = new.note_id
                           and a.actor_id = (select app_subject()) and a.action = 'savedDraft' and a.at > (select app_now()) - interval '10 minutes') then
    perform audit_staff('savedDraft', of_case, new.note_id);
  end if;
  return null;
end $$;
create trigger note_version_logged after insert or update on note_version for each row execute function log_note_version();
