-- What each of these notes meets here: 'created', 'updated' or why it is refused. A note becomes a draft of its author, who must be
-- able to open the case. The same name again writes the draft anew while nobody has touched it.
create function ingest_judge_notes(municipality uuid, client text, notes jsonb)
returns table (item int, data jsonb, outcome text, of_case uuid, of_note uuid, of_author uuid, of_child person)
language plpgsql stable set search_path = public, pg_temp
-- A set is small and the tables are large: each note is looked up by the indexes.
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_material = off as $$
#variable_conflict use_column
begin
  return query select x.item, x.data,
         case when c.id is null or author.id is null then 'unknownReference'
              when (select true from caseworker_assignment a where a.municipality_id = municipality and a.case_id = c.id
                       and a.staff_id = author.id and a.valid @> (select app_today()) limit 1) is null
                   and not (author.role = 'teamLeader' and author.unit_id = c.unit_id) then 'authorOutsideCase'
              when known.external_id is null then 'created'
              when known.kind <> 'note' or known.case_id <> c.id then 'externalIdTaken'
              when known.note_id is null then 'discarded'
              when version.signed_at is not null then 'signed'
              when ingest_content_hash(municipality, known.note_id) <> known.content_hash then 'changedByCaseworker'
              else 'updated' end,
         c.id, known.note_id, author.id, child
    from jsonb_to_recordset(notes) x(item int, data jsonb)
    left join case_file c on c.municipality_id = municipality and c.case_number = x.data ->> 'caseNumber'
    left join person child on child.municipality_id = municipality and child.id = c.child_id
    left join staff_member author on author.municipality_id = municipality and author.employee_id = x.data ->> 'author'
                                 and author.employed @> (select app_today())
    left join ingested known on known.municipality_id = municipality and known.client_id = client and known.external_id = x.data ->> 'externalId'
    left join note_version version on version.municipality_id = municipality and version.note_id = known.note_id and version.number = 1;
end $$;

-- Notes of different names.
create function ingest_notes(municipality uuid, client text, notes jsonb)
returns table (item int, name text, outcome text, about text[], of_case uuid, of_note uuid)
language plpgsql set search_path = public, pg_temp as $$
#variable_conflict use_column
declare names text[] := array(select x.data ->> 'externalId' from jsonb_to_recordset(notes) x(data jsonb));
begin
  -- Nobody signs or changes one between the judgement and the writing.
  perform from ingested k
   where k.municipality_id = municipality and k.client_id = client
     and k.external_id = any (names) for update;
  perform from note_version v
   where v.municipality_id = municipality and v.number = 1
     and v.note_id = any (array(select k.note_id from ingested k
                                 where k.municipality_id = municipality and k.client_id = client and k.external_id = any (names))) for update;
  return query with judged as materialized (
    select j.item, j.outcome, j.of_case, coalesce(j.of_note, gen_random_uuid()) as of_note, j.of_author, j.of_child, d.*
      from ingest_judge_notes(municipality, client, notes) j
      cross join lateral jsonb_to_record(j.data) d(
        "externalId" text, kind text, title text, "eventAt" timestamptz, "recordedAt" timestamptz, "lockedAt" timestamptz, source text,
        participants text, "childPresent" boolean, "childNotHeardReason" text, "bbicAreas" text[], origin text, "dictationSeconds" int,
        paragraphs jsonb, "draftText" text, "numberHashes" text[])),
  -- The child's own view stands as the child's words.
  written as (
    select j.*, coalesce((select jsonb_agg(case when p ->> 'voice' = 'statement'
                                                then p || jsonb_build_object('speaker', (j.of_child).given_name, 'speakerId', (j.of_child).id) else p end)
                            from jsonb_array_elements(j.paragraphs) p), '[]') as voiced
      from judged j where j.outcome in ('created', 'updated')),
  made as (
    insert into note as n (municipality_id, id, case_id, kind, event_at, recorded_at, author_id, source, participants, child_present,
                           child_not_heard_reason, bbic_areas)
      select municipality, of_note, of_case, kind, "eventAt", "recordedAt", of_author, source, participants, "childPresent",
             "childNotHeardReason", "bbicAreas"
        from written where outcome = 'created' returning n.id, n as note),
  changed as (
    update note n set kind = w.kind, event_at = "eventAt", recorded_at = "recordedAt", author_id = of_author, source = w.source,
           participants = w.participants, child_present = "childPresent", child_not_heard_reason = "childNotHeardReason",
           bbic_areas = "bbicAreas"
      from written w where w.outcome = 'updated' and n.municipality_id = municipality and n.id = w.of_note returning n.id, n as note),
  made_version as (
    insert into note_version as v (municipality_id, note_id, number, title, paragraphs, origin, written_by, draft_text, dictation_seconds)
      select municipality, of_note, 1, title, voiced, origin, of_author, "draftText", "dictationSeconds"
        from written where outcome = 'created' returning v.note_id, v as version),
  changed_version as (
    update note_version v set title = w.title, paragraphs = voiced, draft_text = "draftText", origin = w.origin,
           dictation_seconds = "dictationSeconds", written_by = of_author, revision = v.revision + 1
      from written w where w.outcome = 'updated' and v.municipality_id = municipality and v.note_id = w.of_note and v.number = 1
    returning v.note_id, v as version),
  named as (
    insert into ingested (municipality_id, client_id, external_id, kind, case_id, note_id, received_at, locked_at, content_hash, said_hash,
                          has_other_number)
      select municipality, client, w."externalId", 'note', w.of_case, w.of_note, (select app_now()), w."lockedAt",
             ingest_content_hash(n.note, v.version), ingest_said_hash(n.note, v.version),
             exists (select from unnest(w."numberHashes") h where decode(h, 'hex') <> (w.of_child).id_number_hash)
        from written w
        join (select * from made union all select * from changed) n on n.id = w.of_note
        join (select * from made_version union all select * from changed_version) v on v.note_id = w.of_note
    on conflict (municipality_id, client_id, external_id) do update
      set locked_at = excluded.locked_at, content_hash = excluded.content_hash, said_hash = excluded.said_hash,
          has_other_number = excluded.has_other_number)
  select j.item, j."externalId", j.outcome,
         case j.outcome when 'unknownReference' then array_remove(array[case when j.of_case is null then 'case_number' end,
                                                                        case when j.of_author is null then 'author' end], null)
                        when 'authorOutsideCase' then '{author}' when 'externalIdTaken' then '{external_id}' end,
         j.of_case, j.of_note
    from judged j;
end $$;
