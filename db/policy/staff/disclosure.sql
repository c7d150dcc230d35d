-- Only for somebody of the same case, and in one's own name.
create function reads_case_of_note(municipality uuid, of_note uuid, reader uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from note n join case_party p on p.municipality_id = n.municipality_id and p.case_id = n.case_id
                                    join party_role r on r.role = p.role and r.reads_case
                  where n.municipality_id = municipality and n.id = of_note and p.person_id = reader)
$$;
create function reads_case_of_document(municipality uuid, of_document uuid, reader uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from document d join case_party p on p.municipality_id = d.municipality_id and p.case_id = d.case_id
                                        join party_role r on r.role = p.role and r.reads_case
                  where d.municipality_id = municipality and d.id = of_document and p.person_id = reader)
$$;
grant execute on function reads_case_of_note(uuid, uuid, uuid), reads_case_of_document(uuid, uuid, uuid) to staff;

grant select on disclosure to staff;
grant insert (municipality_id, id, note_id, document_id, person_id, level, title, partial_text, ground, ground_shown, harm_assessment, review_on,
              shown_from, decided_by, decided_at) on disclosure to staff;
grant update (level, title, partial_text, ground, ground_shown, harm_assessment, review_on, shown_from, decided_by, decided_at)
  on disclosure to staff;
create policy staff_reads on disclosure for select to staff
  using (municipality_id = (select app_municipality())
         and (exists (select from note n where n.municipality_id = disclosure.municipality_id and n.id = disclosure.note_id)
              or exists (select from document d where d.municipality_id = disclosure.municipality_id and d.id = disclosure.document_id)));
create policy staff_adds on disclosure for insert to staff
  with check (municipality_id = (select app_municipality()) and decided_by = (select app_subject())
              and (exists (select from note n where n.municipality_id = disclosure.municipality_id and n.id = disclosure.note_id)
                   or exists (select from document d where d.municipality_id = disclosure.municipality_id and d.id = disclosure.document_id))
              and (reads_case_of_note(municipality_id, note_id, person_id) or reads_case_of_document(municipality_id, document_id, person_id)));
create policy staff_changes on disclosure for update to staff
  using (municipality_id = (select app_municipality())
         and (exists (select from note n where n.municipality_id = disclosure.municipality_id and n.id = disclosure.note_id)
              or exists (select from document d where d.municipality_id = disclosure.municipality_id and d.id = disclosure.document_id)))
  with check (decided_by = (select app_subject()) and (reads_case_of_note(municipality_id, note_id, person_id) or reads_case_of_document(municipality_id, document_id, person_id)));

grant select on disclosure_decision to staff;
create policy staff_reads on disclosure_decision for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from disclosure d where d.municipality_id = disclosure_decision.municipality_id and d.id = disclosure_decision.disclosure_id));

create function log_disclosure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_municipality() is null then return null; end if;
  insert into disclosure_decision (municipality_id, disclosure_id, decided) values (new.municipality_id, new.id, to_jsonb(new));
  perform audit_staff('decidedDisclosure',
                      coalesce((select case_id from note n where n.municipality_id = new.municipality_id and n.id = new.note_id),
                               (select case_id from document d where d.municipality_id = new.municipality_id and d.id = new.document_id)),
                      new.note_id, of_document => new.document_id);
  return null;
end $$;
-- Whose decision it is may change without a new one (merge_person).
create trigger disclosure_logged after insert
   or update of level, title, partial_text, ground, ground_shown, harm_assessment, review_on, shown_from, decided_by, decided_at
   on disclosure for each row execute function log_disclosure();

grant select on disclosure_ground to staff;
create policy staff_reads on disclosure_ground for select to staff using (true);

-- Everybody who reads a case today, by the same rule that asks for a decision on each (refuse_unready_signature).
create view staff_reader with (security_barrier) as
select o.case_id, c.child_id, p.person_id, p.role, x.given_name, x.family_name, x.language, x.text_size,
       p.person_id = c.child_id as is_child,
       known_age_on(x.born, (select app_today())) as age,
       p.person_id = c.child_id
         and most_age_on(x.born, (select app_today())) >= (select years from legal_age_today where key = 'own_party') as is_own_party,
       exists (select from person_protection q where q.municipality_id = p.municipality_id and q.person_id = p.person_id
                  and q.valid @> (select app_today())) as is_protected,
       exists (select from case_party_block b where b.municipality_id = p.municipality_id and b.child_id = c.child_id
                  and b.person_id = p.person_id and b.valid @> (select app_today())) as is_blocked
  from staff_open_case o
  join case_file c on c.municipality_id = o.municipality_id and c.id = o.case_id
  join case_party p on p.municipality_id = o.municipality_id and p.case_id = o.case_id and p.valid @> (select app_today())
  join party_role r on r.role = p.role and r.reads_case
  join person x on x.municipality_id = p.municipality_id and x.id = p.person_id;

grant select on staff_reader to staff;
