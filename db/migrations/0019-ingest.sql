-- What comes from a case or dictation system: role service, one function for each thing that is sent, with the
-- client named in the log. Nothing that comes in is shown to a person by it: a note is its author's draft, a
-- document has no disclosure (docs/decisions/0013).

-- The name an employee has in other systems.
alter table staff_member add column employee_id text check (employee_id ~ '^[A-Za-z0-9._-]{1,40}$'),
  add unique (municipality_id, employee_id);
grant select (employee_id) on staff_member to staff;

-- Seconds of speech, as the system says that took the dictation down.
alter table note_version add column dictation_seconds int check (dictation_seconds >= 0);

-- A service that acts for another system is named by its client.
alter table audit_event add column client_id text check (client_id is null or actor_kind = 'service');

-- Which systems may send what to a municipality, beside what their token says.
create table ingest_client (
  municipality_id uuid not null references municipality,
  client_id text not null check (char_length(client_id) between 1 and 100),
  name text not null,
  scopes text[] not null check (scopes <@ array['notes:write', 'stages:write', 'parties:write', 'documents:write', 'recordings:write']),
  valid daterange not null,
  primary key (municipality_id, client_id)
);

-- What was done and answered, so that a request that is sent again is not done again; what was refused wrote nothing
-- and is not kept. A list is kept item by item. Lifetimes run on the database's own clock.
create table ingest_request (
  municipality_id uuid not null,
  client_id text not null,
  key text not null,
  item int not null,
  body_hash bytea not null check (length(body_hash) = 32),
  status int not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (municipality_id, client_id, key, item),
  foreign key (municipality_id, client_id) references ingest_client
);
create index on ingest_request (municipality_id, client_id, at);

-- The sender's own name for each thing, and what became of it.
create table ingested (
  municipality_id uuid not null,
  client_id text not null,
  external_id text not null check (external_id ~ '^[A-Za-z0-9._:-]{1,100}$'),
  kind text not null check (kind in ('note', 'stage', 'party', 'document', 'recording')),
  case_id uuid not null,
  note_id uuid,
  case_stage_id uuid,
  case_party_id uuid,
  document_id uuid,
  recording_id uuid,
  received_at timestamptz not null,
  -- When the sender locked it, for a note that is signed there.
  locked_at timestamptz,
  -- Hash of the rows as they were written here, which tells whether somebody has changed them since. Of a recording,
  -- hash of the file, once all of it has come.
  print bytea,
  -- The text names somebody else's personal identity number: for the author to handle before release.
  has_other_number boolean not null default false,
  primary key (municipality_id, client_id, external_id),
  foreign key (municipality_id, client_id) references ingest_client,
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, note_id) references note on delete set null (note_id),
  foreign key (municipality_id, case_stage_id) references case_stage,
  foreign key (municipality_id, case_party_id) references case_party,
  foreign key (municipality_id, document_id) references document,
  foreign key (municipality_id, recording_id) references recording on delete set null (recording_id),
  check (num_nonnulls(note_id, case_stage_id, case_party_id, document_id, recording_id) <= 1)
);
create index on ingested (municipality_id, note_id);
create index on ingested (municipality_id, client_id) where kind = 'recording' and print is null;

do $$ declare t text; begin
  foreach t in array array['ingest_client', 'ingest_request', 'ingested'] loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;
-- The author sees that a note came from elsewhere, and what to look out for.
grant select (municipality_id, note_id, client_id, received_at, locked_at, has_other_number) on ingested to staff;
create policy staff_reads on ingested for select to staff
  using (municipality_id = app_municipality() and note_id in (select id from note));

create function ingest_scope(of_kind text) returns text language sql immutable as $$
  select case of_kind when 'note' then 'notes:write' when 'stage' then 'stages:write' when 'party' then 'parties:write'
                      when 'document' then 'documents:write' when 'recording' then 'recordings:write' end
$$;

