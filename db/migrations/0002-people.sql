-- People and staff. A personal identity number is stored encrypted beside a keyed hash for look-up; it is
-- never a key, since a number can be corrected (folkbokföringslag 1991:481 18 §).
create table person (
  municipality_id uuid not null references municipality,
  id uuid not null default gen_random_uuid(),
  given_name text not null,
  family_name text not null,
  birth_date date not null,
  id_number_encrypted bytea not null,
  id_number_hash bytea not null,
  language text not null default 'sv' check (language in ('sv', 'sv-latt', 'en', 'ar', 'fi', 'so')),
  text_size text not null default 'normal' check (text_size in ('normal', 'large', 'larger')),
  primary key (municipality_id, id),
  unique (municipality_id, id_number_hash)
);

-- Skatteverket's three levels; the first two are flags, an assumed identity carries none (domain 4.8).
create table person_protection (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null check (kind in ('confidentialityMarking', 'protectedRegistration')),
  valid daterange not null,
  source text not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person,
  exclude using gist (municipality_id with =, person_id with =, kind with =, valid with &&)
);

create table staff_member (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  given_name text not null,
  family_name text not null,
  title text not null,
  role text not null check (role in ('caseworker', 'teamLeader', 'chair')),
  phone text not null,
  phone_hours text not null,
  id_number_encrypted bytea not null,
  id_number_hash bytea not null,
  -- The name an employee has in other systems.
  employee_id text check (employee_id ~ '^[A-Za-z0-9._-]{1,40}$'),
  employed daterange not null,
  language text not null default 'sv' check (language in ('sv', 'sv-latt', 'en', 'ar', 'fi', 'so')),
  primary key (municipality_id, id),
  unique (municipality_id, id_number_hash),
  unique (municipality_id, employee_id),
  foreign key (municipality_id, unit_id) references unit
);
