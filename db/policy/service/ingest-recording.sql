-- Sound for a note this client has sent: begun, filled part by part, ended. Until the end it is nobody's: a begun
-- one that is begun again gives way. begun: the parts may come. complete: it is all here, and only its hash is asked for.
create function ingest_start_recording(municipality uuid, client text, request_key text, for_note text, external text, new_id uuid, key bytea,
  out outcome text, out about text[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare known ingested; sent ingested; version note_version;
begin
  perform require_service();
  if not ingest_may(municipality, client, 'recording') then outcome := 'scopeMissing'; return; end if;
  perform ingest_hold(municipality, client, array[external]);
  select * into known from ingested x where x.municipality_id = municipality and x.client_id = client and x.external_id = external;
  if known.external_id is not null and known.kind <> 'recording' then outcome := 'externalIdTaken'; about := '{external_id}'; return; end if;
  if known.content_hash is not null or exists (select from ingest_request x where x.municipality_id = municipality and x.client_id = client
                                           and x.key = request_key and x.item = 0) then
    outcome := 'complete'; return;
  end if;
  perform ingest_drop_unfinished(municipality, client, interval '0', external);
  select * into sent from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = for_note and x.kind = 'note';
  if sent.external_id is null then outcome := 'unknownReference'; about := '{note}'; return; end if;
  if sent.note_id is null then outcome := 'discarded'; return; end if;
  select * into version from note_version v where v.municipality_id = municipality and v.note_id = sent.note_id and v.signed_at is null for update;
  if version.id is null then outcome := 'signed'; return; end if;
  insert into recording (municipality_id, id, note_version_id, author_id, source, started_at, key_encrypted)
    values (municipality, new_id, version.id, version.written_by, 'upload', app_now(), key);
  insert into ingested (municipality_id, client_id, external_id, kind, case_id, recording_id, received_at)
    values (municipality, client, external, 'recording', sent.case_id, new_id, app_now());
  outcome := 'begun';
end $$;
grant execute on function ingest_start_recording(uuid, text, text, text, text, uuid, bytea) to service;

-- False: the recording is no longer this request's.
create function ingest_add_part(municipality uuid, client text, of_recording uuid, part int, part_bytes bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  insert into recording_file_part (municipality_id, recording_id, number, bytes)
    select municipality, of_recording, part, part_bytes
      from ingested i where i.municipality_id = municipality and i.client_id = client and i.recording_id = of_recording and i.content_hash is null
       for key share;
  return found;
end $$;
grant execute on function ingest_add_part(uuid, text, uuid, int, bytea) to service;

create function ingest_end_recording(municipality uuid, client text, request_key text, request_hash bytea, external text, of_recording uuid, sound_hash bytea,
  out outcome text, out about text[], out state jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare known ingested; of_note uuid;
begin
  perform require_service();
  outcome := ingest_claim(municipality, client, request_key, request_hash);
  if outcome is not null then return; end if;
  select x.outcome, x.state into outcome, state from ingest_request x
   where x.municipality_id = municipality and x.client_id = client and x.key = request_key and x.item = 0;
  if outcome is not null then return; end if;
  perform ingest_hold(municipality, client, array[external]);
  select * into known from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = external and x.kind = 'recording' for update;
  if known.content_hash is not null then
    if known.content_hash <> sound_hash then outcome := 'externalIdTaken'; about := '{external_id}'; return; end if;
    outcome := 'unchanged';
  else
    if known.recording_id is distinct from of_recording then outcome := 'inProgress'; return; end if;
    update ingested set content_hash = sound_hash where municipality_id = municipality and client_id = client and external_id = external;
    select v.note_id into of_note from recording r join note_version v on v.municipality_id = r.municipality_id and v.id = r.note_version_id
     where r.municipality_id = municipality and r.id = of_recording;
    perform ingest_audit(municipality, client, array['ingestedRecording'], array[known.case_id], array[of_note], '{}', array[of_recording]);
    outcome := 'created';
  end if;
  select k.state into state from ingest_keep(municipality, client, request_key, request_hash, array[0], array[outcome], array[external]) k;
end $$;
grant execute on function ingest_end_recording(uuid, text, text, bytea, text, uuid, bytea) to service;

create function ingest_give_up_recording(municipality uuid, client text, of_recording uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  delete from ingested i where i.municipality_id = municipality and i.client_id = client and i.recording_id = of_recording and i.content_hash is null;
  if found then delete from recording where municipality_id = municipality and id = of_recording; end if;
end $$;
grant execute on function ingest_give_up_recording(uuid, text, uuid) to service;
