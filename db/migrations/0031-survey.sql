-- The survey in BBIC's follow-up. Who is asked stands here; what is answered stands in schema survey, which no role may
-- use: answers come there through functions alone, and no key leads from them to a case or a person.
do $$ begin
  if not exists (select from pg_roles where rolname = 'respondent') then
    create role respondent nologin noinherit;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the cluster was first
end $$;

-- How long somebody may answer, and after how many days they are reminded (domain 5.3: three weeks, one reminder after one).
alter table municipality
  add survey_days int not null default 21 check (survey_days > 0),
  add survey_reminder_days int not null default 7 check (survey_reminder_days > 0);

create table survey_season (
  season text primary key,
  first_month int not null unique check (first_month between 1 and 12)
);
insert into survey_season values ('spring', 1), ('autumn', 8);

-- One season in one unit. Whoever is asked on its last day may still answer as long as everybody else.
create table survey_round (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  year int not null check (year between 2000 and 2200),
  season text not null references survey_season,
  opens_on date not null,
  offers_until date not null,
  closes_on date not null,
  -- What its codes are made of, sealed with DATA_KEYS (app/survey/survey-code.ts). Gone when the round is over: then
  -- nobody can make them again.
  sealed_secret bytea,
  primary key (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit,
  unique (municipality_id, unit_id, year, season),
  check (opens_on <= offers_until and offers_until < closes_on)
);

-- That somebody was asked, never whether they answered. The place is drawn by lot; only the round's secret leads from
-- it to a code.
create table survey_invitation (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  person_id uuid not null,
  instrument text not null check (instrument ~ '^[a-z0-9-]{1,60}$'),
  instrument_version int not null check (instrument_version > 0),
  place int not null check (place >= 0),
  opens_on date not null,
  reminder_on date not null,
  closes_on date not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, round_id) references survey_round,
  foreign key (municipality_id, person_id) references person,
  unique (municipality_id, person_id, round_id, instrument),
  unique (municipality_id, round_id, instrument, instrument_version, place),
  check (opens_on < reminder_on and reminder_on <= closes_on)
);

create schema survey;

-- What a code opens. They are made many at a time, long before anybody is asked, and in no order.
create table survey.ticket (
  municipality_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  round_id uuid not null,
  instrument text not null,
  instrument_version int not null,
  is_used boolean not null default false,
  primary key (municipality_id, code_hash),
  foreign key (municipality_id, round_id) references public.survey_round
);
-- A code does not say of which municipality it is.
create unique index on survey.ticket (code_hash);
create index on survey.ticket (municipality_id, round_id, instrument);

-- What is half answered, under a key that only the code gives. All are of one size.
create table survey.draft (
  municipality_id uuid not null,
  code_hash bytea not null,
  sealed bytea not null,
  primary key (municipality_id, code_hash),
  foreign key (municipality_id, code_hash) references survey.ticket
);

-- What was sent and is not mixed yet, sealed with DATA_KEYS. All are of one size.
create table survey.envelope (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  instrument text not null,
  instrument_version int not null,
  sealed bytea not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, round_id) references public.survey_round
);
create index on survey.envelope (municipality_id, round_id, instrument, instrument_version);

-- {item: option or [options]}. No time and nobody's key.
create table survey.response (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  instrument text not null,
  instrument_version int not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  primary key (municipality_id, id),
  foreign key (municipality_id, round_id) references public.survey_round
);
create index on survey.response (municipality_id, round_id, instrument);

-- Apart from the rest of the same answer.
create table survey.free_text (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  instrument text not null,
  instrument_version int not null,
  item text not null,
  words text not null check (char_length(words) between 1 and 10000),
  primary key (municipality_id, id),
  foreign key (municipality_id, round_id) references public.survey_round
);
create index on survey.free_text (municipality_id, round_id);

-- Sealed bytes do not shrink: trying costs only time.
alter table survey.draft alter column sealed set storage external;
alter table survey.envelope alter column sealed set storage external;

insert into audit_action values ('offeredSurvey');
insert into notice_kind values ('surveyOffer'), ('surveyReminder');
alter table notice add invitation_id uuid;
alter table notice add foreign key (municipality_id, invitation_id) references survey_invitation;
create unique index on notice (municipality_id, invitation_id, kind) where invitation_id is not null;
