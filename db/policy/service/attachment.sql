-- The next file that waits for the scanner, for this worker alone: another has it again when three minutes have gone, so that
-- a worker that is killed or a scanner that is away delays it and loses nothing. No row when none waits.
create function service_next_attachment() returns table (municipality_id uuid, attachment_id uuid, sealed bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_service();
  return query
    update attachment a set scan_after = app_now() + interval '3 minutes'
      from (select w.municipality_id, w.id from attachment w
             where w.state = 'waiting' and w.scan_after <= app_now()
             order by w.scan_after limit 1 for update skip locked) next
     where a.municipality_id = next.municipality_id and a.id = next.id
    returning a.municipality_id, a.id, a.sealed;
end $$;
grant execute on function service_next_attachment() to service;

-- What the scanner said of a file, once. Of one in which something was found the bytes are erased, and the log says so.
create function service_attachment_scanned(of_municipality uuid, of_attachment uuid, is_infected boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  with scanned as (
    update attachment a
       set state = case when is_infected then 'infected' else 'clean' end, scanned_at = app_now(), scan_after = null,
           sealed = case when not is_infected then a.sealed end
     where a.municipality_id = of_municipality and a.id = of_attachment and a.state = 'waiting'
    returning a.case_id
  )
  insert into audit_event (municipality_id, at, actor_kind, action, case_id, attachment_id)
    select of_municipality, app_now(), 'service', 'foundInfected', s.case_id, of_attachment from scanned s where is_infected;
end $$;
grant execute on function service_attachment_scanned(uuid, uuid, boolean) to service;

-- For the operator: files that have waited for more than an hour. The portal makes them wait (CLAMD_URL), and no worker has them
-- scanned, or the scanner takes none of their size. Nothing is told of a file but that there is one.
create function service_waiting_attachments() returns table (municipality_id uuid, attachment_id uuid, added_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_service();
  return query select a.municipality_id, a.id, a.added_at from attachment a
                where a.state = 'waiting' and a.added_at < app_now() - interval '1 hour' order by a.added_at;
end $$;
grant execute on function service_waiting_attachments() to service;
