grant select on notice to staff;
grant insert (municipality_id, person_id, kind, note_id, document_id, due_at) on notice to staff;
create policy staff_reads on notice for select to staff
  using (municipality_id = (select municipality_id from acting)
         and (exists (select from note n where n.municipality_id = notice.municipality_id and n.id = notice.note_id)
              or exists (select from document d where d.municipality_id = notice.municipality_id and d.id = notice.document_id)));
create policy staff_adds on notice for insert to staff
  with check (municipality_id = (select municipality_id from acting)
              and (note_id in (select id from note) or document_id in (select id from document))
              and (reads_case_of_note(municipality_id, note_id, person_id) or reads_case_of_document(municipality_id, document_id, person_id)));
