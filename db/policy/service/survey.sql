-- Units whose round of this season is missing, with the days it has: from the season's first day until the day before the
-- next one's, and as long again as whoever is asked last may answer. Not granted.
create function survey_season_on(on_day date) returns table (year int, season text, opens_on date, offers_until date)
language sql stable set search_path = public, pg_temp as $$
  select extract(year from x.first)::int, x.season, x.first, x.next - 1
    from (select s.season, d.first, lead(d.first) over (order by d.first) as next
            from survey_season s
           cross join lateral (select make_date(extract(year from on_day)::int + y, s.first_month, 1) as first
                                 from generate_series(-1, 1) y) d) x
   where on_day >= x.first and on_day < x.next
$$;

create function service_units_without_round() returns table (municipality_id uuid, unit_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return query
    select u.municipality_id, u.id from unit u cross join survey_season_on(app_today()) n
     where not exists (select from survey_round r where r.municipality_id = u.municipality_id and r.unit_id = u.id
                          and r.year = n.year and r.season = n.season);
end $$;
grant execute on function service_units_without_round() to service;

create function service_open_round(municipality uuid, of_unit uuid, secret bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  insert into survey_round (municipality_id, unit_id, year, season, opens_on, offers_until, closes_on, sealed_secret)
    select m.id, of_unit, n.year, n.season, n.opens_on, n.offers_until, n.offers_until + m.survey_days, secret
      from municipality m cross join survey_season_on(app_today()) n where m.id = municipality
  on conflict (municipality_id, unit_id, year, season) do nothing;
end $$;
grant execute on function service_open_round(uuid, uuid, bytea) to service;

-- Of every round that is not over: how many tickets there are of each instrument, and how many places may be drawn.
create function service_survey_pools()
returns table (municipality_id uuid, round_id uuid, sealed_secret bytea, pools jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return query
    select r.municipality_id, r.id, r.sealed_secret,
           coalesce((select jsonb_agg(jsonb_build_object('instrument', p.instrument, 'version', p.instrument_version,
                                                         'tickets', p.tickets, 'drawn', p.drawn))
                       from (select x.instrument, x.instrument_version, sum(x.tickets)::int as tickets, max(x.drawn)::int as drawn
                               from (select t.instrument, t.instrument_version, 1 as tickets, 0 as drawn from survey.ticket t
                                      where t.municipality_id = r.municipality_id and t.round_id = r.id
                                     union all
                                     select i.instrument, i.instrument_version, 0, i.place + 1 from survey_invitation i
                                      where i.municipality_id = r.municipality_id and i.round_id = r.id) x
                              group by x.instrument, x.instrument_version) p), '[]')
      from survey_round r where r.sealed_secret is not null and app_today() between r.opens_on and r.closes_on;
end $$;
grant execute on function service_survey_pools() to service;

-- In the order they come, which must be none. Made twice they are made once.
create function service_add_tickets(municipality uuid, of_round uuid, by_instrument text, in_version int, hashes bytea[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  insert into survey.ticket (municipality_id, code_hash, round_id, instrument, instrument_version)
    select municipality, h, of_round, by_instrument, in_version from unnest(hashes) with ordinality as t(h, n) order by n
  on conflict do nothing;
end $$;
grant execute on function service_add_tickets(uuid, uuid, text, int, bytea[]) to service;

-- Fewer are not put down while others may still come (decision 28).
create function survey_least_mixed() returns int language sql immutable parallel safe as $$ select 10 $$;

-- What can be mixed: enough has come, or nothing more will.
create function service_envelopes_to_mix()
returns table (municipality_id uuid, round_id uuid, instrument text, instrument_version int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return query
    select e.municipality_id, e.round_id, e.instrument, e.instrument_version
      from survey.envelope e join survey_round r on r.municipality_id = e.municipality_id and r.id = e.round_id
     group by e.municipality_id, e.round_id, e.instrument, e.instrument_version, r.closes_on
    having count(*) >= survey_least_mixed() or r.closes_on < app_today();
end $$;
grant execute on function service_envelopes_to_mix() to service;

create function service_take_envelopes(municipality uuid, of_round uuid, by_instrument text, in_version int)
returns table (id uuid, sealed bytea) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return query
    select e.id, e.sealed from survey.envelope e
     where e.municipality_id = municipality and e.round_id = of_round and e.instrument = by_instrument
       and e.instrument_version = in_version
     -- As they came: what hides that is the lot that the worker draws.
     order by e.ctid limit 500 for update skip locked;
end $$;
grant execute on function service_take_envelopes(uuid, uuid, text, int) to service;

-- Puts down the answers in the order given, which must be drawn by lot, and takes away the envelopes they came in: one for
-- each. False, and nothing done, where they are too few while others may still come.
create function service_put_responses(municipality uuid, of_round uuid, by_instrument text, in_version int, envelopes uuid[],
  all_answers jsonb[], texts jsonb[]) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare taken int; is_over boolean;
begin
  perform require_service();
  select r.closes_on < app_today() into strict is_over from survey_round r where r.municipality_id = municipality and r.id = of_round;
  if cardinality(all_answers) < survey_least_mixed() and not is_over then return false; end if;
  delete from survey.envelope e
   where e.municipality_id = municipality and e.round_id = of_round and e.instrument = by_instrument
     and e.instrument_version = in_version and e.id = any (envelopes);
  get diagnostics taken = row_count;
  if taken <> cardinality(all_answers) or taken <> cardinality(envelopes) then
    raise exception 'one response for each envelope' using errcode = 'check_violation';
  end if;
  insert into survey.response (municipality_id, round_id, instrument, instrument_version, answers)
    select municipality, of_round, by_instrument, in_version, x.answers
      from unnest(all_answers) with ordinality as x(answers, n) order by n;
  insert into survey.free_text (municipality_id, round_id, instrument, instrument_version, item, words)
    select municipality, of_round, by_instrument, in_version, x.said->>'item', x.said->>'words'
      from unnest(texts) with ordinality as x(said, n) order by n;
  return true;
end $$;
grant execute on function service_put_responses(uuid, uuid, text, int, uuid[], jsonb[], jsonb[]) to service;

-- When a round is over: what was begun and never sent, and the secret that codes could be made of. What is unused stays as it is.
create function service_forget_rounds() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare forgotten int;
begin
  perform require_service();
  with over as (
    update survey_round r set sealed_secret = null where r.sealed_secret is not null and r.closes_on < app_today()
    returning r.municipality_id, r.id
  ), drafts as (
    delete from survey.draft d using over o, survey.ticket t
     where t.municipality_id = o.municipality_id and t.round_id = o.id
       and d.municipality_id = t.municipality_id and d.code_hash = t.code_hash
  )
  select count(*) into forgotten from over;
  return forgotten;
end $$;
grant execute on function service_forget_rounds() to service;

-- Reminds everybody who was asked, once: who has answered already is not known.
create function service_remind_surveys() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare reminded int;
begin
  perform require_service();
  insert into notice (municipality_id, person_id, kind, invitation_id, due_at)
    select i.municipality_id, i.person_id, 'surveyReminder', i.id, app_now()
      from survey_invitation i where app_today() between i.reminder_on and i.closes_on
  on conflict do nothing;
  get diagnostics reminded = row_count;
  return reminded;
end $$;
grant execute on function service_remind_surveys() to service;
