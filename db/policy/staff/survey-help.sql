-- Helping somebody to answer is for another unit than the one they answer about: nobody there may sit beside them.
create function helper_is_of_another_unit() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from staff_member s where s.municipality_id = new.municipality_id and s.id = new.staff_id and s.unit_id = new.unit_id) then
    raise exception 'a helper is of another unit' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger another_unit before insert or update on survey_helper for each row execute function helper_is_of_another_unit();

-- Who may be helped today, by name alone. Nobody with protected personal data stands in a list of another unit's. Not granted.
create view survey_to_help with (security_barrier) as
select i.id as invitation_id, i.round_id, i.instrument, i.instrument_version, i.place, i.closes_on, r.sealed_secret,
       full_name(p.given_name, p.family_name) as name
  from acting a
  join staff_member s on s.municipality_id = a.municipality_id and s.id = a.subject_id
  join survey_helper h on h.municipality_id = s.municipality_id and h.staff_id = s.id and h.valid @> a.today and h.unit_id <> s.unit_id
  join survey_round r on r.municipality_id = h.municipality_id and r.unit_id = h.unit_id and r.sealed_secret is not null
  join survey_invitation i on i.municipality_id = r.municipality_id and i.round_id = r.id and a.today between i.opens_on and i.closes_on
  join person p on p.municipality_id = i.municipality_id and p.id = i.person_id
 where a.kind = 'staff'
   and not exists (select from person_protection x where x.municipality_id = i.municipality_id and x.person_id = i.person_id and x.valid @> a.today);

create function staff_surveys_to_help() returns table (invitation_id uuid, name text, instrument text, instrument_version int, closes_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.invitation_id, h.name, h.instrument, h.instrument_version, h.closes_on from survey_to_help h order by h.name, h.instrument
$$;
grant execute on function staff_surveys_to_help() to staff;

-- What a code is made of, and the line in the log that somebody has seen it.
create function staff_survey_code(of_invitation uuid)
returns table (name text, round_id uuid, instrument text, instrument_version int, place int, closes_on date, sealed_secret bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query select h.name, h.round_id, h.instrument, h.instrument_version, h.place, h.closes_on, h.sealed_secret
                 from survey_to_help h where h.invitation_id = of_invitation;
  if found then
    perform audit_staff('showedSurveyCode', null);
  end if;
end $$;
grant execute on function staff_survey_code(uuid) to staff;
