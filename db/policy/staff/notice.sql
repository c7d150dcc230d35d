-- Nobody is told of what waits to be decided: they are when it is (ask_when_decided).
create function notice_awaits_decision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from document_version v
               join undecided_version u on u.municipality_id = v.municipality_id and u.document_version_id = v.id
              where v.municipality_id = new.municipality_id and v.document_id = new.document_id
                and not exists (select from document_version n where n.municipality_id = v.municipality_id
                                   and n.document_id = v.document_id and n.number > v.number)) then
    new.due_at := 'infinity';
  end if;
  return new;
end $$;
create trigger notice_waits before insert on notice for each row when (new.document_id is not null)
  execute function notice_awaits_decision();

grant select on notice to staff;
grant insert (municipality_id, person_id, kind, note_id, document_id, due_at) on notice to staff;
create policy staff_reads on notice for select to staff
  using (municipality_id = (select app_municipality())
         and (exists (select from note n where n.municipality_id = notice.municipality_id and n.id = notice.note_id)
              or exists (select from document d where d.municipality_id = notice.municipality_id and d.id = notice.document_id)));
create policy staff_adds on notice for insert to staff
  with check (municipality_id = (select app_municipality())
              and (note_id in (select id from note) or document_id in (select id from document))
              and (reads_case_of_note(municipality_id, note_id, person_id) or reads_case_of_document(municipality_id, document_id, person_id)));
