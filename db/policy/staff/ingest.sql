-- The author sees that a note came from elsewhere, and what to look out for.
grant select (municipality_id, note_id, client_id, received_at, locked_at, has_other_number) on ingested to staff;
create policy staff_reads on ingested for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from note n where n.municipality_id = ingested.municipality_id and n.id = ingested.note_id));