create function ingest_may(municipality uuid, client text, of_kind text) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from ingest_client c where c.municipality_id = municipality and c.client_id = client
                    and c.valid @> app_today() and ingest_scope(of_kind) = any (c.scopes))
$$;

-- Takes away sound whose sender never came to the end of it.
create function ingest_drop_unfinished(municipality uuid, client text, older interval, external text default null) returns void
language plpgsql set search_path = public, pg_temp as $$
declare dropped uuid;
begin
  for dropped in
    delete from ingested i
     where i.municipality_id = municipality and i.client_id = client and i.kind = 'recording' and i.print is null
       and i.external_id = coalesce(external, i.external_id) and i.received_at <= app_now() - older
    returning i.recording_id
  loop
    delete from recording where municipality_id = municipality and id = dropped;
  end loop;
end $$;

-- Which scopes a client has today; no row for one that is not known here. Counts the request, and drops answers
-- that nobody asks for any more.
create function ingest_enter(municipality uuid, client text, caller bytea, most int)
returns table (scopes text[], allowed boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from ingest_request where municipality_id = municipality and client_id = client and at < now() - interval '25 hours';
  perform ingest_drop_unfinished(municipality, client, interval '3 hours');
  return query
    select c.scopes, rate_take('ingest', caller, most, interval '1 minute')
      from ingest_client c where c.municipality_id = municipality and c.client_id = client and c.valid @> app_today();
end $$;

create function ingest_audit(municipality uuid, client text, deed text, of_case uuid, of_note uuid default null, of_document uuid default null, of_recording uuid default null)
returns void language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, client_id, action, case_id, note_id, document_id, recording_id)
    values (municipality, app_now(), 'service', client, deed, of_case, of_note, of_document, of_recording)
$$;

-- A problem by its name (app/ingest/problems.ts), with the members of what was sent that it is about.
create function ingest_problem(problem text, variadic pointers text[] default '{}') returns jsonb language sql immutable as $$
  select jsonb_build_object('problem', problem, 'pointers', to_jsonb(pointers))
$$;

-- A note and its first version as they stand. What an engine adds is not a change of the note. UTC, whatever the
-- connection's zone: the text is compared.
create function ingest_print(municipality uuid, of_note uuid) returns bytea
language sql stable set search_path = public, pg_temp set timezone = 'UTC' as $$
  select sha256(convert_to(concat_ws(' ', to_jsonb(n)::text, (to_jsonb(v) - 'transcribed_by')::text,
           (select count(*) from disclosure d where d.municipality_id = municipality and d.note_id = of_note)), 'UTF8'))
    from note n join note_version v on v.municipality_id = n.municipality_id and v.note_id = n.id and v.number = 1
   where n.municipality_id = municipality and n.id = of_note
$$;

-- What became of a thing, without its content. Null: this client has sent nothing by that name.
create function ingest_state(municipality uuid, client text, external text) returns jsonb
language sql stable security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
  select jsonb_strip_nulls(jsonb_build_object(
           'externalId', i.external_id, 'kind', i.kind, 'receivedAt', i.received_at,
           'state', case i.kind
             when 'note' then case when i.note_id is null then 'discarded' when signed.at is not null then 'signed'
                                   when ingest_print(municipality, i.note_id) = i.print then 'received' else 'inReview' end
             when 'recording' then case when r.id is null or r.state = 'discarded' then 'discarded' when r.erased_at is not null then 'erased'
                                        when r.state = 'transcribed' then 'transcribed' else 'received' end
             else 'stored' end,
           'waitingFor', case when i.kind = 'note' and signed.at is null then author.role end,
           'signedAt', signed.at,
           'flags', case when i.has_other_number and signed.at is null and i.note_id is not null then '["otherPersonsNumber"]'::jsonb else '[]' end))
    from ingested i
    left join recording r on r.municipality_id = i.municipality_id and r.id = i.recording_id
    left join note n on n.municipality_id = i.municipality_id and n.id = i.note_id
    left join staff_member author on author.municipality_id = n.municipality_id and author.id = n.author_id
    left join lateral (select max(v.signed_at) as at from note_version v
                        where v.municipality_id = i.municipality_id and v.note_id = i.note_id) signed on true
   where i.municipality_id = municipality and i.client_id = client and i.external_id = external
