-- What a version is, without its text: that of a draft is its writer's (staff_draft), that of a signed one is read
-- through staff_read_note alone.
grant select (municipality_id, id, note_id, number, title, origin, written_by, merged_to, revision, reviewed_at, checked,
              transcribed_by, edited_words, dictation_seconds, audio_erased_at, signed_at, signed_by) on note_version to staff;
grant insert (municipality_id, id, note_id, number, title, paragraphs, child_title, child_text, child_text_easy, origin,
              change_reason, written_by, draft_text) on note_version to staff;
grant update (title, paragraphs, child_title, child_text, child_text_easy, origin, read_back_to, change_reason, draft_text,
              merged_to, revision, reviewed_at, checked, transcribed_by, edited_words, signed_at, signed_by) on note_version to staff;
grant delete on note_version to staff;
create policy staff_reads on note_version for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from note n where n.municipality_id = note_version.municipality_id and n.id = note_version.note_id)
         and (signed_at is not null or written_by = (select app_subject())));
create policy staff_adds on note_version for insert to staff
  with check (municipality_id = (select app_municipality()) and written_by = (select app_subject()) and signed_at is null
              and exists (select from note n where n.municipality_id = note_version.municipality_id and n.id = note_version.note_id));
create policy staff_changes on note_version for update to staff
  using (municipality_id = (select app_municipality()) and written_by = (select app_subject()) and signed_at is null)
  with check (municipality_id = (select app_municipality()) and written_by = (select app_subject()) and (signed_by is null or signed_by = (select app_subject())));
create policy staff_discards on note_version for delete to staff
  using (municipality_id = (select app_municipality()) and written_by = (select app_subject()) and signed_at is null);

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
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));
create policy staff_adds on note for insert to staff
  with check (municipality_id = (select app_municipality()) and author_id = (select app_subject()) and case_id = any ((select staff_case_ids())::uuid[]));
-- What a signed note says of itself is as locked as its text.
create policy staff_changes on note for update to staff
  using (municipality_id = (select app_municipality()) and author_id = (select app_subject()) and not note_is_signed(municipality_id, id));
create policy staff_discards on note for delete to staff
  using (municipality_id = (select app_municipality()) and author_id = (select app_subject()) and not note_is_signed(municipality_id, id));

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

-- A draft with its text, for the one who writes it, as long as the case is open to them.
create view staff_draft with (security_barrier) as
select v.municipality_id, v.id, v.note_id, v.number, v.title, v.paragraphs, v.child_title, v.child_text, v.child_text_easy,
       v.draft_text, v.change_reason, v.read_back_to, v.origin, v.merged_to, v.revision, v.reviewed_at, v.checked,
       v.transcribed_by
  from acting me
  join note_version v on v.municipality_id = me.municipality_id and v.written_by = me.subject_id and v.signed_at is null
  join note n on n.municipality_id = v.municipality_id and n.id = v.note_id
  join staff_open_case o on o.municipality_id = n.municipality_id and o.case_id = n.case_id
 where me.kind = 'staff';
grant select on staff_draft to staff;

-- Every signed version of a note, newest first; writes that it was read. No row and no line for a note that is not
-- open, not signed or not there.
create function staff_read_note(of_note uuid)
returns table (number int, title text, paragraphs jsonb, child_title text, child_text text, child_text_easy text,
               change_reason text, signed_at timestamptz, signed_by text, origin text, transcribed_by text, edited_words int,
               read_back_to text, audio_erased_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id)
    select n.municipality_id, app_now(), 'staff', app_subject(), 'readNote', n.case_id, n.id
      from note n join staff_open_case o on o.municipality_id = n.municipality_id and o.case_id = n.case_id
     where n.id = of_note and note_is_signed(n.municipality_id, n.id);
  if not found then return; end if;
  return query
    select v.number, v.title, speakers_now(v.municipality_id, v.paragraphs), v.child_title, v.child_text, v.child_text_easy, v.change_reason, v.signed_at,
           s.given_name, v.origin, v.transcribed_by, v.edited_words, v.read_back_to,
           coalesce(v.audio_erased_at, sound_erased_at(v.municipality_id, v.id))
      from note_version v
      join staff_member s on s.municipality_id = v.municipality_id and s.id = v.signed_by
     where v.municipality_id = (select app_municipality()) and v.note_id = of_note and v.signed_at is not null
     order by v.number desc;
end $$;
grant execute on function staff_read_note(uuid) to staff;

-- Begins the next version of a signed note from the text of its newest one, as the caller's draft. Where there is a
-- draft already, nothing is made. False for a note that is not open or not signed.
create function staff_begin_correction(of_note uuid, new_version uuid, reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from note n join staff_open_case o on o.municipality_id = n.municipality_id and o.case_id = n.case_id
                  where n.id = of_note and note_is_signed(n.municipality_id, n.id)) then
    return false;
  end if;
  insert into note_version (municipality_id, id, note_id, number, title, paragraphs, child_title, child_text, child_text_easy,
                            origin, change_reason, written_by, draft_text)
    select v.municipality_id, new_version, v.note_id, v.number + 1, v.title, speakers_now(v.municipality_id, v.paragraphs), v.child_title, v.child_text,
           v.child_text_easy, v.origin, reason, app_subject(),
           (select string_agg(p ->> 'text', E'\n\n' order by at) from jsonb_array_elements(v.paragraphs) with ordinality e (p, at))
      from note_version v
     where v.municipality_id = (select app_municipality()) and v.note_id = of_note and v.signed_at is not null
     order by v.number desc limit 1
  on conflict do nothing;
  return true;
end $$;
grant execute on function staff_begin_correction(uuid, uuid, text) to staff;
