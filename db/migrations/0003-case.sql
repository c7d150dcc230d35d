-- The case and who belongs to it. Every relation is dated; ranges of one relation never overlap.
create table case_file (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  child_id uuid not null,
  case_number text not null,
  opened_on date not null,
  closed_on date,
  -- The portal holds copies for reading; they are closed to persons after this day (domain 4.9).
  readable_until date,
  primary key (municipality_id, id),
  unique (municipality_id, case_number),
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, child_id) references person,
  check (closed_on is null or closed_on >= opened_on)
);
create index on case_file (municipality_id, unit_id);
create index on case_file (municipality_id, child_id);

-- Which relations open a case in the portal, and which of them end when the child comes of age.
create table party_role (
  role text primary key,
  reads_case boolean not null,
  ends_at_majority boolean not null,
  source text not null
);

insert into party_role values
  ('child', true, false, 'SoL 3 kap. 3-4 §§, OSL 12 kap. 1 §'),
  ('guardian', true, true, 'FB 6 kap. 2, 11 §§; OSL 12 kap. 3 §'),
  ('appointedCustodian', true, true, 'FB 6 kap. 2, 11 §§'),
  ('publicCounsel', false, false, 'LVU 39 §: insight by the court, not from the portal'),
  ('fosterCarer', false, false, 'no party: OSL 26 kap. 1 §');

create table case_party (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  person_id uuid not null,
  role text not null references party_role,
  valid daterange not null,
  source text not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, person_id) references person,
  -- The person first: sessions ask for one person's relations, and the planner likes this index for its dates.
  exclude using gist (municipality_id with =, person_id with =, case_id with =, valid with &&)
);
create index on case_party (municipality_id, person_id);
create index on case_party (municipality_id, case_id);

-- A guardian block names child and person, not the relation, so it survives a refreshed register.
create table case_party_block (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  child_id uuid not null,
  person_id uuid not null,
  valid daterange not null,
  ground text not null,
  decided_by uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, child_id) references person,
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, decided_by) references staff_member,
  exclude using gist (municipality_id with =, person_id with =, child_id with =, valid with &&)
);

create table stage_kind (
  stage text primary key,
  -- Place on the usual path; null for a stage beside it. A path may go back and repeat.
  position int unique
);

insert into stage_kind values
  ('report', 1), ('preliminaryAssessment', 2), ('investigation', 3), ('disclosureForComment', 4),
  ('decision', 5), ('intervention', 6), ('followUp', 7), ('closure', 8),
  ('noInvestigation', null), ('immediateCustody', null);

create table case_stage (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  stage text not null references stage_kind,
  started_on date not null,
  -- The date the stage text names: when it must be done, or when the next step is.
  due_on date,
  -- A stage is told by a person before it stands on a screen.
  shown_from timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file
);
create index on case_stage (municipality_id, case_id, started_on);

create table caseworker_assignment (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('lead', 'deputy')),
  valid daterange not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, staff_id) references staff_member,
  exclude using gist (municipality_id with =, case_id with =, kind with =, valid with &&)
);
create index on caseworker_assignment (municipality_id, staff_id);

create table deadline_kind (kind text primary key);
insert into deadline_kind values
  ('comment'), ('investigation'), ('consideration'), ('courtSubmission'), ('careApplication');

-- A day something must be done by. Without a person it is the authority's own and is shown to every reader.
create table deadline (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  person_id uuid,
  kind text not null references deadline_kind,
  due_on date not null,
  done_on date,
  source text not null,
  shown_from timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, person_id) references person
);
create index on deadline (municipality_id, case_id);

-- Words of a case that an engine does not know: a school, a dog, a medicine. Given to it as spelling help.
create table case_word (
  municipality_id uuid not null,
  case_id uuid not null,
  word text not null check (char_length(word) between 1 and 60),
  added_by uuid not null,
  primary key (municipality_id, case_id, word),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, added_by) references staff_member
);
