-- A number that somebody no longer has: a samordningsnummer that became a personnummer, a corrected number
-- (folkbokföringslag 1991:481 18, 18 a §§). Nobody is found by it, and nobody else is given it.
create table former_number (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  id_number_encrypted bytea not null,
  id_number_hash bytea not null,
  given_up_at timestamptz not null,
  changed_by uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, changed_by) references staff_member
);
create index on former_number (municipality_id, id_number_hash);
create index on former_number (municipality_id, person_id);

-- One person who turned out to be two rows goes on as one. The other keeps its id, which the log and signed texts name,
-- and nothing else; no number answers to it.
alter table person
  add merged_into uuid,
  add foreign key (municipality_id, merged_into) references person,
  add check (merged_into <> id);
create index on person (municipality_id, merged_into) where merged_into is not null;

insert into audit_action values ('changedNumber'), ('mergedPerson');
