-- The figures of a unit, worked out once by the worker, which learns only which periods there are.

-- What is over and not worked out: quarters of the last two years, two weeks after their end, when what was done has been
-- written; rounds of the survey, when nobody is offered it any more. Not granted.
create view uncounted_indicator_period with (security_barrier) as
with ended as (
  select u.municipality_id, u.id as unit_id, 'quarter' as period, q::date as begins, (q + interval '3 months')::date as next_day
    from acting me
   cross join unit u
   cross join generate_series(date_trunc('quarter', me.today) - interval '2 years', me.today, interval '3 months') q
   where (q + interval '3 months')::date + 14 <= me.today
  union all
  select r.municipality_id, r.unit_id, 'season', r.opens_on, r.offers_until + 1
    from acting me
    join survey_round r on r.offers_until < me.today and r.opens_on >= me.today - interval '2 years'
)
select e.* from ended e
 where not exists (select from indicator_period p where p.municipality_id = e.municipality_id and p.unit_id = e.unit_id
                      and p.period = e.period and p.begins = e.begins);

create function service_periods_to_count()
returns table (municipality_id uuid, unit_id uuid, period text, begins date, next_day date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return query select u.municipality_id, u.unit_id, u.period, u.begins, u.next_day from uncounted_indicator_period u
                order by u.begins, u.municipality_id, u.unit_id, u.period;
end $$;
grant execute on function service_periods_to_count() to service;

-- Works out a period and keeps what may be told of it. False: it is not over, or another was first.
-- days_off: days that are not worked, from the period's first until a month after its last.
create function service_count_period(municipality uuid, of_unit uuid, of_period text, first_day date, days_off date[]) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  next_one date;
  minimum int := (select m.minimum from statistics_minimum m where m.counted = 'subjects' and m.valid @> (select app_today()));
begin
  perform require_service();
  select u.next_day into next_one from uncounted_indicator_period u
   where u.municipality_id = municipality and u.unit_id = of_unit and u.period = of_period and u.begins = first_day;
  if not found then return false; end if;
  insert into indicator_period (municipality_id, unit_id, period, begins, counted_on)
    values (municipality, of_unit, of_period, first_day, app_today()) on conflict do nothing;
  if not found then return false; end if;
  insert into indicator_figure (municipality_id, unit_id, period, begins, indicator, value, subjects)
    with entry as (
      select * from indicator_follow_ups(municipality, of_unit, first_day, next_one)
      union all select * from indicator_case_times(municipality, of_unit, first_day, next_one)
      union all select * from indicator_notes(municipality, of_unit, first_day, next_one)
      union all select * from indicator_answers(municipality, of_unit, first_day, next_one, days_off)
      union all select * from indicator_survey_offers(municipality, of_unit, first_day)
    ), figure as (
      select i.indicator, i.measured_in, count(distinct e.subject)::int as subjects,
             case i.made_by when 'mean' then avg(e.amount)
                            when 'median' then percentile_cont(0.5) within group (order by e.amount)::numeric
                            else count(distinct e.subject) end as value
        from entry e join indicator i on i.indicator = e.indicator and i.period = of_period
       group by i.indicator
    )
    -- Whole per cent, days and hours. Without a minimum in force nothing is told.
    select municipality, of_unit, of_period, first_day, f.indicator,
           case when f.subjects >= minimum then round(f.value, case f.measured_in when 'share' then 2 else 0 end) end,
           case when f.subjects >= minimum then f.subjects end
      from figure f;
  insert into audit_event (municipality_id, at, actor_kind, action) values (municipality, app_now(), 'service', 'countedIndicators');
  return true;
end $$;
grant execute on function service_count_period(uuid, uuid, text, date, date[]) to service;
