-- What staff may write, and the line in the log that each deed leaves. Rows are reached under row-level
-- security; columns are named one by one; the log is written by the database in the same transaction, so no
-- code can write and forget it.
create function audit_staff(deed text, of_case uuid, of_note uuid default null, of_recording uuid default null, of_remark uuid default null)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id, recording_id, remark_id)
    select app_municipality(), app_now(), 'staff', app_subject(), deed, of_case, of_note, of_recording, of_remark
     -- The owner of the tables (seeding, migrations) writes the log in its own way.
     where app_municipality() is not null
$$;

-- Notes: made by the one who writes them, in their own name, in a case of theirs.
grant insert (municipality_id, id, case_id, kind, event_at, recorded_at, author_id, source, bbic_areas, participants,
              child_present, child_not_heard_reason) on note to staff;
grant update (kind, event_at, source, bbic_areas, participants, child_present, child_not_heard_reason) on note to staff;
grant delete on note to staff;
create policy staff_adds on note for insert to staff
  with check (municipality_id = app_municipality() and author_id = app_subject() and case_id in (select case_id from staff_open_case));

-- A security definer look, since the policies of two tables that ask each other go round in circles.
create function note_is_signed(municipality uuid, of_note uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from note_version v where v.municipality_id = municipality and v.note_id = of_note and v.signed_at is not null)
$$;
grant execute on function note_is_signed(uuid, uuid) to staff;
-- What a signed note says of itself is as locked as its text.
create policy staff_changes on note for update to staff
  using (municipality_id = app_municipality() and author_id = app_subject() and not note_is_signed(municipality_id, id));
create policy staff_discards on note for delete to staff
  using (municipality_id = app_municipality() and author_id = app_subject() and not note_is_signed(municipality_id, id));

grant insert (municipality_id, id, note_id, number, title, paragraphs, child_title, child_text, child_text_easy, origin,
              change_reason, written_by, draft_text) on note_version to staff;
grant update (title, paragraphs, child_title, child_text, child_text_easy, origin, read_back_to, change_reason, draft_text,
              merged_to, revision, reviewed_at, checked, transcribed_by, edited_words, signed_at, signed_by) on note_version to staff;
grant delete on note_version to staff;
create policy staff_adds on note_version for insert to staff
  with check (municipality_id = app_municipality() and written_by = app_subject() and signed_at is null
              and note_id in (select id from note));
create policy staff_changes on note_version for update to staff
  using (municipality_id = app_municipality() and written_by = app_subject() and signed_at is null)
  with check (municipality_id = app_municipality() and written_by = app_subject() and (signed_by is null or signed_by = app_subject()));
create policy staff_discards on note_version for delete to staff
  using (municipality_id = app_municipality() and written_by = app_subject() and signed_at is null);

-- What is being written is its writer's own until it is signed: a deputy and the team leader see that there is a
-- note (its row), never an unfinished text.
alter policy staff_reads on note_version
  using (municipality_id = app_municipality() and note_id in (select id from note)
         and (signed_at is not null or written_by = app_subject()));

-- The rule of signing: reviewed as it stands, every difference of the careful pass decided, and for every person
-- who reads the case a decision on this note (default is closed, but nobody is forgotten).
create function refuse_unready_signature() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.signed_at is null or old.signed_at is not null or app_municipality() is null then return new; end if;
  if new.reviewed_at is null or jsonb_array_length(new.paragraphs) = 0 then
    raise exception 'not reviewed' using errcode = 'check_violation', constraint = 'note_version_is_reviewed';
  end if;
  if exists (select from transcript_segment s where s.municipality_id = new.municipality_id and s.note_version_id = new.id
                and ((s.final_text is not null and s.final_decided is null) or s.number > new.merged_to)) then
    raise exception 'undecided' using errcode = 'check_violation', constraint = 'note_version_is_decided';
  end if;
  if exists (select from recording r where r.municipality_id = new.municipality_id and r.note_version_id = new.id
                and r.state in ('recording', 'stopped')) then
    raise exception 'still transcribing' using errcode = 'check_violation', constraint = 'note_version_is_transcribed';
  end if;
  if exists (select from note n join case_party p on p.municipality_id = n.municipality_id and p.case_id = n.case_id
                                join party_role r on r.role = p.role and r.reads_case
              where n.municipality_id = new.municipality_id and n.id = new.note_id and p.valid @> app_today()
                and not exists (select from disclosure d where d.municipality_id = n.municipality_id and d.note_id = n.id
                                   and d.person_id = p.person_id)) then
    raise exception 'a reader is undecided' using errcode = 'check_violation', constraint = 'note_version_has_readers';
  end if;
  return new;
