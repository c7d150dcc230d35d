-- Migrations hold tables, constraints and data. Who may see and do what stands in db/policy.
create extension if not exists btree_gist;

-- A request runs in one transaction as exactly one of three roles (architecture 4). Roles belong to the whole
-- cluster, so they are made only where they are missing.
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

-- Signs for whom a transaction acts (db/policy/context.sql). One row, made with the database, which no role may read.
create table context_secret (
  secret text primary key check (length(secret) = 64),
  is_only boolean not null unique default true check (is_only)
);
insert into context_secret (secret)
  values (encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex'));
