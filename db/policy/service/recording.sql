-- What the worker may do that listens to recordings, writes them out and erases them: role service, functions only.
-- It names the municipality of each recording itself; it has no subject, and the log calls it the service.

-- Recordings with something left to hear, oldest first.
create function service_open_recordings()
returns table (municipality_id uuid, recording_id uuid, note_version_id uuid, part_ms int, source text, state text, key_encrypted bytea,
               transcribed_to int, next_number int, last_number int, problem text)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select municipality_id, id, note_version_id, part_ms, source, state, key_encrypted, transcribed_to, next_number, last_number, problem
    from recording
   where state in ('recording', 'stopped') and key_encrypted is not null and (source = 'live' or state = 'stopped')
   order by started_at, id
$$;
grant execute on function service_open_recordings() to service;

create function service_recording(municipality uuid, of_recording uuid)
returns table (municipality_id uuid, recording_id uuid, note_version_id uuid, part_ms int, source text, state text, key_encrypted bytea,
               transcribed_to int, next_number int, last_number int, problem text, final_pass text)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select municipality_id, id, note_version_id, part_ms, source, state, key_encrypted, transcribed_to, next_number, last_number, problem, final_pass
    from recording where municipality_id = municipality and id = of_recording
$$;
grant execute on function service_recording(uuid, uuid) to service;