$$;

-- A note becomes a draft of its author, who must be able to open the case. The same name again writes the draft
-- anew while nobody has touched it.
create function ingest_note(municipality uuid, client text, item jsonb, out status int, out answer jsonb)
language plpgsql set search_path = public, pg_temp as $$
declare
  c case_file; author staff_member; child person; known ingested;
  version note_version; voiced jsonb; other_number boolean; unknown text[] := '{}'; of_note uuid;
begin
  select * into c from case_file x where x.municipality_id = municipality and x.case_number = item ->> 'caseNumber';
  select * into author from staff_member x
   where x.municipality_id = municipality and x.employee_id = item ->> 'author' and x.employed @> app_today();
  if c.id is null then unknown := array_append(unknown, '/caseNumber'); end if;
  if author.id is null then unknown := array_append(unknown, '/author'); end if;
  status := 422;
  if cardinality(unknown) > 0 then answer := ingest_problem('unknownReference', variadic unknown); return; end if;
  if not exists (select from caseworker_assignment x where x.municipality_id = municipality and x.case_id = c.id
                    and x.staff_id = author.id and x.valid @> app_today())
     and not (author.role = 'teamLeader' and author.unit_id = c.unit_id) then
    answer := ingest_problem('authorOutsideCase', '/author'); return;
  end if;

  select * into child from person x where x.municipality_id = municipality and x.id = c.child_id;
  -- The child's own view stands as the child's words.
  select coalesce(jsonb_agg(case when p ->> 'voice' = 'statement'
                                 then p || jsonb_build_object('speaker', child.given_name, 'speakerId', child.id) else p end), '[]')
    into voiced from jsonb_array_elements(item -> 'paragraphs') p;
  select exists (select from jsonb_array_elements_text(item -> 'numberHashes') h
                  where decode(h, 'hex') <> child.id_number_hash) into other_number;

  status := 409;
  select * into known from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = item ->> 'externalId' for update;
  if known.external_id is not null then
    if known.kind <> 'note' or known.case_id <> c.id then answer := ingest_problem('externalIdTaken', '/externalId'); return; end if;
    if known.note_id is null then answer := ingest_problem('discarded'); return; end if;
    select * into version from note_version x where x.municipality_id = municipality and x.note_id = known.note_id and x.number = 1 for update;
    if version.signed_at is not null then answer := ingest_problem('signed'); return; end if;
    if ingest_print(municipality, known.note_id) <> known.print then answer := ingest_problem('changedByCaseworker'); return; end if;
    of_note := known.note_id;
    update note set kind = item ->> 'kind', event_at = (item ->> 'eventAt')::timestamptz, recorded_at = (item ->> 'recordedAt')::timestamptz,
           author_id = author.id, source = item ->> 'source', participants = item ->> 'participants',
           child_present = (item ->> 'childPresent')::boolean, child_not_heard_reason = item ->> 'childNotHeardReason',
           bbic_areas = array(select jsonb_array_elements_text(item -> 'bbicAreas'))
     where municipality_id = municipality and id = of_note;
    update note_version x set title = item ->> 'title', paragraphs = voiced, draft_text = item ->> 'draftText',
           origin = item ->> 'origin', dictation_seconds = (item ->> 'dictationSeconds')::int, written_by = author.id, revision = x.revision + 1
     where x.municipality_id = municipality and x.id = version.id;
    status := 200;
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
    status := 201;
  end if;
  insert into ingested (municipality_id, client_id, external_id, kind, case_id, note_id, received_at, locked_at, print, has_other_number)
    values (municipality, client, item ->> 'externalId', 'note', c.id, of_note, app_now(), (item ->> 'lockedAt')::timestamptz,
            ingest_print(municipality, of_note), other_number)
  on conflict (municipality_id, client_id, external_id) do update
    set locked_at = excluded.locked_at, print = excluded.print, has_other_number = excluded.has_other_number;
  perform ingest_audit(municipality, client, 'ingestedNote', c.id, of_note);
  answer := ingest_state(municipality, client, item ->> 'externalId');
