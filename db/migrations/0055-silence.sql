-- No silent months (feature F5): where nothing came that somebody can read, the caseworker is asked for a line.
create table silence_rule (
  municipality_id uuid not null references municipality,
  valid daterange not null,
  days int not null check (days between 7 and 365),
  source text not null,
  exclude using gist (municipality_id with =, valid with &&)
);

-- A few words to one reader of a case: that nothing has happened, why, and what comes next.
create table case_line (
  municipality_id uuid not null,
  -- Chosen by the form: sent twice it is one line.
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  text text not null check (char_length(text) between 1 and 600),
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, written_by) references staff_member
);
create index on case_line (municipality_id, case_id, person_id, written_at);

-- That a line is asked for. It is over when something has come, or the reader does not read the case any more.
create table silence (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  asked_at timestamptz not null,
  ended_at timestamptz check (ended_at >= asked_at),
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, person_id) references person
);
create unique index on silence (municipality_id, case_id, person_id) where ended_at is null;

insert into notice_kind values ('newLine');
alter table notice add line_id uuid, add foreign key (municipality_id, line_id) references case_line;
create unique index on notice (municipality_id, line_id) where line_id is not null;

insert into audit_action values ('wroteLine'), ('askedForLine');
