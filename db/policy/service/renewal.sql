-- Sealed files outlive the certificates that they were sealed and stamped with: role service, functions only.

-- The file that comes after this one in the order of their keys; the first one after nothing. One at a time: each may be large.
create function service_package_after(municipality uuid, request uuid)
returns table (municipality_id uuid, request_id uuid, bytes bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select k.municipality_id, k.request_id, k.bytes from sealed_package k
   where municipality is null or (k.municipality_id, k.request_id) > (municipality, request)
   order by k.municipality_id, k.request_id limit 1
$$;
grant execute on function service_package_after(uuid, uuid) to service;

-- Keeps the file with what was put after it, unless it has been stamped or renewed meanwhile: whether it was kept.
create function service_keep_renewed_package(municipality uuid, request uuid, before bytea, file bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  update sealed_package k set bytes = file, renewed_at = app_now()
   where k.municipality_id = municipality and k.request_id = request and k.sha256 = sha256(before);
  if not found then return false; end if;
  perform log_package(municipality, request, 'renewedPackage');
  return true;
end $$;
grant execute on function service_keep_renewed_package(uuid, uuid, bytea, bytea) to service;
