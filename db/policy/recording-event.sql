-- Adds an event and wakes whoever listens. Caller holds the recording's row.
create function recording_notify(municipality uuid, recording uuid, of_kind text, with_data jsonb) returns void
language sql set search_path = public, pg_temp as $$
  insert into recording_event (municipality_id, recording_id, number, kind, data)
    select municipality, recording, coalesce(max(number), 0) + 1, of_kind, with_data
      from recording_event where municipality_id = municipality and recording_id = recording;
  select pg_notify('recording_event', recording::text);
$$;

-- When the sound of a version was erased: only when all of it is.
create function sound_erased_at(municipality uuid, version uuid) returns timestamptz
language sql stable set search_path = public, pg_temp as $$
  select case when bool_and(erased_at is not null) then max(erased_at) end
    from recording where municipality_id = municipality and note_version_id = version and state <> 'discarded'
$$;
grant execute on function sound_erased_at(uuid, uuid) to staff;
