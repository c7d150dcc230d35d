-- A document, one version at a time. It stays closed; a document somebody may already read takes no new version
-- from outside, since nobody has decided that they may read that one. A finished PDF becomes its bytes as it came.
create function ingest_document(municipality uuid, client text, item jsonb, file bytea, file_pages int, file_is_tagged boolean,
  out outcome text, out about text[], out of_case uuid, out of_document uuid)
language plpgsql set search_path = public, pg_temp as $$
declare c case_file; signer staff_member; known ingested; same document_version; made uuid; told jsonb; unknown text[] := '{}';
begin
  select * into c from case_file x where x.municipality_id = municipality and x.case_number = item ->> 'caseNumber';
  select * into signer from staff_member x where x.municipality_id = municipality and x.employee_id = item ->> 'signedBy'
     and x.employed @> ((item ->> 'signedAt')::timestamptz at time zone 'Europe/Stockholm')::date;
  if c.id is null then unknown := array_append(unknown, 'case_number'); end if;
  if signer.id is null then unknown := array_append(unknown, 'signed_by'); end if;
  if cardinality(unknown) > 0 then outcome := 'unknownReference'; about := unknown; return; end if;
  select item -> 'content' || jsonb_build_object('issuer', jsonb_build_object('name', m.name)) into told from municipality m where m.id = municipality;
  select * into known from ingested x
   where x.municipality_id = municipality and x.client_id = client and x.external_id = item ->> 'externalId' for update;
  if known.external_id is not null and (known.kind <> 'document' or known.case_id <> c.id) then
    outcome := 'externalIdTaken'; about := '{external_id}'; return;
  end if;
  of_document := known.document_id;
  select * into same from document_version x
   where x.municipality_id = municipality and x.document_id = of_document and x.number = (item ->> 'version')::int;
  if same.id is not null then
    if (same.title, same.content - 'issuer', same.signed_at, same.signed_by) = (item ->> 'title', told - 'issuer', (item ->> 'signedAt')::timestamptz, signer.id)
       and (same.child_title, same.child_text, same.change_reason) is not distinct from (item ->> 'childTitle', item ->> 'childText', item ->> 'changeReason')
       and (select f.sha256 from document_file f where f.municipality_id = municipality and f.document_version_id = same.id) is not distinct from sha256(file)
       and exists (select from document d where d.municipality_id = municipality and d.id = of_document and d.type = item ->> 'documentType'
                      and d.dated_on = (item ->> 'datedOn')::date and d.receipt_asked = (item ->> 'receiptAsked')::boolean) then
      outcome := 'unchanged';
    else outcome := 'signed'; end if;
    return;
  end if;
  if (item ->> 'version')::int <> coalesce((select max(number) from document_version x where x.municipality_id = municipality and x.document_id = of_document), 0) + 1 then
    outcome := 'versionOutOfOrder'; about := '{version}'; return;
  end if;
  if exists (select from disclosure d where d.municipality_id = municipality and d.document_id = of_document) then
    outcome := 'alreadyReleased'; return;
  end if;
  if of_document is null then
    insert into document (municipality_id, case_id, type, dated_on, receipt_asked)
      values (municipality, c.id, item ->> 'documentType', (item ->> 'datedOn')::date, (item ->> 'receiptAsked')::boolean)
      returning id into of_document;
    insert into ingested (municipality_id, client_id, external_id, kind, case_id, document_id, received_at)
      values (municipality, client, item ->> 'externalId', 'document', c.id, of_document, app_now());
  else
    update document set type = item ->> 'documentType', dated_on = (item ->> 'datedOn')::date, receipt_asked = (item ->> 'receiptAsked')::boolean
     where municipality_id = municipality and id = of_document;
  end if;
  insert into document_version (municipality_id, document_id, number, title, content, child_title, child_text, change_reason, signed_at, signed_by)
    values (municipality, of_document, (item ->> 'version')::int, item ->> 'title', told, item ->> 'childTitle', item ->> 'childText',
            item ->> 'changeReason', (item ->> 'signedAt')::timestamptz, signer.id) returning id into made;
  if file is not null then
    insert into document_file (municipality_id, document_version_id, bytes, pages, is_tagged, frozen_at)
      values (municipality, made, file, file_pages, file_is_tagged, app_now());
  end if;
  of_case := c.id;
  outcome := 'created';
end $$;
