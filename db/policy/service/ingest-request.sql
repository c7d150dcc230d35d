-- Functions that take something in answer with an outcome (app/ingest/outcome.ts): created, updated or unchanged with
-- the state of the thing, or why it was refused, with the names of what it is about.

-- What was answered under a key: no outcome when it has not been used; a refusal when the same request is being done or
-- another request had the key. Holds the key until the transaction ends.
create function ingest_known(municipality uuid, client text, request_key text, request_item int, request_hash bytea, out outcome text, out about text[], out state jsonb)
language plpgsql set search_path = public, pg_temp as $$
declare known ingest_request;
begin
  if not pg_try_advisory_xact_lock(hashtextextended(concat_ws(' ', 'ingest', municipality, client, request_key, request_item), 0)) then
    outcome := 'inProgress'; return;
  end if;
  select * into known from ingest_request x
   where x.municipality_id = municipality and x.client_id = client and x.key = request_key and x.item = request_item;
  if known.body_hash <> request_hash then outcome := 'keyReused'; return; end if;
  outcome := known.outcome;
  state := known.state;
end $$;

-- What was refused has no state, and is not kept.
create function ingest_keep(municipality uuid, client text, request_key text, request_item int, request_hash bytea, with_outcome text, with_state jsonb)
returns void language sql set search_path = public, pg_temp as $$
  insert into ingest_request (municipality_id, client_id, key, item, body_hash, outcome, state)
    select municipality, client, request_key, request_item, request_hash, with_outcome, with_state where with_state is not null
$$;

-- One name is written by one request at a time.
create function ingest_hold(municipality uuid, client text, external text) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'ingested', municipality, client, external), 0))
$$;
