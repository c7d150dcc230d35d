-- A note becomes a draft of its author, who must be able to open the case. The same name again writes the draft
-- anew while nobody has touched it.
create function ingest_note(municipality uuid, client text, item jsonb, out outcome text, out about text[], out state jsonb)
language plpgsql set search_path = public, pg_temp as $$
declare
  c case_file; author staff_member; child person; known ingested;
  version note_version; voiced jsonb; other_number boolean; unknown text[] := '{}'; of_note uuid;
begin
  select * into c from case_file x where x.municipality_id = municipality and x.case_number = item ->> 'caseNumber';
  select * into author from staff_member x
   where x.municipality_id = municipality and x.employee_id = item ->> 'author' and x.employed @> (select app_today());
  if c.id is null then unknown := array_append(unknown, 'case_number'); end if;
  if author.id is null then unknown := array_append(unknown, 'author'); end if;
  if cardinality(unknown) > 0 then outcome := 'unknownReference'; about := unknown; return; end if;
  if not exists (select from caseworker_assignment x where x.municipality_id = municipality and x.case_id = c.id
                    and x.staff_id = author.id and x.valid @> (select app_today()))
     and not (author.role = 'teamLeader' and author.unit_id = c.unit_id) then
    outcome := 'authorOutsideCase'; about := '{author}'; return;
  end if;

  select * into child from person x where x.municipality_id = municipality and x.id = c.child_id;
  -- The child's own view stands as the child's words.
  select coalesce(jsonb_agg(case when p ->> 'voice' = 'statement'
                                 then p || jsonb_build_object('speaker', child.given_name, 'speakerId', child.id) else p end), '[]')
    into voiced from jsonb_array_elements(item -> 'paragraphs') p;
  select exists (select from jsonb_array_elements_text(item -> 'numberHashes') h
                  where decode(h, 'hex') <> child.id_number_hash) into other_number;

  select * into known from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = item ->> 'externalId' for update;
  if known.external_id is not null then
    if known.kind <> 'note' or known.case_id <> c.id then outcome := 'externalIdTaken'; about := '{external_id}'; return; end if;
    if known.note_id is null then outcome := 'discarded'; return; end if;
    select * into version from note_version x where x.municipality_id = municipality and x.note_id = known.note_id and x.number = 1 for update;
    if version.signed_at is not null then outcome := 'signed'; return; end if;
    if ingest_content_hash(municipality, known.note_id) <> known.content_hash then outcome := 'changedByCaseworker'; return; end if;
    of_note := known.note_id;
    update note set kind = item ->> 'kind', event_at = (item ->> 'eventAt')::timestamptz, recorded_at = (item ->> 'recordedAt')::timestamptz,
           author_id = author.id, source = item ->> 'source', participants = item ->> 'participants',
           child_present = (item ->> 'childPresent')::boolean, child_not_heard_reason = item ->> 'childNotHeardReason',
           bbic_areas = array(select jsonb_array_elements_text(item -> 'bbicAreas'))
     where municipality_id = municipality and id = of_note;
    update note_version x set title = item ->> 'title', paragraphs = voiced, draft_text = item ->> 'draftText',
           origin = item ->> 'origin', dictation_seconds = (item ->> 'dictationSeconds')::int, written_by = author.id, revision = x.revision + 1
     where x.municipality_id = municipality and x.id = version.id;
    outcome := 'updated';
  else
    insert into note (municipality_id, case_id, kind, event_at, recorded_at, author_id, source, participants, child_present,
                      child_not_heard_reason, bbic_areas)
      values (municipality, c.id, item ->> 'kind', (item ->> 'eventAt')::timestamptz, (item ->> 'recordedAt')::timestamptz, author.id,
              item ->> 'source', item ->> 'participants', (item ->> 'childPresent')::boolean, item ->> 'childNotHeardReason',
              array(select jsonb_array_elements_text(item -> 'bbicAreas')))
      returning id into of_note;
    insert into note_version (municipality_id, note_id, number, title, paragraphs, origin, written_by, draft_text, dictation_seconds)
      values (municipality, of_note, 1, item ->> 'title', voiced, item ->> 'origin', author.id, item ->> 'draftText',
              (item ->> 'dictationSeconds')::int);
    outcome := 'created';
  end if;
  insert into ingested (municipality_id, client_id, external_id, kind, case_id, note_id, received_at, locked_at, content_hash, said_hash,
                        has_other_number)
    values (municipality, client, item ->> 'externalId', 'note', c.id, of_note, app_now(), (item ->> 'lockedAt')::timestamptz,
            ingest_content_hash(municipality, of_note), ingest_said_hash(municipality, of_note), other_number)
  on conflict (municipality_id, client_id, external_id) do update
    set locked_at = excluded.locked_at, content_hash = excluded.content_hash, said_hash = excluded.said_hash,
        has_other_number = excluded.has_other_number;
  perform ingest_audit(municipality, client, 'ingestedNote', c.id, of_note);
  state := ingest_state(municipality, client, item ->> 'externalId');
end $$;
