-- From a signature that holds to a sealed file: role service, functions only.

-- Everything that goes into the file. No row: it is sealed, or there is nothing to seal.
create function service_signature_to_seal(municipality uuid, request uuid)
returns table (document bytea, pages int, title text, version int, dated_on date, case_number text, municipality_name text,
               act text, signer_name text, intent_id uuid, visible_text text, hidden_data text, sealed_request bytea,
               sealed_answer bytea, sealed_verdict bytea, begun_at timestamptz, received_at timestamptz, signed_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_service();
  return query
    select f.bytes, f.pages, v.title, v.number, d.dated_on, c.case_number, m.name,
           r.act, signer_name(r), i.id, i.visible_text, i.hidden_data, i.sealed_request,
           a.sealed, e.sealed_verdict, i.begun_at, a.received_at, e.signed_at
      from signature_evidence e
      join signature_request r on r.municipality_id = e.municipality_id and r.id = e.request_id
      join signature_intent i on i.municipality_id = e.municipality_id and i.id = e.intent_id
      join signature_answer a on a.municipality_id = e.municipality_id and a.intent_id = e.intent_id
      join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
      join document_file f on f.municipality_id = v.municipality_id and f.document_version_id = v.id
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
      join case_file c on c.municipality_id = d.municipality_id and c.id = d.case_id
      join municipality m on m.id = d.municipality_id
     where e.municipality_id = municipality and e.request_id = request
       and not exists (select from sealed_package k where k.municipality_id = municipality and k.request_id = request);
end $$;
grant execute on function service_signature_to_seal(uuid, uuid) to service;

create function log_package(municipality uuid, of_request uuid, what text) returns void
language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, action, case_id, document_id)
    select municipality, app_now(), 'service', what, d.case_id, d.id
      from signature_request r
      join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
     where r.municipality_id = municipality and r.id = of_request
$$;

-- Keeps the file. Where there is one it stays.
create function service_keep_package(municipality uuid, request uuid, file bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  insert into sealed_package (municipality_id, request_id, bytes, sealed_at) values (municipality, request, file, app_now())
  on conflict do nothing;
  if found then perform log_package(municipality, request, 'sealedSignature'); end if;
end $$;
grant execute on function service_keep_package(uuid, uuid, bytea) to service;

-- The file as it was sealed; null when it has its time stamp.
create function service_package_to_stamp(municipality uuid, request uuid) returns bytea
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select k.bytes from sealed_package k
   where k.municipality_id = municipality and k.request_id = request and k.stamped_at is null and k.renewed_at is null
$$;
grant execute on function service_package_to_stamp(uuid, uuid) to service;

-- Keeps the file with its time stamp. One that has been stamped meanwhile stays.
create function service_keep_stamped_package(municipality uuid, request uuid, file bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  update sealed_package k set bytes = file, stamped_at = app_now()
   where k.municipality_id = municipality and k.request_id = request and k.stamped_at is null and k.renewed_at is null;
  if found then perform log_package(municipality, request, 'stampedPackage'); end if;
end $$;
grant execute on function service_keep_stamped_package(uuid, uuid, bytea) to service;

-- Signatures without a file, oldest first: recorded before there was a key to seal with.
create function service_unsealed_signatures() returns table (municipality_id uuid, request_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select e.municipality_id, e.request_id from signature_evidence e
   where not exists (select from sealed_package k where k.municipality_id = e.municipality_id and k.request_id = e.request_id)
   order by e.signed_at
$$;
grant execute on function service_unsealed_signatures() to service;

-- Files without a time stamp, oldest first: sealed before there was a service to ask.
create function service_unstamped_packages() returns table (municipality_id uuid, request_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select k.municipality_id, k.request_id from sealed_package k
   where k.stamped_at is null and k.renewed_at is null order by k.sealed_at
$$;
grant execute on function service_unstamped_packages() to service;
