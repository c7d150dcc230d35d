-- A stage change. It can be corrected until it is shown.
create function ingest_stage(municipality uuid, client text, item jsonb, out outcome text, out about text[], out of_case uuid)
language plpgsql set search_path = public, pg_temp as $$
declare c case_file; known ingested; known_stage case_stage; of_stage uuid;
begin
  select * into c from case_file x where x.municipality_id = municipality and x.case_number = item ->> 'caseNumber';
  if c.id is null then outcome := 'unknownReference'; about := '{case_number}'; return; end if;
  if (item ->> 'startedOn')::date < c.opened_on then outcome := 'beforeCase'; about := '{started_on}'; return; end if;
  select * into known from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = item ->> 'externalId' for update;
  if known.external_id is not null then
    if known.kind <> 'stage' or known.case_id <> c.id then outcome := 'externalIdTaken'; about := '{external_id}'; return; end if;
    select * into known_stage from case_stage x where x.municipality_id = municipality and x.id = known.case_stage_id for update;
    if (known_stage.stage, known_stage.started_on, known_stage.shown_from) = (item ->> 'stage', (item ->> 'startedOn')::date, (item ->> 'shownFrom')::timestamptz)
       and known_stage.due_on is not distinct from (item ->> 'dueOn')::date then
      outcome := 'unchanged'; return;
    end if;
    if known_stage.shown_from <= (select app_now()) then outcome := 'alreadyShown'; return; end if;
    update case_stage set stage = item ->> 'stage', started_on = (item ->> 'startedOn')::date, due_on = (item ->> 'dueOn')::date,
           shown_from = (item ->> 'shownFrom')::timestamptz
     where municipality_id = municipality and id = known_stage.id;
    outcome := 'updated';
  else
    insert into case_stage (municipality_id, case_id, stage, started_on, due_on, shown_from)
      values (municipality, c.id, item ->> 'stage', (item ->> 'startedOn')::date, (item ->> 'dueOn')::date, (item ->> 'shownFrom')::timestamptz)
      returning id into of_stage;
    insert into ingested (municipality_id, client_id, external_id, kind, case_id, case_stage_id, received_at)
      values (municipality, client, item ->> 'externalId', 'stage', c.id, of_stage, app_now());
    outcome := 'created';
  end if;
  of_case := c.id;
end $$;

-- Who belongs to a case, and from when to when. A guardian block is not here and stays as it is.
create function ingest_party(municipality uuid, client text, item jsonb, out outcome text, out about text[], out of_case uuid)
language plpgsql set search_path = public, pg_temp as $$
declare
  c case_file; who person; known ingested; of_party uuid; unknown text[] := '{}';
  dates daterange := daterange((item ->> 'validFrom')::date, (item ->> 'validTo')::date, '[]');
begin
  select * into c from case_file x where x.municipality_id = municipality and x.case_number = item ->> 'caseNumber';
  select * into who from person x where x.municipality_id = municipality and x.id_number_hash = decode(item ->> 'numberHash', 'hex');
  if c.id is null then unknown := array_append(unknown, 'case_number'); end if;
  if who.id is null then unknown := array_append(unknown, 'person'); end if;
  if cardinality(unknown) > 0 then outcome := 'unknownReference'; about := unknown; return; end if;
  if (item ->> 'role' = 'child') <> (who.id = c.child_id) then outcome := 'wrongRole'; about := '{role}'; return; end if;
  select * into known from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = item ->> 'externalId' for update;
  if known.external_id is not null then
    if known.kind <> 'party' or known.case_id <> c.id
       or not exists (select from case_party x where x.municipality_id = municipality and x.id = known.case_party_id and x.person_id = who.id) then
      outcome := 'externalIdTaken'; about := '{external_id}'; return;
    end if;
    update case_party set role = item ->> 'role', valid = dates, source = item ->> 'source'
     where municipality_id = municipality and id = known.case_party_id;
    outcome := 'updated';
  else
    insert into case_party (municipality_id, case_id, person_id, role, valid, source)
      values (municipality, c.id, who.id, item ->> 'role', dates, item ->> 'source') returning id into of_party;
    insert into ingested (municipality_id, client_id, external_id, kind, case_id, case_party_id, received_at)
      values (municipality, client, item ->> 'externalId', 'party', c.id, of_party, app_now());
    outcome := 'created';
  end if;
  of_case := c.id;
exception when exclusion_violation then
  outcome := 'overlappingRelation';
  about := '{valid_from}';
end $$;
