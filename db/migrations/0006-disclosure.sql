-- The grounds the law gives for showing less than everything. One that is no longer in force is not offered again.
create table disclosure_ground (
  ground text primary key,
  position int not null unique,
  source text not null,
  valid daterange not null
);
insert into disclosure_ground values
  ('OSL 26:1', 1, 'Offentlighets- och sekretesslag (2009:400) 26 kap. 1 §', '[2009-06-30,)'),
  ('OSL 12:3', 2, 'Offentlighets- och sekretesslag (2009:400) 12 kap. 3 §', '[2009-06-30,)'),
  ('OSL 26:2', 3, 'Offentlighets- och sekretesslag (2009:400) 26 kap. 2 §', '[2009-06-30,)'),
  ('OSL 26:5', 4, 'Offentlighets- och sekretesslag (2009:400) 26 kap. 5 §', '[2009-06-30,)'),
  ('OSL 21:3', 5, 'Offentlighets- och sekretesslag (2009:400) 21 kap. 3 §', '[2009-06-30,)'),
  ('OSL 21:3 a', 6, 'Offentlighets- och sekretesslag (2009:400) 21 kap. 3 a §', '[2019-01-01,)'),
  ('OSL 10:3', 7, 'Offentlighets- och sekretesslag (2009:400) 10 kap. 3 §', '[2009-06-30,)'),
  ('investigation', 8, 'Offentlighets- och sekretesslag (2009:400) 10 kap. 3 § och 26 kap. 1 §: men för utredningen', '[2009-06-30,)');

-- One decision per item and person: what that person may read, on which ground, by whom, until reviewed when.
create table disclosure (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  note_id uuid,
  document_id uuid,
  person_id uuid not null,
  level text not null check (level in ('full', 'partial', 'title', 'withheld', 'later')),
  title text,
  -- Own text of a partial disclosure: paragraphs as in note_version, or sections as in document_version.
  partial_text jsonb check (jsonb_typeof(partial_text) = 'array'),
  ground text references disclosure_ground,
  -- Ground and review date are told only where they are not themselves secret.
  ground_shown boolean not null default false,
  harm_assessment text,
  review_on date,
  shown_from timestamptz not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, note_id, person_id),
  unique (municipality_id, document_id, person_id),
  foreign key (municipality_id, note_id) references note on delete cascade,
  foreign key (municipality_id, document_id) references document,
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, decided_by) references staff_member,
  check (num_nonnulls(note_id, document_id) = 1),
  check ((level = 'partial') = (partial_text is not null)),
  -- The note's own title may say too much where its text may not be read.
  check (level not in ('partial', 'title') or title is not null),
  -- Less than everything has a ground and a written harm assessment (OSL 2009:400).
  constraint disclosure_less_than_all_has_grounds
    check (level = 'full' or (harm_assessment is not null and ground is not null))
);
create index on disclosure (municipality_id, person_id);

-- Every decision on who may read what, kept when it is changed: disclosure holds the one in force.
create table disclosure_decision (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  disclosure_id uuid not null,
  -- The row of disclosure as it was decided.
  decided jsonb not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, disclosure_id) references disclosure on delete cascade
);
