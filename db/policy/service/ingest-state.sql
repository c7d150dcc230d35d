-- A note and its first version as they stand. What an engine adds is not a change of the note. UTC, whatever the
-- connection's zone: the text is compared.
create function ingest_content_hash(n note, v note_version) returns bytea
language sql stable set search_path = public, pg_temp set timezone = 'UTC' as $$
  select sha256(convert_to(concat_ws(' ', to_jsonb(n)::text, (to_jsonb(v) - 'transcribed_by')::text,
           (select count(*) from disclosure d where d.municipality_id = n.municipality_id and d.note_id = n.id)), 'UTF8'))
$$;
create function ingest_content_hash(municipality uuid, of_note uuid) returns bytea
language sql stable set search_path = public, pg_temp as $$
  select ingest_content_hash(n, v)
    from note n join note_version v on v.municipality_id = n.municipality_id and v.note_id = n.id and v.number = 1
   where n.municipality_id = municipality and n.id = of_note
$$;

-- What a note says, by which it is seen whether that is what came. The page on which it is looked through keeps whole minutes and
-- an order of areas of its own, and browsers break lines otherwise than senders: none of it changes what is said.
create function ingest_said_hash(n note, v note_version) returns bytea
language sql stable set search_path = public, pg_temp set timezone = 'UTC' as $$
  select sha256(convert_to(jsonb_build_array(
           n.kind, date_trunc('minute', n.event_at), n.source, n.participants, n.child_present, n.child_not_heard_reason,
           array(select area from unnest(n.bbic_areas) area order by area collate "C"),
           v.title, v.paragraphs, v.child_title, v.child_text, v.child_text_easy, v.read_back_to,
           regexp_replace(v.draft_text, '\s+', ' ', 'g'))::text, 'UTF8'))
$$;
create function ingest_said_hash(municipality uuid, of_note uuid) returns bytea
language sql stable set search_path = public, pg_temp as $$
  select ingest_said_hash(n, v)
    from note n join note_version v on v.municipality_id = n.municipality_id and v.note_id = n.id and v.number = 1
   where n.municipality_id = municipality and n.id = of_note
$$;

-- What became of things, without their content. No row: this client has sent nothing by that name.
create function ingest_states(municipality uuid, client text, names text[]) returns table (external_id text, state jsonb)
language sql stable set search_path = public, pg_temp set timezone = 'UTC' as $$
  select i.external_id, jsonb_strip_nulls(jsonb_build_object(
           'externalId', i.external_id, 'kind', i.kind, 'receivedAt', i.received_at,
           'state', case i.kind
             when 'note' then case when i.note_id is null then 'discarded' when signed.at is not null then 'signed'
                                   when ingest_content_hash(municipality, i.note_id) = i.content_hash then 'received' else 'inReview' end
             when 'recording' then case when r.id is null then 'discarded' when failed then 'failed' when r.state = 'discarded' then 'discarded'
                                        when r.erased_at is not null then 'erased' when r.state = 'transcribed' then 'transcribed' else 'received' end
             else 'stored' end,
           'reason', case when failed or r.problem = 'noSpeech' then r.problem end,
           'waitingFor', case when i.kind = 'note' and signed.at is null then author.role end,
           'signedAt', signed.at,
           'flags', case when i.has_other_number and signed.at is null and i.note_id is not null then '["otherPersonsNumber"]'::jsonb else '[]' end))
    from ingested i
    left join recording r on r.municipality_id = i.municipality_id and r.id = i.recording_id
    left join lateral (select r.state = 'discarded' and r.problem in ('undecodable', 'tooLong')
                           or r.state = 'recording' and r.problem = 'decodeFailed' as failed) file on true
    left join note n on n.municipality_id = i.municipality_id and n.id = i.note_id
    left join staff_member author on author.municipality_id = n.municipality_id and author.id = n.author_id
    left join lateral (select max(v.signed_at) as at from note_version v
                        where v.municipality_id = i.municipality_id and v.note_id = i.note_id) signed on true
   where i.municipality_id = municipality and i.client_id = client and i.external_id = any (names)
$$;

create function ingest_state(municipality uuid, client text, external text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select state from ingest_states(municipality, client, array[external])
$$;
grant execute on function ingest_state(uuid, text, text) to service;
