-- What somebody wrote in their own words, once its round has told: read by a named reviewer of another unit before anybody
-- of the unit may (domain 3.6). It left schema survey with all others of its season, under a new id.
create table survey_reviewer (
  municipality_id uuid not null,
  staff_id uuid not null,
  valid daterange not null,
  -- The decision that names the reviewer.
  source text not null check (char_length(source) between 1 and 200),
  primary key (municipality_id, staff_id, valid),
  foreign key (municipality_id, staff_id) references staff_member,
  exclude using gist (municipality_id with =, staff_id with =, valid with &&)
);

create table survey_text (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  instrument text not null,
  instrument_version int not null,
  item text not null,
  words text not null check (char_length(words) between 1 and 10000),
  -- Names and numbers that were found: [{start, end}], offsets in UTF-16.
  marks jsonb not null check (jsonb_typeof(marks) = 'array'),
  state text not null default 'waiting' check (state in ('waiting', 'released', 'masked', 'dropped')),
  -- What the unit reads.
  shown text check (char_length(shown) between 1 and 10000),
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, round_id) references survey_round,
  foreign key (municipality_id, reviewed_by) references staff_member,
  check ((state in ('released', 'masked')) = (shown is not null)),
  check ((state = 'waiting') = (reviewed_by is null) and (reviewed_by is null) = (reviewed_at is null))
);
create index on survey_text (municipality_id, round_id);

insert into audit_action values ('readSurveyText'), ('reviewedSurveyText');
