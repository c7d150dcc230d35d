-- A problem by its name (app/ingest/problems.ts), with the members of what was sent that it is about.
create function ingest_problem(problem text, variadic pointers text[] default '{}') returns jsonb language sql immutable as $$
  select jsonb_build_object('problem', problem, 'pointers', to_jsonb(pointers))
$$;

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