end $$;
alter function refuse_unready_signature() security definer;
create trigger note_version_signed_when_ready before update on note_version
  for each row execute function refuse_unready_signature();

-- A changed text is an unreviewed one.
create function unreview_changed_text() returns trigger language plpgsql as $$
begin
  if new.draft_text is distinct from old.draft_text and new.reviewed_at is not distinct from old.reviewed_at then
    new.reviewed_at := null;
  end if;
  return new;
end $$;
create trigger note_version_changed before update on note_version
  for each row execute function unreview_changed_text();

grant insert (municipality_id, id, note_id, person_id, level, title, partial_text, ground, ground_told, harm_assessment, review_on,
              shown_from, decided_by, decided_at) on disclosure to staff;
grant update (level, title, partial_text, ground, ground_told, harm_assessment, review_on, shown_from, decided_by, decided_at)
  on disclosure to staff;
-- Only for somebody of the same case, and in one's own name.
create function reads_case_of_note(municipality uuid, of_note uuid, reader uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from note n join case_party p on p.municipality_id = n.municipality_id and p.case_id = n.case_id
                                    join party_role r on r.role = p.role and r.reads_case
                  where n.municipality_id = municipality and n.id = of_note and p.person_id = reader)
$$;
grant execute on function reads_case_of_note(uuid, uuid, uuid) to staff;
create policy staff_adds on disclosure for insert to staff
  with check (municipality_id = app_municipality() and decided_by = app_subject() and note_id in (select id from note)
              and reads_case_of_note(municipality_id, note_id, person_id));
create policy staff_changes on disclosure for update to staff
  using (municipality_id = app_municipality() and note_id in (select id from note))
  with check (decided_by = app_subject() and reads_case_of_note(municipality_id, note_id, person_id));
-- Less than everything has a reason, a written harm assessment and a day to look at it again (OSL 2009:400).
alter table disclosure add constraint disclosure_less_than_all_has_grounds
  check (level = 'full' or (harm_assessment is not null and ground is not null)) not valid;

-- The places of the stages on the usual path.
grant select on stage_kind to staff;
create policy staff_reads on stage_kind for select to staff using (true);

grant select on case_word, disclosure_decision, notice, recording_rule to staff;
grant insert (municipality_id, case_id, word, added_by), delete on case_word to staff;
create policy staff_reads on case_word for select to staff
  using (municipality_id = app_municipality() and case_id in (select case_id from staff_open_case));
create policy staff_adds on case_word for insert to staff
  with check (municipality_id = app_municipality() and added_by = app_subject() and case_id in (select case_id from staff_open_case));
create policy staff_removes on case_word for delete to staff
  using (municipality_id = app_municipality() and case_id in (select case_id from staff_open_case));
create policy staff_reads on disclosure_decision for select to staff
  using (municipality_id = app_municipality() and disclosure_id in (select id from disclosure));
create policy staff_reads on recording_rule for select to staff using (true);

grant insert (municipality_id, person_id, kind, note_id, due_at) on notice to staff;
create policy staff_reads on notice for select to staff
  using (municipality_id = app_municipality() and note_id in (select id from note));
create policy staff_adds on notice for insert to staff
  with check (municipality_id = app_municipality() and note_id in (select id from note)
              and reads_case_of_note(municipality_id, note_id, person_id));

-- Sound and what became of it: for the one who spoke.
grant select on recording, transcript_segment, recording_event, recording_chunk to staff;
grant insert (municipality_id, id, note_version_id, author_id, source, command_mode, started_at, key_encrypted) on recording to staff;
grant update (command_mode, state, stopped_at, last_number, problem) on recording to staff;
grant insert on recording_file_part to staff;
grant update (final_decided) on transcript_segment to staff;
create policy staff_reads on recording for select to staff using (municipality_id = app_municipality() and author_id = app_subject());
create policy staff_adds on recording for insert to staff
  with check (municipality_id = app_municipality() and author_id = app_subject() and state = 'recording'
              and note_version_id in (select id from note_version where written_by = app_subject() and signed_at is null));
create policy staff_changes on recording for update to staff using (municipality_id = app_municipality() and author_id = app_subject());
create policy staff_reads on recording_chunk for select to staff
  using (municipality_id = app_municipality() and recording_id in (select id from recording));
create policy staff_adds on recording_file_part for insert to staff
  with check (municipality_id = app_municipality() and recording_id in (select id from recording where source = 'upload' and state = 'recording'));