end $$;

-- A stage change. It can be put right until it is told.
create function ingest_stage(municipality uuid, client text, item jsonb, out status int, out answer jsonb)
language plpgsql set search_path = public, pg_temp as $$
declare c case_file; known ingested; told case_stage; of_stage uuid;
begin
  select * into c from case_file x where x.municipality_id = municipality and x.case_number = item ->> 'caseNumber';
  status := 422;
  if c.id is null then answer := ingest_problem('unknownReference', '/caseNumber'); return; end if;
  if (item ->> 'startedOn')::date < c.opened_on then answer := ingest_problem('beforeCase', '/startedOn'); return; end if;
  select * into known from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = item ->> 'externalId' for update;
  if known.external_id is not null then
    status := 409;
    if known.kind <> 'stage' or known.case_id <> c.id then answer := ingest_problem('externalIdTaken', '/externalId'); return; end if;
    select * into told from case_stage x where x.municipality_id = municipality and x.id = known.case_stage_id for update;
    status := 200;
    if (told.stage, told.started_on, told.shown_from) = (item ->> 'stage', (item ->> 'startedOn')::date, (item ->> 'shownFrom')::timestamptz)
       and told.due_on is not distinct from (item ->> 'dueOn')::date then
      answer := ingest_state(municipality, client, item ->> 'externalId'); return;
    end if;
    if told.shown_from <= app_now() then status := 409; answer := ingest_problem('alreadyShown'); return; end if;
    update case_stage set stage = item ->> 'stage', started_on = (item ->> 'startedOn')::date, due_on = (item ->> 'dueOn')::date,
           shown_from = (item ->> 'shownFrom')::timestamptz
     where municipality_id = municipality and id = told.id;
  else
    insert into case_stage (municipality_id, case_id, stage, started_on, due_on, shown_from)
      values (municipality, c.id, item ->> 'stage', (item ->> 'startedOn')::date, (item ->> 'dueOn')::date, (item ->> 'shownFrom')::timestamptz)
      returning id into of_stage;
    insert into ingested (municipality_id, client_id, external_id, kind, case_id, case_stage_id, received_at)
      values (municipality, client, item ->> 'externalId', 'stage', c.id, of_stage, app_now());
    status := 201;
  end if;
  perform ingest_audit(municipality, client, 'ingestedStage', c.id);
  answer := ingest_state(municipality, client, item ->> 'externalId');
end $$;

-- Who belongs to a case, and from when to when. A guardian block is not here and stays as it is.
create function ingest_party(municipality uuid, client text, item jsonb, out status int, out answer jsonb)
language plpgsql set search_path = public, pg_temp as $$
declare
  c case_file; who person; known ingested; of_party uuid; unknown text[] := '{}';
  dates daterange := daterange((item ->> 'validFrom')::date, (item ->> 'validTo')::date, '[]');
