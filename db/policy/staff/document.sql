grant select on document to staff;
create policy staff_reads on document for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));

-- What a version is, without its text, which is read through staff_read_document alone.
grant select (municipality_id, id, document_id, number, title, template, signed_at, signed_by) on document_version to staff;
create policy staff_reads on document_version for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from document d where d.municipality_id = document_version.municipality_id and d.id = document_version.document_id));

-- Every version of a document, newest first; writes that it was read.
create function staff_read_document(of_document uuid)
returns table (number int, title text, content jsonb, child_title text, child_text text, change_reason text,
               signed_at timestamptz, signed_by text, file_is_tagged boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    select d.municipality_id, app_now(), 'staff', app_subject(), 'readDocument', d.case_id, d.id
      from document d join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id
     where d.id = of_document;
  if not found then return; end if;
  return query
    select v.number, v.title, v.content, v.child_title, v.child_text, v.change_reason, v.signed_at, s.given_name,
           f.is_tagged
      from document_version v
      join staff_member s on s.municipality_id = v.municipality_id and s.id = v.signed_by
      left join document_file f on f.municipality_id = v.municipality_id and f.document_version_id = v.id
     where v.municipality_id = (select app_municipality()) and v.document_id = of_document
     order by v.number desc;
end $$;
grant execute on function staff_read_document(uuid) to staff;

-- The frozen bytes of a document's newest version, where it has them; writes that it was read.
create function staff_read_document_file(of_document uuid) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_bytes bytea; of_case uuid;
begin
  select f.bytes, d.case_id into found_bytes, of_case
    from document d
    join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id
    join document_version v on v.municipality_id = d.municipality_id and v.document_id = d.id
    join document_file f on f.municipality_id = v.municipality_id and f.document_version_id = v.id
   where d.id = of_document
   order by v.number desc limit 1;
  if found_bytes is null then return null; end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values (app_municipality(), app_now(), 'staff', app_subject(), 'readDocument', of_case, of_document);
  return found_bytes;
end $$;
grant execute on function staff_read_document_file(uuid) to staff;
