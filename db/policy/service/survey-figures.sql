-- What may be told of a round that is over is worked out by the worker, which learns how many have answered what, and
-- never who.

-- Rounds of a season that are over for a whole day, so that all of their answers have been mixed; one that cannot be read
-- keeps the others waiting for a week. Not granted.
create view untold_survey with (security_barrier) as
select r.municipality_id, r.year, r.season
  from survey_round r
 group by r.municipality_id, r.year, r.season
having max(r.closes_on) + 1 < (select app_today())
   and (max(r.closes_on) + 7 < (select app_today())
        or not exists (select from survey.envelope e
                         join survey_round x on x.municipality_id = e.municipality_id and x.id = e.round_id
                        where x.municipality_id = r.municipality_id and x.year = r.year and x.season = r.season))
   and not exists (select from survey_telling t where t.municipality_id = r.municipality_id and t.year = r.year and t.season = r.season);

create function service_surveys_to_tell() returns table (municipality_id uuid, year int, season text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return query select u.municipality_id, u.year, u.season from untold_survey u order by 2, 3, 1;
end $$;
grant execute on function service_surveys_to_tell() to service;

-- Answers by round, form, question and answer. option null: how many have answered the question at all.
create function service_survey_counts(municipality uuid, of_year int, of_season text)
returns table (round_id uuid, instrument text, instrument_version int, item text, option text, answers int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_service();
  return query
    select r.id, a.instrument, a.instrument_version, q.item, o.option, count(*)::int
      from survey_round r
      join survey.response a on a.municipality_id = r.municipality_id and a.round_id = r.id
     cross join lateral jsonb_each(a.answers) q (item, given)
     cross join lateral (
       select null
       union all
       select distinct x from jsonb_array_elements_text(
         case jsonb_typeof(q.given) when 'array' then q.given else jsonb_build_array(q.given) end) x) o (option)
     where r.municipality_id = municipality and r.year = of_year and r.season = of_season
       and exists (select from untold_survey u where u.municipality_id = municipality and u.year = of_year and u.season = of_season)
     group by r.id, a.instrument, a.instrument_version, q.item, o.option;
end $$;
grant execute on function service_survey_counts(uuid, int, text) to service;

create function service_survey_minimums(out people int, out answers int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  select max(m.minimum) filter (where m.counted = 'people'), max(m.minimum) filter (where m.counted = 'answers') into people, answers
    from statistics_minimum m where m.valid @> (select app_today());
end $$;
grant execute on function service_survey_minimums() to service;

-- Texts of a season that a reviewer may read: of forms that enough have answered in the round.
create function service_survey_texts(municipality uuid, of_year int, of_season text)
returns table (id uuid, round_id uuid, instrument text, instrument_version int, item text, words text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_service();
  return query
    select f.id, f.round_id, f.instrument, f.instrument_version, f.item, f.words
      from survey_round r join survey.free_text f on f.municipality_id = r.municipality_id and f.round_id = r.id
     where r.municipality_id = municipality and r.year = of_year and r.season = of_season
       and exists (select from untold_survey u where u.municipality_id = municipality and u.year = of_year and u.season = of_season)
       and (select people from service_survey_minimums())
           <= (select count(*) from survey.response a
                where a.municipality_id = f.municipality_id and a.round_id = f.round_id and a.instrument = f.instrument
                  and a.instrument_version = f.instrument_version);
end $$;
grant execute on function service_survey_texts(uuid, int, text) to service;

-- Keeps what is told, once: the second who has worked it out changes nothing. False then.
create function service_tell_survey(municipality uuid, of_year int, of_season text, figures jsonb, texts jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare telling uuid;
begin
  perform require_service();
  insert into survey_telling (municipality_id, year, season, told_on, fewest)
    select u.municipality_id, u.year, u.season, app_today(), (select x.people from service_survey_minimums() x)
      from untold_survey u where u.municipality_id = municipality and u.year = of_year and u.season = of_season
  on conflict do nothing returning id into telling;
  if telling is null then return false; end if;
  insert into survey_figure (municipality_id, telling_id, round_id, instrument, instrument_version, item, option, answers, counted,
                             leaning)
    select municipality, telling, f."roundId", f.instrument, f.version, f.item, f.option, f.answers, f.counted, f.leaning
      from jsonb_to_recordset(figures) as f("roundId" uuid, instrument text, version int, item text, option text, answers int,
                                            counted int, leaning text);
  -- In no order, under new ids: from here on nothing of a text leads back to where it lay.
  insert into survey_text (municipality_id, round_id, instrument, instrument_version, item, words, marks)
    select municipality, x."roundId", x.instrument, x.version, x.item, x.words, x.marks
      from jsonb_to_recordset(texts) as x("roundId" uuid, instrument text, version int, item text, words text, marks jsonb)
     order by gen_random_uuid();
  delete from survey.free_text f using jsonb_to_recordset(texts) as x(id uuid)
   where f.municipality_id = municipality and f.id = x.id;
  insert into audit_event (municipality_id, at, actor_kind, action) values (municipality, app_now(), 'service', 'toldSurvey');
  return true;
end $$;
grant execute on function service_tell_survey(uuid, int, text, jsonb, jsonb) to service;

-- A number below the limits in force on the day it is told is refused, whoever works it out.
create function refuse_small_figure() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare people int; answers int;
begin
  select max(m.minimum) filter (where m.counted = 'people'), max(m.minimum) filter (where m.counted = 'answers') into people, answers
    from statistics_minimum m
    join survey_telling t on t.municipality_id = new.municipality_id and t.id = new.telling_id and m.valid @> t.told_on;
  if new.answers < answers or least(new.counted, new.answers - new.counted) < people or answers is null or people is null then
    raise exception 'a figure tells of too few' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger survey_figure_is_of_enough before insert or update on survey_figure
  for each row execute function refuse_small_figure();