begin
  select * into c from case_file x where x.municipality_id = municipality and x.case_number = item ->> 'caseNumber';
  select * into who from person x where x.municipality_id = municipality and x.id_number_hash = decode(item ->> 'numberHash', 'hex');
  if c.id is null then unknown := array_append(unknown, '/caseNumber'); end if;
  if who.id is null then unknown := array_append(unknown, '/personalIdentityNumber'); end if;
  status := 422;
  if cardinality(unknown) > 0 then answer := ingest_problem('unknownReference', variadic unknown); return; end if;
  if (item ->> 'role' = 'child') <> (who.id = c.child_id) then answer := ingest_problem('wrongRole', '/role'); return; end if;
  status := 409;
  select * into known from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = item ->> 'externalId' for update;
  if known.external_id is not null then
    if known.kind <> 'party' or known.case_id <> c.id
       or not exists (select from case_party x where x.municipality_id = municipality and x.id = known.case_party_id and x.person_id = who.id) then
      answer := ingest_problem('externalIdTaken', '/externalId'); return;
    end if;
    update case_party set role = item ->> 'role', valid = dates, source = item ->> 'source'
     where municipality_id = municipality and id = known.case_party_id;
    status := 200;
  else
    insert into case_party (municipality_id, case_id, person_id, role, valid, source)
      values (municipality, c.id, who.id, item ->> 'role', dates, item ->> 'source') returning id into of_party;
    insert into ingested (municipality_id, client_id, external_id, kind, case_id, case_party_id, received_at)
      values (municipality, client, item ->> 'externalId', 'party', c.id, of_party, app_now());
    status := 201;
  end if;
  perform ingest_audit(municipality, client, 'ingestedParty', c.id);
  answer := ingest_state(municipality, client, item ->> 'externalId');
exception when exclusion_violation then
  status := 409;
  answer := ingest_problem('overlappingRelation', '/validFrom');
end $$;

-- A document, one version at a time. It stays closed; a document somebody may already read takes no new version
-- from outside, since nobody has decided that they may read that one.
create function ingest_document(municipality uuid, client text, item jsonb, out status int, out answer jsonb)
language plpgsql set search_path = public, pg_temp as $$
declare c case_file; signer staff_member; known ingested; same document_version; of_document uuid; unknown text[] := '{}';
begin
  select * into c from case_file x where x.municipality_id = municipality and x.case_number = item ->> 'caseNumber';
  select * into signer from staff_member x where x.municipality_id = municipality and x.employee_id = item ->> 'signedBy'
     and x.employed @> ((item ->> 'signedAt')::timestamptz at time zone 'Europe/Stockholm')::date;
  if c.id is null then unknown := array_append(unknown, '/caseNumber'); end if;
  if signer.id is null then unknown := array_append(unknown, '/signedBy'); end if;
  status := 422;
  if cardinality(unknown) > 0 then answer := ingest_problem('unknownReference', variadic unknown); return; end if;
  status := 409;
  select * into known from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = item ->> 'externalId' for update;
  if known.external_id is not null and (known.kind <> 'document' or known.case_id <> c.id) then
    answer := ingest_problem('externalIdTaken', '/externalId'); return;
  end if;
  of_document := known.document_id;
  select * into same from document_version x
   where x.municipality_id = municipality and x.document_id = of_document and x.number = (item ->> 'version')::int;
  if same.id is not null then
    if (same.title, same.sections, same.signed_at, same.signed_by) = (item ->> 'title', item -> 'sections', (item ->> 'signedAt')::timestamptz, signer.id)
       and (same.child_title, same.child_text, same.change_reason) is not distinct from (item ->> 'childTitle', item ->> 'childText', item ->> 'changeReason')
       and exists (select from document d where d.municipality_id = municipality and d.id = of_document and d.type = item ->> 'documentType'
                      and d.dated_on = (item ->> 'datedOn')::date and d.receipt_asked = (item ->> 'receiptAsked')::boolean) then
      status := 200; answer := ingest_state(municipality, client, item ->> 'externalId');
    else answer := ingest_problem('signed'); end if;
    return;
  end if;
  if (item ->> 'version')::int <> coalesce((select max(number) from document_version x where x.municipality_id = municipality and x.document_id = of_document), 0) + 1 then
    answer := ingest_problem('versionOutOfOrder', '/version'); return;
  end if;
  if exists (select from disclosure d where d.municipality_id = municipality and d.document_id = of_document) then
    answer := ingest_problem('alreadyReleased'); return;
  end if;
  if of_document is null then
    insert into document (municipality_id, case_id, type, dated_on, receipt_asked)
      values (municipality, c.id, item ->> 'documentType', (item ->> 'datedOn')::date, (item ->> 'receiptAsked')::boolean)
      returning id into of_document;
    insert into ingested (municipality_id, client_id, external_id, kind, case_id, document_id, received_at)
      values (municipality, client, item ->> 'externalId', 'document', c.id, of_document, app_now());
  else
    update document set type = item ->> 'documentType', dated_on = (item ->> 'datedOn')::date, receipt_asked = (item ->> 'receiptAsked')::boolean
     where municipality_id = municipality and id = of_document;
  end if;
  insert into document_version (municipality_id, document_id, number, title, sections, child_title, child_text, change_reason, signed_at, signed_by)
    values (municipality, of_document, (item ->> 'version')::int, item ->> 'title', item -> 'sections', item ->> 'childTitle', item ->> 'childText',
            item ->> 'changeReason', (item ->> 'signedAt')::timestamptz, signer.id);
  perform ingest_audit(municipality, client, 'ingestedDocument', c.id, null, of_document);
  status := 201;
  answer := ingest_state(municipality, client, item ->> 'externalId');
