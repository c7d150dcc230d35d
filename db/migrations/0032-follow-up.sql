-- What became of a planned follow-up, and what was said at one (Socialtjänstförordning 2025:468 10 kap. 3 §; domain 2.7).
create table follow_up_outcome (outcome text primary key, position int not null unique);
insert into follow_up_outcome values ('held', 1), ('moved', 2), ('notHeld', 3);

-- How far a goal has come, as those who met see it. The goal of the plan itself changes with a new version of the plan.
create table goal_progress (progress text primary key, position int not null unique);
insert into goal_progress values ('reached', 1), ('onTheWay', 2), ('notYet', 3), ('noLongerWanted', 4);

-- Socialstyrelsen's triangle (BBIC, version since 2015; domain 2.2).
create table bbic_area (area text primary key, side text not null, position int not null unique);
insert into bbic_area values
  ('health', 'childDevelopment', 1), ('education', 'childDevelopment', 2),
  ('emotionsAndBehaviour', 'childDevelopment', 3), ('socialRelations', 'childDevelopment', 4),
  ('basicCare', 'parentingCapacity', 5), ('stimulationAndGuidance', 'parentingCapacity', 6),
  ('emotionalAvailability', 'parentingCapacity', 7), ('safety', 'parentingCapacity', 8),
  ('currentFamilySituation', 'familyAndEnvironment', 9), ('familyBackground', 'familyAndEnvironment', 10),
  ('housingWorkEconomy', 'familyAndEnvironment', 11), ('socialNetworkAndIntegration', 'familyAndEnvironment', 12);

alter table follow_up
  add starts_at time,
  add place text check (char_length(place) between 1 and 200),
  -- Null while it is ahead of us, or nobody has written what became of it.
  add outcome text references follow_up_outcome;
update follow_up set outcome = 'held' where held_on is not null;
alter table follow_up add check ((held_on is null) = (outcome is distinct from 'held'));

-- What staff wrote of it. The family reads of it in a note, which is signed and released as every note.
create table follow_up_record (
  municipality_id uuid not null,
  follow_up_id uuid not null,
  reason text check (char_length(reason) between 1 and 1000),
  school text check (char_length(school) between 1 and 4000),
  health text check (char_length(health) between 1 and 4000),
  family_contact text check (char_length(family_contact) between 1 and 4000),
  plan_change text check (char_length(plan_change) between 1 and 4000),
  -- The follow-up that was agreed on.
  next_id uuid,
  note_id uuid,
  -- Chosen by the form, so that sending twice makes one record.
  form_key uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (municipality_id, follow_up_id),
  unique (municipality_id, recorded_by, form_key),
  foreign key (municipality_id, follow_up_id) references follow_up,
  foreign key (municipality_id, next_id) references follow_up,
  foreign key (municipality_id, note_id) references note on delete set null (note_id),
  foreign key (municipality_id, recorded_by) references staff_member
);
create index on follow_up_record (municipality_id, note_id) where note_id is not null;

-- Who took part: a person of the case, or somebody from an intervention, a school, by name and role.
create table follow_up_participant (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  follow_up_id uuid not null,
  person_id uuid,
  name text check (char_length(name) between 1 and 100),
  role text check (char_length(role) between 1 and 100),
  primary key (municipality_id, id),
  unique (municipality_id, follow_up_id, person_id),
  foreign key (municipality_id, follow_up_id) references follow_up_record,
  foreign key (municipality_id, person_id) references person,
  check (num_nonnulls(person_id, name) = 1),
  check ((name is null) = (role is null))
);
create index on follow_up_participant (municipality_id, follow_up_id);
create index on follow_up_participant (municipality_id, person_id) where person_id is not null;

create table follow_up_goal (
  municipality_id uuid not null,
  follow_up_id uuid not null,
  goal_id uuid not null,
  progress text not null references goal_progress,
  child_view text check (char_length(child_view) between 1 and 2000),
  guardian_view text check (char_length(guardian_view) between 1 and 2000),
  provider_view text check (char_length(provider_view) between 1 and 2000),
  assessment text check (char_length(assessment) between 1 and 2000),
  primary key (municipality_id, follow_up_id, goal_id),
  foreign key (municipality_id, follow_up_id) references follow_up_record,
  foreign key (municipality_id, goal_id) references plan_goal
);
create index on follow_up_goal (municipality_id, goal_id);

create table follow_up_area (
  municipality_id uuid not null,
  follow_up_id uuid not null,
  area text not null references bbic_area,
  primary key (municipality_id, follow_up_id, area),
  foreign key (municipality_id, follow_up_id) references follow_up_record
);

insert into audit_action values ('recordedFollowUp');
-- Told to nobody: a reading of what no person is shown would say that it is there.
insert into audit_action values ('readFollowUp');
