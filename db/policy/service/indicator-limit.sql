-- What the figures of a unit are measured against. Not granted.

-- The last day of a time that began on a day, by the rule of that day. Null where there was none: then nothing is measured.
create function indicator_last_day(of_indicator text, from_day date, days_off date[] default '{}') returns date
language sql stable set search_path = public, pg_temp as $$
  select case l.unit
           when 'days' then from_day + l.amount
           when 'months' then (from_day + make_interval(months => l.amount))::date
           when 'workingDays' then
             (select d::date from generate_series(from_day + 1, from_day + 30, interval '1 day') d
               where d::date <> all (days_off) order by d offset l.amount - 1 limit 1)
         end
    from indicator_limit l where l.indicator = of_indicator and l.valid @> from_day
$$;

create function stockholm_midnight(on_day date) returns timestamptz language sql immutable parallel safe as
  $$ select on_day::timestamp at time zone 'Europe/Stockholm' $$;
