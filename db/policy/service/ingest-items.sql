-- What is done one at a time, each seeing what the one before it did.
create function ingest_one(municipality uuid, client text, of_kind text, item jsonb, file bytea, file_pages int, file_is_tagged boolean,
  out outcome text, out about text[], out of_case uuid, out of_document uuid)
language plpgsql set search_path = public, pg_temp as $$
begin
  case of_kind
    when 'stage' then select x.* into outcome, about, of_case from ingest_stage(municipality, client, item) x;
    when 'party' then select x.* into outcome, about, of_case from ingest_party(municipality, client, item) x;
    when 'document' then
      select x.* into outcome, about, of_case, of_document from ingest_document(municipality, client, item, file, file_pages, file_is_tagged) x;
  end case;
end $$;

-- Does what was sent with one request, each thing once: the work, its line in the log and its answer in one transaction.
-- items: [{"item": its place in the request, "kind", "data"}], no two of them of one name, so that what is told of a thing is how its
-- own item left it. A finished PDF comes with a document that is sent alone. An answer without an item is that of them all.
create function ingest_items(municipality uuid, client text, request_key text, request_hash bytea, items jsonb,
  file bytea, file_pages int, file_is_tagged boolean)
returns table (item int, outcome text, about text[], state jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  may text[]; fresh jsonb; did record;
  done int[] := '{}'; outcomes text[] := '{}'; names text[] := '{}';
  actions text[] := '{}'; cases uuid[] := '{}'; notes uuid[] := '{}'; documents uuid[] := '{}';
begin
  perform require_service();
  outcome := ingest_claim(municipality, client, request_key, request_hash);
  if outcome is not null then return next; return; end if;
  perform ingest_hold(municipality, client, array(select x.data ->> 'externalId' from jsonb_to_recordset(items) x(data jsonb)));
  may := array(select k.kind from ingest_kind k where ingest_may(municipality, client, k.kind));
  return query
    select x.item, case when x.kind = any (may) then k.outcome else 'scopeMissing' end, null::text[], case when x.kind = any (may) then k.state end
      from jsonb_to_recordset(items) x(item int, kind text)
      left join ingest_request k on k.municipality_id = municipality and k.client_id = client and k.key = request_key and k.item = x.item
     where k.item is not null or x.kind <> all (may);
  fresh := (select jsonb_agg(x) from jsonb_array_elements(items) x
             where x ->> 'kind' = any (may)
               and not exists (select from ingest_request k where k.municipality_id = municipality and k.client_id = client
                                  and k.key = request_key and k.item = (x ->> 'item')::int));
  for did in
    select n.item, 'note' as kind, n.name, n.outcome, n.about, n.of_case, n.of_note, null::uuid as of_document
      from ingest_notes(municipality, client, jsonb_path_query_array(fresh, '$[*] ? (@.kind == "note")')) n
    union all
    select x.item, x.kind, x.data ->> 'externalId', o.outcome, o.about, o.of_case, null, o.of_document
      from (select r.* from jsonb_to_recordset(fresh) r(item int, kind text, data jsonb) where r.kind <> 'note' order by r.item) x
      cross join lateral ingest_one(municipality, client, x.kind, x.data, file, file_pages, file_is_tagged) o
  loop
    if did.outcome not in ('created', 'updated', 'unchanged') then
      return query select did.item, did.outcome, did.about, null::jsonb; continue;
    end if;
    done := done || did.item; outcomes := outcomes || did.outcome; names := names || did.name;
    if did.outcome <> 'unchanged' then
      actions := actions || ('ingested' || initcap(did.kind)); cases := cases || did.of_case;
      notes := notes || did.of_note; documents := documents || did.of_document;
    end if;
  end loop;
  perform ingest_audit(municipality, client, actions, cases, notes, documents);
  return query
    select k.item, k.outcome, null::text[], k.state
      from ingest_keep(municipality, client, request_key, request_hash, done, outcomes, names) k;
end $$;
grant execute on function ingest_items(uuid, text, text, bytea, jsonb, bytea, int, boolean) to service;