end $$;

-- The answer that was given under a key: null when there is none; a problem when it is somebody else's turn or
-- another request had the key. Holds the key until the transaction ends.
create function ingest_known(municipality uuid, client text, request_key text, request_item int, request_hash bytea, out status int, out answer jsonb)
language plpgsql set search_path = public, pg_temp as $$
declare known ingest_request;
begin
  if not pg_try_advisory_xact_lock(hashtextextended(concat_ws(' ', 'ingest', municipality, client, request_key, request_item), 0)) then
    status := 409; answer := ingest_problem('inProgress'); return;
  end if;
  select * into known from ingest_request x
   where x.municipality_id = municipality and x.client_id = client and x.key = request_key and x.item = request_item;
  if known.body_hash <> request_hash then status := 422; answer := ingest_problem('keyReused'); return; end if;
  status := known.status;
  answer := known.answer;
end $$;

create function ingest_keep(municipality uuid, client text, request_key text, request_item int, request_hash bytea, with_status int, with_answer jsonb)
returns void language sql set search_path = public, pg_temp as $$
  insert into ingest_request (municipality_id, client_id, key, item, body_hash, status, answer)
    select municipality, client, request_key, request_item, request_hash, with_status, with_answer where with_status < 300
$$;

-- One name is written by one request at a time.
create function ingest_hold(municipality uuid, client text, external text) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'ingested', municipality, client, external), 0))
$$;

