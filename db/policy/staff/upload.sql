-- Begins a document from a finished PDF that has been looked inside, in a case of one's own: a draft like any other, whose
-- frozen bytes will be exactly these. Sent twice it is begun once. False where the case is not open, or the id is somebody
-- else's.
create function staff_upload_document(new_document uuid, of_case uuid, of_type text, on_day date, told jsonb,
                                      file bytea, file_name text, file_pages int, is_tagged boolean) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into document (municipality_id, id, case_id, type, dated_on, receipt_asked)
    select o.municipality_id, new_document, o.case_id, of_type, on_day, of_type = 'decision'
      from staff_open_case o where o.case_id = of_case
  on conflict do nothing;
  if not found then
    return exists (select from staff_document_draft d where d.document_id = new_document and d.case_id = of_case);
  end if;
  insert into document_draft (municipality_id, document_id, content, dated_on, written_by, saved_at,
                              uploaded, uploaded_name, uploaded_pages, uploaded_is_tagged)
    select m.id, new_document, told || jsonb_build_object('issuer', jsonb_build_object('name', m.name)), on_day, app_subject(), app_now(),
           file, file_name, file_pages, is_tagged
      from municipality m where m.id = app_municipality();
  perform audit_staff('uploadedDocument', of_case, of_document => new_document);
  return true;
end $$;
grant execute on function staff_upload_document(uuid, uuid, text, date, jsonb, bytea, text, int, boolean) to staff;

-- The bytes of one's own upload, while it is a draft.
create function staff_read_upload(of_document uuid) returns bytea
language sql stable security definer set search_path = public, pg_temp as $$
  select d.uploaded from staff_document_draft o
    join document_draft d on d.municipality_id = o.municipality_id and d.document_id = o.document_id
   where o.document_id = of_document
$$;
grant execute on function staff_read_upload(uuid) to staff;
