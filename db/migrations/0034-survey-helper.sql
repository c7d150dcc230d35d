-- Who helps those who are asked in a unit to answer: staff of another unit, as a municipality found to work (domain 3.1).
create table survey_helper (
  municipality_id uuid not null,
  unit_id uuid not null,
  staff_id uuid not null,
  valid daterange not null,
  source text not null,
  foreign key (municipality_id, unit_id) references unit,
  foreign key (municipality_id, staff_id) references staff_member,
  exclude using gist (municipality_id with =, unit_id with =, staff_id with =, valid with &&)
);
create index on survey_helper (municipality_id, staff_id);

insert into audit_action values ('showedSurveyCode');
