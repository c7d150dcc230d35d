-- Asks somebody who takes part in a case that is open to the staff member. Null when no round is open in the case's unit
-- (the worker opens them) or the same was asked in this round already. Nobody's answer is looked at, here or later.
create function staff_offer_survey(of_case uuid, to_person uuid, by_instrument text, in_version int) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare a acting; r survey_round; m municipality; new_place int; new_id uuid;
begin
  select * into a from acting where kind = 'staff';
  select x.* into r
    from staff_open_case o
    join case_file c on c.municipality_id = o.municipality_id and c.id = o.case_id
    join survey_round x on x.municipality_id = c.municipality_id and x.unit_id = c.unit_id and a.today between x.opens_on and x.offers_until
   where o.case_id = of_case
     and exists (select from case_party p where p.municipality_id = c.municipality_id and p.case_id = c.id
                    and p.person_id = to_person and p.valid @> a.today)
     and not exists (select from case_party_block b where b.municipality_id = c.municipality_id and b.child_id = c.child_id
                        and b.person_id = to_person and b.valid @> a.today)
   -- Two offers at once must not draw the same lot.
     for update of x;
  if not found then return null; end if;
  select * into m from municipality where id = a.municipality_id;
  select g.place into new_place
    from (select count(*) as places from survey.ticket t
           where t.municipality_id = a.municipality_id and t.round_id = r.id and t.instrument = by_instrument and t.instrument_version = in_version) pool
   cross join (select count(*) as taken from survey_invitation i
                where i.municipality_id = a.municipality_id and i.round_id = r.id and i.instrument = by_instrument and i.instrument_version = in_version) asked
   cross join lateral generate_series(0, greatest(pool.places, asked.taken + 50) - 1) as g(place)
   where not exists (select from survey_invitation i where i.municipality_id = a.municipality_id and i.round_id = r.id
                        and i.instrument = by_instrument and i.instrument_version = in_version and i.place = g.place)
   order by random() limit 1;
  insert into survey_invitation (municipality_id, round_id, person_id, instrument, instrument_version, place, opens_on, reminder_on, closes_on)
    values (a.municipality_id, r.id, to_person, by_instrument, in_version, new_place, a.today,
            least(a.today + m.survey_reminder_days, a.today + m.survey_days), least(a.today + m.survey_days, r.closes_on))
  on conflict (municipality_id, person_id, round_id, instrument) do nothing returning id into new_id;
  if new_id is null then return null; end if;
  insert into notice (municipality_id, person_id, kind, invitation_id, due_at)
    values (a.municipality_id, to_person, 'surveyOffer', new_id, a.moment);
  perform audit_staff('offeredSurvey', of_case);
  return new_id;
end $$;
grant execute on function staff_offer_survey(uuid, uuid, text, int) to staff;

-- Two who turn out to be one keep one question of each kind in a round: which, nobody's answer hangs on. Not granted.
create function merge_survey_invitations(municipality uuid, gone uuid, kept uuid) returns void
language sql set search_path = public, pg_temp as $$
  with twice as (
    select i.id from survey_invitation i
      join survey_invitation k on k.municipality_id = i.municipality_id and k.person_id = kept and k.round_id = i.round_id
                              and k.instrument = i.instrument
     where i.municipality_id = municipality and i.person_id = gone
  ), untold as (
    delete from notice n using twice t where n.municipality_id = municipality and n.invitation_id = t.id
  )
  delete from survey_invitation i using twice t where i.municipality_id = municipality and i.id = t.id;
  update survey_invitation set person_id = kept where municipality_id = municipality and person_id = gone;
$$;