-- From the part that has the number, which may be its second or a later one.
create function service_read_chunks(municipality uuid, of_recording uuid, from_number int, most int)
returns table (number int, sound bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select number, sound from recording_chunk
   where municipality_id = municipality and recording_id = of_recording and number > from_number - 4 and number + numbers > from_number
   order by number limit most
$$;
grant execute on function service_read_chunks(uuid, uuid, int, int) to service;

-- Spelling help for the engine: who is in the case, who works with it, and the case's own words.
create function service_case_words(municipality uuid, of_recording uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  with c as (select n.case_id from recording r
               join note_version v on v.municipality_id = r.municipality_id and v.id = r.note_version_id
               join note n on n.municipality_id = v.municipality_id and n.id = v.note_id
              where r.municipality_id = municipality and r.id = of_recording)
  select array_agg(distinct word) from (
    select p.given_name as word from case_party cp join person p on p.municipality_id = cp.municipality_id and p.id = cp.person_id
     where cp.municipality_id = municipality and cp.case_id = (select case_id from c)
    union all
    select word from case_word where municipality_id = municipality and case_id = (select case_id from c)) w
$$;
grant execute on function service_case_words(uuid, uuid) to service;

-- Moves the live pass on from where it stood, with the phrase that was heard there or none. Null: somebody else
-- has moved it (a worker that was thought dead), and nothing is written: no text comes twice.
create function service_add_segment(municipality uuid, of_recording uuid, from_ms int, to_ms int, segment jsonb) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare r recording; made int;
begin
  perform require_service();
  select * into r from recording x where x.municipality_id = municipality and x.id = of_recording for update;
  if not found or r.transcribed_to <> from_ms or to_ms < from_ms or r.state not in ('recording', 'stopped') then return null; end if;
  update recording set transcribed_to = to_ms where municipality_id = municipality and id = of_recording;
  if segment is null then return 0; end if;
  -- Two recordings of one draft share its numbers.
  perform from note_version v where v.municipality_id = municipality and v.id = r.note_version_id for update;
  insert into transcript_segment (municipality_id, note_version_id, number, recording_id, kind, start_ms, end_ms, text, words, dropped_because, engine)
    select municipality, r.note_version_id, coalesce(max(number), 0) + 1, of_recording, segment ->> 'kind',
           (segment ->> 'start')::int, (segment ->> 'end')::int, segment ->> 'text', coalesce(segment -> 'words', '[]'),
           segment ->> 'droppedBecause', segment ->> 'engine'
      from transcript_segment where municipality_id = municipality and note_version_id = r.note_version_id
    returning number into made;
  update note_version set transcribed_by = segment ->> 'engine'
   where municipality_id = municipality and id = r.note_version_id and signed_at is null
     -- A gap was written by nobody.
     and segment ->> 'engine' <> '' and transcribed_by is distinct from segment ->> 'engine';
  perform recording_notify(municipality, of_recording, 'segment', segment || jsonb_build_object('number', made));
  return made;
end $$;
grant execute on function service_add_segment(uuid, uuid, int, int, jsonb) to service;

-- What stands in the way of the text, or null when nothing does any more.
create function service_set_problem(municipality uuid, of_recording uuid, now_problem text, with_data jsonb default '{}') returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  update recording set problem = now_problem
   where municipality_id = municipality and id = of_recording and problem is distinct from now_problem;
  perform recording_notify(municipality, of_recording, 'problem', with_data || jsonb_build_object('problem', now_problem));
end $$;
grant execute on function service_set_problem(uuid, uuid, text, jsonb) to service;

-- How far the text is behind what is said.
create function service_report_lag(municipality uuid, of_recording uuid, lag_ms int) returns void
language sql security definer set search_path = public, pg_temp as $$
  select require_service();
  select from recording where municipality_id = municipality and id = of_recording for update;
  select recording_notify(municipality, of_recording, 'lag', jsonb_build_object('lagMs', lag_ms));
$$;
grant execute on function service_report_lag(uuid, uuid, int) to service;

create function service_recording_rule(of_key text) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select value from recording_rule where key = of_key
$$;
grant execute on function service_recording_rule(text) to service;

-- Every phrase of a stopped recording has its text. False when it is not so.
create function service_finish_live(municipality uuid, of_recording uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare heard boolean;
begin
  perform require_service();
  update recording set state = 'transcribed', problem = null
   where municipality_id = municipality and id = of_recording and state = 'stopped';
  if not found then return false; end if;
  select exists (select from transcript_segment where municipality_id = municipality and recording_id = of_recording and kind = 'speech') into heard;
  if not heard then
    update recording set problem = 'noSpeech', final_pass = 'done' where municipality_id = municipality and id = of_recording;
  end if;
  perform recording_notify(municipality, of_recording, 'state',
                           jsonb_build_object('state', 'transcribed', 'problem', case when not heard then 'noSpeech' end));
  return true;
end $$;
grant execute on function service_finish_live(uuid, uuid) to service;

create function service_segments(municipality uuid, of_recording uuid)
returns table (number int, kind text, start_ms int, end_ms int, text text, words jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select number, kind, start_ms, end_ms, text, words from transcript_segment
   where municipality_id = municipality and recording_id = of_recording order by number
$$;
grant execute on function service_segments(uuid, uuid) to service;

-- The careful pass: [{"number", "text", "words"}] for the segments that it heard otherwise. Once.
create function service_save_final(municipality uuid, of_recording uuid, by_engine text, texts jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare version uuid;
begin
  perform require_service();
  update recording set final_pass = 'done'
   where municipality_id = municipality and id = of_recording and final_pass <> 'done' and erased_at is null
   returning note_version_id into version;
  if version is null then return false; end if;
  update transcript_segment s set final_text = f.text, final_words = f.words, final_engine = by_engine
    from jsonb_to_recordset(texts) as f(number int, text text, words jsonb), note_version v
   where s.municipality_id = municipality and s.note_version_id = version and s.recording_id = of_recording and s.number = f.number
     and v.municipality_id = municipality and v.id = version and v.signed_at is null;
  perform recording_notify(municipality, of_recording, 'final', jsonb_build_object('differences', jsonb_array_length(texts)));
  return true;
end $$;
grant execute on function service_save_final(uuid, uuid, text, jsonb) to service;

create function service_fail_final(municipality uuid, of_recording uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  update recording set final_pass = 'failed' where municipality_id = municipality and id = of_recording and final_pass = 'waiting';
  if found then perform recording_notify(municipality, of_recording, 'final', '{"failed": true}'); end if;
end $$;
grant execute on function service_fail_final(uuid, uuid) to service;

-- A file that was handed in.
create function service_read_file_parts(municipality uuid, of_recording uuid, from_number int, most int)
returns table (number int, bytes bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select number, bytes from recording_file_part
   where municipality_id = municipality and recording_id = of_recording and number >= from_number
   order by number limit most
$$;
grant execute on function service_read_file_parts(uuid, uuid, int, int) to service;

create function service_store_decoded(municipality uuid, of_recording uuid, part int, digest bytea, part_sound bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  select require_service();
  insert into recording_chunk
    select municipality, of_recording, part, digest, part_sound
     where exists (select from recording where municipality_id = municipality and id = of_recording and key_encrypted is not null)
  on conflict do nothing
$$;
grant execute on function service_store_decoded(uuid, uuid, int, bytea, bytea) to service;

-- The file has become sound: it is written out from here as if it had been spoken.
create function service_file_decoded(municipality uuid, of_recording uuid, last_part int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  delete from recording_file_part where municipality_id = municipality and recording_id = of_recording;
  update recording set state = 'stopped', stopped_at = (select app_now()), next_number = last_part + 1, last_number = last_part, problem = null
   where municipality_id = municipality and id = of_recording and source = 'upload' and state = 'recording';
  if not found then return false; end if;
  perform recording_notify(municipality, of_recording, 'problem', '{"problem": null}'),
          recording_notify(municipality, of_recording, 'state', '{"state": "stopped"}'), pg_notify('recording', of_recording::text);
  return true;
end $$;
grant execute on function service_file_decoded(uuid, uuid, int) to service;

-- Told once. The file stays: the fault was not its own, and the job can be sent again.
create function service_fail_decoding(municipality uuid, of_recording uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  update recording set problem = 'decodeFailed'
   where municipality_id = municipality and id = of_recording and source = 'upload' and state = 'recording'
     and problem is distinct from 'decodeFailed';
  if found then perform recording_notify(municipality, of_recording, 'problem', '{"problem": "decodeFailed"}'); end if;
end $$;
grant execute on function service_fail_decoding(uuid, uuid) to service;

-- Takes the sound away for good: with its key gone, no copy of the rows can be heard. What was heard goes too when
-- the note is signed or thrown away; of an overdue one the text stays for the writer. That there was a recording,
-- and when it was erased, is kept as the proof.
create function service_erase_recording(municipality uuid, of_recording uuid, because text, why_problem text default null) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  update recording
     set key_encrypted = null, erased_at = (select app_now()), erased_because = because, problem = coalesce(why_problem, problem),
         state = case when because = 'discarded' then 'discarded' else 'transcribed' end, final_pass = 'done'
   where municipality_id = municipality and id = of_recording and erased_at is null;
  if not found then return false; end if;
  delete from recording_chunk where municipality_id = municipality and recording_id = of_recording;
  delete from recording_file_part where municipality_id = municipality and recording_id = of_recording;
  -- Numbered after what was told before, which goes: a page that listens asks for what comes after the last it has.
  perform recording_notify(municipality, of_recording, 'state', jsonb_build_object('state', 'erased', 'problem', why_problem));
  if because <> 'overdue' then
    delete from transcript_segment s using note_version v
     where s.municipality_id = municipality and s.recording_id = of_recording and v.municipality_id = municipality and v.id = s.note_version_id
       and (because = 'signed' or s.number > v.merged_to);
    delete from recording_event where municipality_id = municipality and recording_id = of_recording and kind <> 'state';
  end if;
  return true;
end $$;
grant execute on function service_erase_recording(uuid, uuid, text, text) to service;

-- Sound that has lived its time, and sound whose note is signed or thrown away and that a lost job left behind.
create function service_recordings_to_erase()
returns table (municipality_id uuid, recording_id uuid, because text)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select r.municipality_id, r.id,
         case when v.signed_at is not null then 'signed' when r.state = 'discarded' then 'discarded' else 'overdue' end
    from recording r
    join note_version v on v.municipality_id = r.municipality_id and v.id = r.note_version_id
   where r.erased_at is null
     and (v.signed_at is not null or r.state = 'discarded'
          or r.started_at < (select app_now()) - (select value from recording_rule where key = 'keepHours') * interval '1 hour')
$$;
grant execute on function service_recordings_to_erase() to service;
