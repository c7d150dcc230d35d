grant select on document to staff;
create policy staff_reads on document for select to staff
  using (municipality_id = (select municipality_id from acting) and case_id in (select case_id from staff_open_case));

grant select on document_version to staff;
create policy staff_reads on document_version for select to staff
  using (municipality_id = (select municipality_id from acting)
         and exists (select from document d where d.municipality_id = document_version.municipality_id and d.id = document_version.document_id));