-- Does one thing that was sent, once: the deed, its line in the log and the answer in one transaction.
create function ingest_item(municipality uuid, client text, request_key text, request_item int, request_hash bytea, of_kind text, item jsonb,
  out status int, out answer jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not ingest_may(municipality, client, of_kind) then status := 403; answer := ingest_problem('scopeMissing'); return; end if;
  select k.status, k.answer into status, answer from ingest_known(municipality, client, request_key, request_item, request_hash) k;
  if status is not null then return; end if;
  perform ingest_hold(municipality, client, item ->> 'externalId');
  case of_kind
    when 'note' then select x.status, x.answer into status, answer from ingest_note(municipality, client, item) x;
    when 'stage' then select x.status, x.answer into status, answer from ingest_stage(municipality, client, item) x;
    when 'party' then select x.status, x.answer into status, answer from ingest_party(municipality, client, item) x;
    when 'document' then select x.status, x.answer into status, answer from ingest_document(municipality, client, item) x;
  end case;
  perform ingest_keep(municipality, client, request_key, request_item, request_hash, status, answer);
end $$;

-- Sound for a note this client has sent: begun, filled part by part, ended. Until the end it is nobody's: a begun
-- one that is begun again gives way. No status: the parts may come. 200: it is all here, and only its hash is asked for.
create function ingest_start_recording(municipality uuid, client text, request_key text, for_note text, external text, new_id uuid, key bytea,
  out status int, out answer jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare known ingested; sent ingested; version note_version;
begin
  if not ingest_may(municipality, client, 'recording') then status := 403; answer := ingest_problem('scopeMissing'); return; end if;
  perform ingest_hold(municipality, client, external);
  select * into known from ingested x where x.municipality_id = municipality and x.client_id = client and x.external_id = external;
  if known.external_id is not null and known.kind <> 'recording' then status := 409; answer := ingest_problem('externalIdTaken', '/externalId'); return; end if;
  if known.print is not null or exists (select from ingest_request x where x.municipality_id = municipality and x.client_id = client
                                           and x.key = request_key and x.item = 0) then
    status := 200; return;
  end if;
  perform ingest_drop_unfinished(municipality, client, interval '0', external);
  select * into sent from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = for_note and x.kind = 'note';
  if sent.external_id is null then status := 422; answer := ingest_problem('unknownReference', '/note'); return; end if;
  status := 409;
  if sent.note_id is null then answer := ingest_problem('discarded'); return; end if;
  select * into version from note_version v where v.municipality_id = municipality and v.note_id = sent.note_id and v.signed_at is null for update;
  if version.id is null then answer := ingest_problem('signed'); return; end if;
  insert into recording (municipality_id, id, note_version_id, author_id, source, started_at, key_encrypted)
    values (municipality, new_id, version.id, version.written_by, 'upload', app_now(), key);
  insert into ingested (municipality_id, client_id, external_id, kind, case_id, recording_id, received_at)
    values (municipality, client, external, 'recording', sent.case_id, new_id, app_now());
  status := null;
end $$;

-- False: the recording is no longer this request's.
create function ingest_add_part(municipality uuid, client text, of_recording uuid, part int, part_bytes bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into recording_file_part (municipality_id, recording_id, number, bytes)
    select municipality, of_recording, part, part_bytes
      from ingested i where i.municipality_id = municipality and i.client_id = client and i.recording_id = of_recording and i.print is null
       for key share;
  return found;
end $$;

create function ingest_end_recording(municipality uuid, client text, request_key text, request_hash bytea, external text, of_recording uuid, sound_hash bytea,
  out status int, out answer jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare known ingested; of_note uuid;
begin
  select k.status, k.answer into status, answer from ingest_known(municipality, client, request_key, 0, request_hash) k;
  if status is not null then return; end if;
  perform ingest_hold(municipality, client, external);
  select * into known from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = external and x.kind = 'recording' for update;
  if known.print is not null then
    if known.print <> sound_hash then status := 409; answer := ingest_problem('externalIdTaken', '/externalId'); return; end if;
    status := 200;
  else
    if known.recording_id is distinct from of_recording then status := 409; answer := ingest_problem('inProgress'); return; end if;
    update ingested set print = sound_hash where municipality_id = municipality and client_id = client and external_id = external;
    select v.note_id into of_note from recording r join note_version v on v.municipality_id = r.municipality_id and v.id = r.note_version_id
     where r.municipality_id = municipality and r.id = of_recording;
    perform ingest_audit(municipality, client, 'ingestedRecording', known.case_id, of_note, null, of_recording);
    status := 201;
  end if;
  answer := ingest_state(municipality, client, external);
  perform ingest_keep(municipality, client, request_key, 0, request_hash, status, answer);
end $$;

create function ingest_give_up_recording(municipality uuid, client text, of_recording uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from ingested i where i.municipality_id = municipality and i.client_id = client and i.recording_id = of_recording and i.print is null;
  if found then delete from recording where municipality_id = municipality and id = of_recording; end if;
end $$;

grant execute on function ingest_enter(uuid, text, bytea, int), ingest_item(uuid, text, text, int, bytea, text, jsonb), ingest_state(uuid, text, text),
  ingest_start_recording(uuid, text, text, text, text, uuid, bytea), ingest_add_part(uuid, text, uuid, int, bytea),
  ingest_end_recording(uuid, text, text, bytea, text, uuid, bytea), ingest_give_up_recording(uuid, text, uuid) to service;
