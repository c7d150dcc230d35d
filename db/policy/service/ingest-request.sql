-- Functions that take something in answer with an outcome (app/ingest/outcome.ts): created, updated or unchanged with
-- the state of the thing, or why it was refused, with the names of what it is about.

-- Holds the key until the transaction ends. Not null: the same request is being done, or another one had the key.
create function ingest_claim(municipality uuid, client text, request_key text, request_hash bytea) returns text
language plpgsql set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended(concat_ws(' ', 'ingest', municipality, client, request_key), 0)) then
    return 'inProgress';
  end if;
  return (select 'keyReused' from ingest_request x
           where x.municipality_id = municipality and x.client_id = client and x.key = request_key and x.body_hash <> request_hash limit 1);
end $$;

-- Keeps what is answered, each thing as it stands now. What was refused is not kept.
create function ingest_keep(municipality uuid, client text, request_key text, request_hash bytea, items int[], outcomes text[], names text[])
returns table (item int, outcome text, state jsonb) language sql set search_path = public, pg_temp as $$
  insert into ingest_request as r (municipality_id, client_id, key, item, body_hash, outcome, state)
    select municipality, client, request_key, done.item, request_hash, done.outcome, s.state
      from unnest(items, outcomes, names) done(item, outcome, name)
      join ingest_states(municipality, client, names) s on s.external_id = done.name
  returning r.item, r.outcome, r.state
$$;

-- One name is written by one request at a time. In one order, so that no two wait for each other.
create function ingest_hold(municipality uuid, client text, names text[]) returns void language sql as $$
  select count(pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'ingested', municipality, client, name), 0)))
    from (select name from unnest(names) name order by name collate "C") held
$$;
