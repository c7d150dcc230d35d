-- How long documentation takes, without watching anybody: a row a signed version, which names no person, case, note
-- or author (docs/decisions/0014-measuring-without-watching.md). No role reads it; a report counts it by group.
create table documentation_time (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  signed_on date not null,
  origin text not null check (origin in ('spoken', 'typed', 'uploaded', 'ingested')),
  engine text,
  -- From the note's first row to its first whole text.
  first_draft_seconds int,
  dictation_seconds int not null,
  -- Between deeds on the draft, from its first text to the signature; pauses longer than a quarter of an hour are left out.
  edit_seconds int not null,
  words int not null,
  edited_words int,
  -- Tells authors of one unit and quarter apart and says who none of them is.
  author_pseudonym bytea not null check (length(author_pseudonym) = 32),
  primary key (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit
);
create index on documentation_time (municipality_id, unit_id, signed_on);

-- Made for one quarter and thrown away after it: from then on nobody can find an author again.
create table documentation_time_key (
  municipality_id uuid not null,
  unit_id uuid not null,
  quarter date not null,
  secret bytea not null check (length(secret) = 64),
  primary key (municipality_id, unit_id, quarter),
  foreign key (municipality_id, unit_id) references unit
);

-- Time for documentation, by unit and quarter: never anybody's own.

-- Smallest groups that a figure may be shown of, with source and validity.
create table statistics_minimum (
  counted text not null check (counted in ('authors', 'notes')),
  minimum int not null check (minimum > 1),
  source text not null,
  valid daterange not null,
  exclude using gist (counted with =, valid with &&)
);

insert into statistics_minimum (counted, minimum, source, valid) values
  ('authors', 5, 'Kolada publishes results of the surveys of placed youths and open interventions from 5 answers', '[2020-01-01,)'),
  ('notes', 10, 'Kolada publishes numbers of answers, and what is counted from them, from 10', '[2020-01-01,)');
