-- A person's own signatures as sealed files, as long as the document is theirs to read in full.
create view person_package with (security_barrier) as
select q.request_id, k.size, k.sealed_at, k.stamped_at
  from acting me
 cross join person_signature_request q
  join sealed_package k on k.municipality_id = me.municipality_id and k.request_id = q.request_id
 where k.sealed_at <= me.moment;
grant select on person_package to person;

create function person_fetch_package(of_request uuid) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_bytes bytea; r signature_request;
begin
  select k.bytes into found_bytes
    from person_package q
    join sealed_package k on k.municipality_id = (select app_municipality()) and k.request_id = q.request_id
   where q.request_id = of_request;
  if found_bytes is null then return null; end if;
  select * into r from signature_request x where x.municipality_id = (select app_municipality()) and x.id = of_request;
  perform log_fetched_package(r);
  return found_bytes;
end $$;
grant execute on function person_fetch_package(uuid) to person;
