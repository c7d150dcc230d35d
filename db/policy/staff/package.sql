-- That a signature of an open case is sealed, without its bytes, which are fetched through staff_fetch_package alone.
grant select (municipality_id, request_id, size, sealed_at, stamped_at, renewed_at) on sealed_package to staff;
create policy staff_reads on sealed_package for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from signature_request r where r.municipality_id = sealed_package.municipality_id
                        and r.id = sealed_package.request_id));

create function staff_fetch_package(of_request uuid) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_bytes bytea; r signature_request := staff_request_for_update(of_request);
begin
  select k.bytes into found_bytes from sealed_package k where k.municipality_id = r.municipality_id and k.request_id = r.id;
  if found_bytes is null then return null; end if;
  perform log_fetched_package(r);
  return found_bytes;
end $$;
grant execute on function staff_fetch_package(uuid) to staff;
