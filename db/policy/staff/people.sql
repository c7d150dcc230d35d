grant select on legal_age to staff;
create policy staff_reads on legal_age for select to staff using (true);

grant select on municipality to staff;
create policy staff_reads on municipality for select to staff using (id = (select app_municipality()));

grant select on unit to staff;
create policy staff_reads on unit for select to staff using (municipality_id = (select app_municipality()));

grant select on person_protection to staff;
create policy staff_reads on person_protection for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from case_party p where p.municipality_id = person_protection.municipality_id and p.person_id = person_protection.person_id));

-- Names, never the personal identity numbers beside them.
grant select (municipality_id, id, given_name, family_name, born, language) on person to staff;
create policy staff_reads on person for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from case_party p where p.municipality_id = person.municipality_id and p.person_id = person.id));

grant select (municipality_id, id, unit_id, given_name, family_name, title, role, phone, phone_hours, employed, language)
  on staff_member to staff;
grant select (employee_id) on staff_member to staff;
create policy staff_reads on staff_member for select to staff using (municipality_id = (select app_municipality()));

-- Whether a number found in a text is one person's own: the hash is made by the portal, which has the key. Tells
-- of people in the staff member's own cases only.
create function staff_is_number_of(person uuid, number_hash bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person p join case_party c on c.municipality_id = p.municipality_id and c.person_id = p.id
                                      join staff_open_case o on o.municipality_id = c.municipality_id and o.case_id = c.case_id
                  where p.municipality_id = (select app_municipality()) and p.id = person and p.id_number_hash = number_hash)
$$;
grant execute on function staff_is_number_of(uuid, bytea) to staff;
