-- What every role stands on. Every table has row-level security on: one without a policy shows staff nothing.
revoke all on schema public from public;
grant usage on schema public to person, staff, service;
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;

-- Nobody calls a function that was not granted by name.
alter default privileges revoke execute on functions from public;

-- What a transaction was opened with. Unset reads as null, and null matches no row: closed by default.
create function app_municipality() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.municipality', true), '')::uuid $$;
grant execute on function app_municipality() to person, staff, service;

create function app_subject() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.subject', true), '')::uuid $$;
grant execute on function app_subject() to person, staff, service;

create function app_now() returns timestamptz language sql stable parallel safe as
  $$ select nullif(current_setting('app.now', true), '')::timestamptz $$;
grant execute on function app_now() to person, staff, service;

-- Legal days are Swedish days, wherever the server stands.
create function app_today() returns date language sql stable parallel safe as
  $$ select (nullif(current_setting('app.now', true), '')::timestamptz at time zone 'Europe/Stockholm')::date $$;
grant execute on function app_today() to person, staff, service;

-- The ages in force on the day of the transaction. A rule that is not in force gives null, which opens nothing.
create view legal_age_today as select key, years from legal_age where valid @> app_today();

-- Whole years lived on a day. 29 February is reached on 1 March in other years: age() would say 28 February.
create function age_on(birth date, on_day date) returns int language sql immutable parallel safe as $$
  select extract(year from on_day)::int - extract(year from birth)::int
       - case when (extract(month from on_day), extract(day from on_day))
                 < (extract(month from birth), extract(day from birth)) then 1 else 0 end
$$;
grant execute on function age_on(date, date) to person, staff, service;
