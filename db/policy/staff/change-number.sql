-- When somebody has, had or will have a part in a case of the team leader's unit. Not granted.
create function days_in_led_cases(whose uuid) returns setof daterange
language sql stable set search_path = public, pg_temp as $$
  select p.valid from acting a
    join staff_member me on me.municipality_id = a.municipality_id and me.id = a.subject_id and me.role = 'teamLeader'
    join case_file c on c.municipality_id = me.municipality_id and c.unit_id = me.unit_id
    join case_party p on p.municipality_id = c.municipality_id and p.case_id = c.id and p.person_id = whose
   where a.kind = 'staff'
$$;

-- A number is changed by the team leader of a unit that has a case of the person's today. It ends every session, and the
-- old number finds nobody from then on.
create function staff_may_change_number(whose uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from days_in_led_cases(whose) days where days @> (select app_today()))
$$;
grant execute on function staff_may_change_number(uuid) to staff;

-- What becomes of a new number: 'change', or 'merge' with the one who has it; 'same' as now; 'twoPeople' when the one who
-- has it is plainly another; 'taken' by somebody this team leader does not know of. Not granted.
create function outcome_of_number(whose uuid, number_hash bytea, out outcome text, out other uuid)
language plpgsql stable set search_path = public, pg_temp as $$
declare municipality uuid := app_municipality();
begin
  select p.id into other from person p where p.municipality_id = municipality and p.id_number_hash = number_hash;
  outcome := case
    when other = whose then 'same'
    when other is null and exists (select from former_number f where f.municipality_id = municipality
                                      and f.id_number_hash = number_hash and f.person_id <> whose) then 'taken'
    when other is null then 'change'
    when not exists (select from days_in_led_cases(other)) then 'taken'
    when are_two_people(municipality, whose, other) then 'twoPeople'
    else 'merge' end;
  if outcome <> 'merge' then other := null; end if;
end $$;

create function staff_changes_number_in(whose uuid, of_case uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select staff_may_change_number(whose)
     and exists (select from case_party p join staff_open_case o on o.municipality_id = p.municipality_id and o.case_id = p.case_id
                  where p.municipality_id = (select app_municipality()) and p.case_id = of_case and p.person_id = whose)
$$;

-- A number that is taken looks like one that is free, until a change to it is asked for: else this would tell who is
-- known in the municipality.
create function staff_number_change(whose uuid, of_case uuid, number_hash bytea, out outcome text, out other uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not staff_changes_number_in(whose, of_case) then return; end if;
  perform audit_staff('lookedUpNumber', of_case);
  select case o.outcome when 'taken' then 'change' else o.outcome end, o.other into outcome, other
    from outcome_of_number(whose, number_hash) o;
end $$;
grant execute on function staff_number_change(uuid, uuid, bytea) to staff;

-- Does what staff_number_change told, if it may be done and is still what was seen: with whom the person is one, or
-- nobody. What is not done has told of a number too.
create function staff_change_number(whose uuid, of_case uuid, number_hash bytea, number_encrypted bytea, born_from date, born_to date,
  seen_other uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare municipality uuid := app_municipality(); now_is record; kept uuid := coalesce(seen_other, whose);
begin
  if not staff_changes_number_in(whose, of_case) then return null; end if;
  perform from person p where p.municipality_id = municipality and (p.id = whose or p.id_number_hash = number_hash)
    order by p.id for update;
  select * into now_is from outcome_of_number(whose, number_hash);
  if now_is.outcome in ('change', 'merge') and now_is.other is distinct from seen_other then now_is.outcome := 'unseen'; end if;
  if now_is.outcome not in ('change', 'merge') then
    perform audit_staff('lookedUpNumber', of_case);
    return now_is.outcome;
  end if;
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
