-- Stores one part for the recording's author, from the number that it has; it takes as many as its sound is long. The
-- same part twice is one; another sound under a number that is taken is refused; a part beyond a hole is kept, and the
-- hole is asked for by next_number. Only what is shorter than a second wakes the worker, which looks each second anyway:
-- the page cuts shorter where a phrase may be over, and waking by every part would let one commit at a time.
create function staff_store_chunk(to_recording uuid, part int, digest bytea, part_sound bytea)
returns table (outcome text, next_number int)
language plpgsql security definer set search_path = public, pg_temp as $$
declare r recording; taken recording_chunk; upcoming int; takes int; after_part int; more int;
begin
  select * into r from recording x
   where x.municipality_id = (select app_municipality()) and x.id = to_recording and x.author_id = (select app_subject()) for update;
  if not found then return query select 'unknown', 0; return; end if;
  -- 16 samples of two bytes a millisecond; 28 bytes are nonce and tag.
  takes := greatest(1, ceil((octet_length(part_sound) - 28) / (32.0 * r.part_ms)));
  after_part := part + takes;
  -- Before next_number everything is here; from there on is only what came beyond a hole.
  select * into taken from recording_chunk c
   where c.municipality_id = r.municipality_id and c.recording_id = r.id
     and c.number >= (case when part < r.next_number then part - 3 else r.next_number end) and c.number < after_part and c.number + c.numbers > part
   order by c.number limit 1;
  if found then
    return query select case when taken.number = part and taken.sha256 = digest then 'stored' else 'conflict' end, r.next_number;
    return;
  end if;
  if r.source <> 'live' or r.state not in ('recording', 'stopped') or r.key_encrypted is null
     or after_part - 1 > coalesce(r.last_number, after_part)
     or part >= (select value * 3600000 / r.part_ms from recording_rule where key = 'longestHours') then
    return query select 'closed', r.next_number;
    return;
  end if;
  insert into recording_chunk values (r.municipality_id, r.id, part, digest, part_sound, takes);
  upcoming := r.next_number;
  if part = upcoming then
    upcoming := after_part;
    loop
      select c.numbers into more from recording_chunk c
       where c.municipality_id = r.municipality_id and c.recording_id = r.id and c.number = upcoming;
      exit when not found;
      upcoming := upcoming + more;
    end loop;
    update recording x set next_number = upcoming where x.municipality_id = r.municipality_id and x.id = r.id;
    if octet_length(part_sound) < 32028 then perform pg_notify('recording', r.id::text); end if;
  end if;
  return query select 'stored', upcoming;
end $$;
grant execute on function staff_store_chunk(uuid, int, bytea, bytea) to staff;

-- Names the last part. Null: nothing more will come, and what is missing is a gap that is shown.
create function staff_stop_recording(of_recording uuid, last_part int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare highest int := (select max(number + numbers) - 1 from recording_chunk where municipality_id = (select app_municipality()) and recording_id = of_recording);
begin
  update recording r
     set state = 'stopped', stopped_at = coalesce(r.stopped_at, app_now()),
         last_number = coalesce(last_part, highest, -1),
         -- Nothing more is waited for: the worker leaves out what is missing at once.
         next_number = case when last_part is null then coalesce(highest, -1) + 1 else r.next_number end
   where r.municipality_id = (select app_municipality()) and r.id = of_recording and r.author_id = (select app_subject())
     and r.state in ('recording', 'stopped') and (last_part is null or last_part >= -1);
  if not found then return false; end if;
  perform recording_notify(app_municipality(), of_recording, 'state', '{"state": "stopped"}'),
          pg_notify('recording', of_recording::text);
  return true;
end $$;
grant execute on function staff_stop_recording(uuid, int) to staff;

grant select on recording_rule to staff;
create policy staff_reads on recording_rule for select to staff using (true);

grant select on recording to staff;
grant insert (municipality_id, id, note_version_id, author_id, source, command_mode, started_at, key_encrypted, part_ms) on recording to staff;
grant update (command_mode, state, stopped_at, last_number, problem) on recording to staff;
create policy staff_reads on recording for select to staff using (municipality_id = (select app_municipality()) and author_id = (select app_subject()));
create policy staff_adds on recording for insert to staff
  with check (municipality_id = (select app_municipality()) and author_id = (select app_subject()) and state = 'recording'
              and note_version_id in (select id from note_version where written_by = (select app_subject()) and signed_at is null));
create policy staff_changes on recording for update to staff using (municipality_id = (select app_municipality()) and author_id = (select app_subject()));

grant select on transcript_segment to staff;
grant update (final_decided) on transcript_segment to staff;
create policy staff_reads on transcript_segment for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from recording r where r.municipality_id = transcript_segment.municipality_id and r.id = transcript_segment.recording_id));
create policy staff_decides on transcript_segment for update to staff
  using (municipality_id = (select app_municipality())
         and exists (select from recording r where r.municipality_id = transcript_segment.municipality_id and r.id = transcript_segment.recording_id));

grant select on recording_event to staff;
create policy staff_reads on recording_event for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from recording r where r.municipality_id = recording_event.municipality_id and r.id = recording_event.recording_id));

grant select on recording_chunk to staff;
create policy staff_reads on recording_chunk for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from recording r where r.municipality_id = recording_chunk.municipality_id and r.id = recording_chunk.recording_id));

grant insert on recording_file_part to staff;
create policy staff_adds on recording_file_part for insert to staff
  with check (municipality_id = (select app_municipality()) and recording_id in (select id from recording where source = 'upload' and state = 'recording'));

create function log_recording() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare of_note uuid; of_case uuid; action_name text;
begin
  action_name := case when tg_op = 'INSERT' then 'startedRecording'
               when new.erased_at is not null and old.erased_at is null then 'erasedRecording'
               when new.state = old.state then null
               when new.state = 'discarded' then 'discardedRecording'
               when new.state = 'stopped' then 'stoppedRecording'
               when new.state = 'transcribed' then 'transcribedRecording' end;
  if action_name is null then return null; end if;
  select n.id, n.case_id into of_note, of_case
    from note_version v join note n on n.municipality_id = v.municipality_id and n.id = v.note_id
   where v.municipality_id = new.municipality_id and v.id = new.note_version_id;
  -- By the one who is signed in, else by the worker that listens and erases.
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id, recording_id)
    values (new.municipality_id, coalesce(app_now(), now()), case when app_subject() is null then 'service' else 'staff' end,
            app_subject(), action_name, of_case, of_note, new.id);
  return null;
end $$;
create trigger recording_logged after insert or update of state, erased_at on recording for each row execute function log_recording();
