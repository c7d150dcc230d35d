-- A package stays as it was sealed, whoever asks. A time stamp goes once into the room that the seal has for it; a renewal
-- is put after what there is. The document is the exact beginning throughout.
create function refuse_odd_package() returns trigger language plpgsql as $$
declare document bytea;
begin
  select f.bytes into document
    from signature_request r
    join document_file f on f.municipality_id = r.municipality_id and f.document_version_id = r.document_version_id
   where r.municipality_id = new.municipality_id and r.id = new.request_id;
  if substring(new.bytes for octet_length(document)) is distinct from document then
    raise exception 'a package begins with its document' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sealed_package_begins_with_document before insert or update on sealed_package
  for each row execute function refuse_odd_package();

create function refuse_changed_package() returns trigger language plpgsql as $$
begin
  if (new.municipality_id, new.request_id, new.sealed_at) = (old.municipality_id, old.request_id, old.sealed_at)
     and (old.stamped_at is null and new.stamped_at is not null and num_nonnulls(old.renewed_at, new.renewed_at) = 0
          and octet_length(new.bytes) = octet_length(old.bytes)
          or new.stamped_at is not distinct from old.stamped_at
          and new.renewed_at > coalesce(old.renewed_at, old.sealed_at) and octet_length(new.bytes) > octet_length(old.bytes)
          and substring(new.bytes for octet_length(old.bytes)) = old.bytes) then
    return new;
  end if;
  raise exception 'sealed_package is kept as it is' using errcode = 'check_violation';
end $$;
create trigger sealed_package_is_kept before update on sealed_package for each row execute function refuse_changed_package();
create trigger sealed_package_stays before delete on sealed_package for each row execute function refuse_any_change();

-- Whose signature a request asks for, as their name stands today. Not granted.
create function signer_name(r signature_request) returns text language sql stable set search_path = public, pg_temp as $$
  select full_name(p.given_name, p.family_name) from person p where p.municipality_id = r.municipality_id and p.id = r.person_id
$$;

-- That a package was fetched is for those who look after the log; that the document in it was read is told to whom it is
-- about, in the words of any other reading: nobody learns from the log who has signed. Not granted.
create function log_fetched_package(r signature_request) returns void language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    select r.municipality_id, app_now(), a.kind, app_subject(), of.action, d.case_id, d.id
      from acting a
     cross join (values ('fetchedPackage'), ('readDocument')) of (action)
      join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
$$;