create policy staff_reads on transcript_segment for select to staff
  using (municipality_id = app_municipality() and recording_id in (select id from recording));
create policy staff_decides on transcript_segment for update to staff
  using (municipality_id = app_municipality() and recording_id in (select id from recording));
create policy staff_reads on recording_event for select to staff
  using (municipality_id = app_municipality() and recording_id in (select id from recording));
grant execute on function staff_store_chunk(uuid, int, bytea, bytea), staff_stop_recording(uuid, int),
  sound_erased_at(uuid, uuid) to staff;

-- A remark is answered once, by name and with a date (SoL 2025:400 14 kap. 6 §).
grant update (answer, answered_at, answered_by) on remark to staff;
create policy staff_answers on remark for update to staff
  using (municipality_id = app_municipality() and answer is null and case_id in (select case_id from staff_open_case))
  with check (answered_by = app_subject());

-- The log of these deeds.
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
                           and a.actor_id = app_subject() and a.action = 'savedDraft' and a.at > app_now() - interval '10 minutes') then
    perform audit_staff('savedDraft', of_case, new.note_id);
  end if;
  return null;
end $$;
create trigger note_version_logged after insert or update on note_version for each row execute function log_note_version();

create function log_disclosure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_municipality() is null or new.note_id is null then return null; end if;
  insert into disclosure_decision (municipality_id, disclosure_id, decided) values (new.municipality_id, new.id, to_jsonb(new));
  perform audit_staff('decidedDisclosure', (select case_id from note n where n.municipality_id = new.municipality_id and n.id = new.note_id), new.note_id);
  return null;
end $$;
create trigger disclosure_logged after insert or update on disclosure for each row execute function log_disclosure();

create function log_recording() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare of_note uuid; of_case uuid; deed text;
begin
  deed := case when tg_op = 'INSERT' then 'startedRecording'
               when new.erased_at is not null and old.erased_at is null then 'erasedRecording'
               when new.state = old.state then null
               when new.state = 'discarded' then 'discardedRecording'
               when new.state = 'stopped' then 'stoppedRecording'
               when new.state = 'transcribed' then 'transcribedRecording' end;
  if deed is null then return null; end if;
  select n.id, n.case_id into of_note, of_case
    from note_version v join note n on n.municipality_id = v.municipality_id and n.id = v.note_id
   where v.municipality_id = new.municipality_id and v.id = new.note_version_id;
  -- By the one who is signed in, else by the worker that listens and erases.
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id, recording_id)
    values (new.municipality_id, coalesce(app_now(), now()), case when app_subject() is null then 'service' else 'staff' end,
            app_subject(), deed, of_case, of_note, new.id);
  return null;
end $$;
create trigger recording_logged after insert or update on recording for each row execute function log_recording();

create function log_remark_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.answer is not null and old.answer is null then perform audit_staff('answeredRemark', new.case_id, new.note_id, null, new.id); end if;
  return null;
end $$;
create trigger remark_answered after update on remark for each row execute function log_remark_answer();

create function log_case_word() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then perform audit_staff('addedWord', new.case_id); else perform audit_staff('removedWord', old.case_id); end if;
  return null;
end $$;
create trigger case_word_logged after insert or delete on case_word for each row execute function log_case_word();

-- Whether a number found in a text is one person's own: the hash is made by the portal, which has the key. Tells
-- of people in the staff member's own cases only.
create function staff_is_number_of(person uuid, number_hash bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person p join case_party c on c.municipality_id = p.municipality_id and c.person_id = p.id
                                      join staff_open_case o on o.municipality_id = c.municipality_id and o.case_id = c.case_id
                  where p.municipality_id = app_municipality() and p.id = person and p.id_number_hash = number_hash)
$$;
grant execute on function staff_is_number_of(uuid, bytea) to staff;

-- Sees with a reader's eyes: the transaction goes on as that person, and is always rolled back (db/connect.ts).
-- Only for somebody in a case that is open to the staff member.
create function staff_look_as(reader uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from case_party p join staff_open_case o on o.municipality_id = p.municipality_id and o.case_id = p.case_id
                  where p.municipality_id = app_municipality() and p.person_id = reader) then
    return false;
  end if;
  perform set_config('app.subject', reader::text, true);
  perform set_config('app.open_cases', coalesce(jsonb_agg(to_jsonb(o)), '[]')::text, true) from openable_case o;
  return true;
end $$;
grant execute on function staff_look_as(uuid) to staff;
