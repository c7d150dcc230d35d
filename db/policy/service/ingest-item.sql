-- Does one thing that was sent, once: the work, its line in the log and the answer in one transaction.
create function ingest_item(municipality uuid, client text, request_key text, request_item int, request_hash bytea, of_kind text, item jsonb,
  file bytea, file_pages int, file_is_tagged boolean,
  out outcome text, out about text[], out state jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  if not ingest_may(municipality, client, of_kind) then outcome := 'scopeMissing'; return; end if;
  select k.outcome, k.state into outcome, state from ingest_known(municipality, client, request_key, request_item, request_hash) k;
  if outcome is not null then return; end if;
  perform ingest_hold(municipality, client, item ->> 'externalId');
  case of_kind
    when 'note' then select x.* into outcome, about, state from ingest_note(municipality, client, item) x;
    when 'stage' then select x.* into outcome, about, state from ingest_stage(municipality, client, item) x;
    when 'party' then select x.* into outcome, about, state from ingest_party(municipality, client, item) x;
    when 'document' then select x.* into outcome, about, state from ingest_document(municipality, client, item, file, file_pages, file_is_tagged) x;
  end case;
  perform ingest_keep(municipality, client, request_key, request_item, request_hash, outcome, state);
end $$;
grant execute on function ingest_item(uuid, text, text, int, bytea, text, jsonb, bytea, int, boolean) to service;
