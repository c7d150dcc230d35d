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
    if told.shown_from <= (select app_now()) then status := 409; answer := ingest_problem('alreadyShown'); return; end if;
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
