-- "Ni sa – vi gjorde": what the team leader says back to everybody who was asked in a round that has told.
create table survey_reply (
  municipality_id uuid not null,
  round_id uuid not null,
  heard text not null check (char_length(heard) between 1 and 2000),
  done text not null check (char_length(done) between 1 and 2000),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (municipality_id, round_id),
  foreign key (municipality_id, round_id) references survey_round,
  foreign key (municipality_id, written_by) references staff_member
);

insert into audit_action values ('wroteSurveyReply');
