-- What a round of the survey has told, once it is over (docs/decisions/0029-small-numbers.md). Pages and files read this
-- alone: what was answered stays in a schema that no role of theirs reads.

alter table statistics_minimum drop constraint statistics_minimum_counted_check;
alter table statistics_minimum add constraint statistics_minimum_counted_check
  check (counted in ('authors', 'notes', 'people', 'answers'));
insert into statistics_minimum (counted, minimum, source, valid) values
  ('people', 5, 'Kolada publishes results of the surveys of placed youths and open interventions from 5 answers', '[2020-01-01,)'),
  ('answers', 10, 'Kolada publishes numbers of answers and response rates of SKR''s survey from 10 answers', '[2020-01-01,)');

-- All rounds of a municipality in one season are told together, once: a total must not give away a part.
create table survey_telling (
  municipality_id uuid not null references municipality,
  id uuid not null default gen_random_uuid(),
  year int not null,
  season text not null references survey_season,
  told_on date not null,
  -- The smallest side that was told of: where most have answered one way, fewer than this have not.
  fewest int not null check (fewest >= 5),
  primary key (municipality_id, id),
  unique (municipality_id, year, season)
);

create table survey_figure (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  telling_id uuid not null,
  -- Null: all rounds of the telling together.
  round_id uuid,
  instrument text not null,
  instrument_version int not null,
  item text not null,
  -- Null: the positive answers to the item, whichever they are.
  option text,
  answers int,
  counted int,
  -- "most" or "few": the smaller side is too small to be told of.
  leaning text check (leaning in ('most', 'few')),
  primary key (municipality_id, id),
  unique nulls not distinct (municipality_id, telling_id, round_id, instrument, instrument_version, item, option),
  foreign key (municipality_id, telling_id) references survey_telling,
  foreign key (municipality_id, round_id) references survey_round,
  -- Whatever the program says, no number below the limits of 2020 gets in, nor one that leaves fewer on its other side.
  constraint survey_figure_tells_of_enough check (
    (answers is null or answers >= 10)
    and (counted is null or (answers is not null and counted >= 5 and answers - counted >= 5))
    and (leaning is null or (counted is null and option is null)))
);
create index on survey_figure (municipality_id, round_id);

insert into audit_action values ('toldSurvey');
