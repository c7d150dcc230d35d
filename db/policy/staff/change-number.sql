-- A number is changed by the team leader of a unit that has a case of the person's today. It ends every session, and the
-- old number finds nobody from then on.
create function staff_may_change_number(whose uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from acting a
                   join staff_member me on me.municipality_id = a.municipality_id and me.id = a.subject_id and me.role = 'teamLeader'
                   join case_file c on c.municipality_id = me.municipality_id and c.unit_id = me.unit_id
                   join case_party p on p.municipality_id = c.municipality_id and p.case_id = c.id and p.person_id = whose
                  where a.kind = 'staff' and p.valid @> a.today)
$$;
grant execute on function staff_may_change_number(uuid) to staff;

-- What becomes of a new number: 'change', or 'merge' with the one who has it; 'same' as now; 'taken' by somebody who is
-- another, or whose number is not this team leader's to change. No outcome where the person is not.
create function staff_number_change(whose uuid, number_hash bytea, out outcome text, out other uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare municipality uuid := app_municipality();
begin
  if not staff_may_change_number(whose) then return; end if;
  select p.id into other from person p where p.municipality_id = municipality and p.id_number_hash = number_hash;
  if other = whose then
    outcome := 'same';
  elsif other is null then
    outcome := case when exists (select from former_number f where f.municipality_id = municipality
                                    and f.id_number_hash = number_hash and f.person_id <> whose) then 'taken' else 'change' end;
  elsif not staff_may_change_number(other) or are_two_people(municipality, whose, other) then
    outcome := 'taken';
  else
    outcome := 'merge';
    return;
  end if;
  other := null;
end $$;
grant execute on function staff_number_change(uuid, bytea) to staff;

-- Does what staff_number_change told, if it is still what was seen: with whom the person is one, or nobody.
create function staff_change_number(whose uuid, of_case uuid, number_hash bytea, number_encrypted bytea, born_from date, born_to date,
  seen_other uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare municipality uuid := app_municipality(); now_is record; kept uuid := coalesce(seen_other, whose);
begin
  if not exists (select from case_party p join staff_open_case o on o.municipality_id = p.municipality_id and o.case_id = p.case_id
                  where p.municipality_id = municipality and p.case_id = of_case and p.person_id = whose) then return null; end if;
  perform from person p where p.municipality_id = municipality and (p.id = whose or p.id_number_hash = number_hash)
    order by p.id for update;
  select * into now_is from staff_number_change(whose, number_hash);
  if now_is.outcome is null or now_is.outcome not in ('change', 'merge') then return now_is.outcome; end if;
  if now_is.other is distinct from seen_other then return 'unseen'; end if;
  insert into former_number (municipality_id, person_id, id_number_encrypted, id_number_hash, given_up_at, changed_by)
    select municipality, whose, p.id_number_encrypted, p.id_number_hash, app_now(), app_subject()
      from person p where p.municipality_id = municipality and p.id = whose;
  delete from session where municipality_id = municipality and kind = 'person' and subject_id in (whose, kept);
  delete from sign_in_choice where municipality_id = municipality and kind = 'person' and subject_id in (whose, kept);
  delete from sign_in_account where municipality_id = municipality and kind = 'person' and subject_id in (whose, kept);
  if now_is.outcome = 'merge' then
    update person set id_number_hash = sha256(uuid_send(gen_random_uuid())), id_number_encrypted = ''
     where municipality_id = municipality and id = whose;
    perform merge_person(municipality, whose, kept), audit_staff('mergedPerson', of_case);
    return 'merge';
  end if;
  update person set id_number_hash = number_hash, id_number_encrypted = number_encrypted,
         birth_date = case when born_from = born_to then born_from end,
         born_within = case when born_from <> born_to then daterange(born_from, born_to, '[]') end
   where municipality_id = municipality and id = whose;
  perform audit_staff('changedNumber', of_case);
  return 'change';
end $$;
grant execute on function staff_change_number(uuid, uuid, bytea, bytea, date, date, uuid) to staff;
