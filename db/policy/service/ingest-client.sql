create function ingest_may(municipality uuid, client text, of_kind text) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from ingest_client c
                   join ingest_client_scope s on s.municipality_id = c.municipality_id and s.client_id = c.client_id
                   join ingest_kind k on k.scope = s.scope
                  where c.municipality_id = municipality and c.client_id = client and c.valid @> (select app_today()) and k.kind = of_kind)
$$;

-- Takes away sound whose sender never came to the end of it.
create function ingest_drop_unfinished(municipality uuid, client text, older interval, external text default null) returns void
language plpgsql set search_path = public, pg_temp as $$
declare dropped uuid;
begin
  for dropped in
    delete from ingested i
     where i.municipality_id = municipality and i.client_id = client and i.kind = 'recording' and i.content_hash is null
       and i.external_id = coalesce(external, i.external_id) and i.received_at <= (select app_now()) - older
    returning i.recording_id
  loop
    delete from recording where municipality_id = municipality and id = dropped;
  end loop;
end $$;

-- Which scopes a client has today; no row for one that is not known here. Counts the request, and drops answers
-- that nobody asks for any more.
create function ingest_client_access(municipality uuid, client text, caller bytea, most int)
returns table (scopes text[], allowed boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  delete from ingest_request where municipality_id = municipality and client_id = client and at < now() - interval '25 hours';
  perform ingest_drop_unfinished(municipality, client, interval '3 hours');
  return query
    select array(select s.scope from ingest_client_scope s where s.municipality_id = c.municipality_id and s.client_id = c.client_id),
           rate_take('ingest', caller, most, interval '1 minute')
      from ingest_client c where c.municipality_id = municipality and c.client_id = client and c.valid @> (select app_today());
end $$;
grant execute on function ingest_client_access(uuid, text, bytea, int) to service;

create function ingest_audit(municipality uuid, client text, actions text[], cases uuid[], notes uuid[], documents uuid[], recordings uuid[] default '{}')
returns void language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, client_id, action, case_id, note_id, document_id, recording_id)
    select municipality, (select app_now()), 'service', client, x.action, x.case_id, x.note_id, x.document_id, x.recording_id
      from unnest(actions, cases, notes, documents, recordings) x(action, case_id, note_id, document_id, recording_id)
$$;
