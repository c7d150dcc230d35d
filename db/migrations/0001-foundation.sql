-- Roles, settings of a transaction, and law as data.
-- A request runs in one transaction as exactly one of three roles (architecture 4). Roles belong to the
-- whole cluster, so they are made only where they are missing.
create extension if not exists btree_gist;

do $$
declare role_name text;
begin
  foreach role_name in array array['person', 'staff', 'service'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin noinherit', role_name);
    end if;
  end loop;
exception when duplicate_object or unique_violation then null; -- another database of the cluster was first
end $$;

revoke all on schema public from public;
grant usage on schema public to person, staff, service;
-- Nobody calls a function that was not granted by name.
alter default privileges revoke execute on functions from public;

-- What a transaction was opened with. Unset reads as null, and null matches no row: closed by default.
create function app_municipality() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.municipality', true), '')::uuid $$;
create function app_subject() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.subject', true), '')::uuid $$;
create function app_now() returns timestamptz language sql stable parallel safe as
  $$ select nullif(current_setting('app.now', true), '')::timestamptz $$;
-- Legal days are Swedish days, wherever the server stands.
create function app_today() returns date language sql stable parallel safe as
  $$ select (nullif(current_setting('app.now', true), '')::timestamptz at time zone 'Europe/Stockholm')::date $$;
grant execute on function app_municipality(), app_subject(), app_now(), app_today() to person, staff, service;

create table municipality (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  phone text not null,
  -- Own sign-in below this age is off: a younger child reads together with an adult (domain 2.6).
  own_sign_in_age int not null default 13 check (own_sign_in_age between 0 and 18)
);

create table unit (
  municipality_id uuid not null references municipality,
  id uuid not null default gen_random_uuid(),
  name text not null,
  primary key (municipality_id, id)
);

-- Ages that the law gives a meaning, with source and validity. Municipality-independent.
create table legal_age (
  key text not null check (key in ('child_text_until', 'own_party', 'majority', 'sees_guardian_reads')),
  years int not null check (years between 0 and 30),
  source text not null,
  valid daterange not null,
  exclude using gist (key with =, valid with &&)
);
insert into legal_age (key, years, source, valid) values
  ('child_text_until', 12, 'SoL (2025:400) 3 kap. 3 §: information adapted to the child; the band 0-12 is ours', '[2025-07-01,)'),
  ('own_party', 15, 'SoL (2025:400) 3 kap. 4 §, LVU (1990:52) 36 §', '[2025-07-01,)'),
  ('majority', 18, 'FB (1949:381) 6 kap. 2 §', '[1974-07-01,)'),
  ('sees_guardian_reads', 15, 'SoL (2025:400) 3 kap. 4 §: own party from 15; the choice to show is ours', '[2025-07-01,)');

-- The ages in force on the day of the transaction. A rule that is not in force gives null, which opens nothing.
create view legal_age_today as select key, years from legal_age where valid @> app_today();

-- Whole years lived on a day. 29 February is reached on 1 March in other years: age() would say 28 February.
create function age_on(birth date, on_day date) returns int language sql immutable parallel safe as $$
  select extract(year from on_day)::int - extract(year from birth)::int
       - case when (extract(month from on_day), extract(day from on_day))
                 < (extract(month from birth), extract(day from birth)) then 1 else 0 end
$$;
grant execute on function age_on(date, date) to person, staff, service;
grant select on legal_age, municipality, unit to staff;
