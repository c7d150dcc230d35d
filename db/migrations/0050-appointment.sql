-- A booked meeting with a person of a case. Each who takes part has a row that says what that person is told of it.
create table appointment_kind (kind text primary key, position int not null unique);
insert into appointment_kind values
  ('officeMeeting', 1), ('homeVisit', 2),
  -- To a child who lives somewhere else: never said to be at home.
  ('childVisit', 3),
  ('phoneCall', 4), ('videoCall', 5), ('networkMeeting', 6);

create table appointment (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  kind text not null references appointment_kind,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text check (char_length(place) between 1 and 200),
  -- How one gets in. Told with the place, or not at all.
  place_note text check (char_length(place_note) between 1 and 500),
  bring text check (char_length(bring) between 1 and 1000),
  state text not null default 'planned' check (state in ('planned', 'moved', 'cancelled', 'held')),
  -- Told to everybody who takes part.
  change_reason text check (char_length(change_reason) between 1 and 1000),
  -- Before it was moved.
  earlier_start timestamptz,
  shown_from timestamptz not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  -- One more with every change: whoever changes what has been changed since they saw it is told.
  version int not null default 1 check (version > 0),
  -- SEQUENCE of its calendar file (RFC 5545 3.8.7.4): one more when the time changes, or it is cancelled.
  sequence int not null default 0 check (sequence >= 0),
  -- When that was: DTSTAMP of the file. No other change is told by it.
  time_set_at timestamptz not null,
  -- Chosen by the form, so that sending twice makes one.
  form_key uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, planned_by, form_key),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, planned_by) references staff_member,
  foreign key (municipality_id, changed_by) references staff_member,
  check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  check (state <> 'moved' or earlier_start is not null),
  check (state <> 'cancelled' or change_reason is not null),
  check (place_note is null or place is not null)
);
create index on appointment (municipality_id, case_id, starts_at);
create index on appointment (starts_at) where state in ('planned', 'moved');

-- Who takes part: a person of the case, somebody of the staff, or somebody else by name and role.
create table appointment_participant (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  appointment_id uuid not null,
  person_id uuid,
  staff_id uuid,
  name text check (char_length(name) between 1 and 100),
  role text check (char_length(role) between 1 and 100),
  -- What this person is told: the place, and who else comes. Of staff they are always told.
  shows_place boolean not null default false,
  shows_others boolean not null default false,
  -- That somebody's details were protected, or somebody was shut out, when it was decided what is told. What was decided
  -- without knowing it is told no more once it is so.
  knowing_protection boolean not null default false,
  -- In the calendar file, of each their own: two files do not tell that they are of one meeting.
  calendar_uid uuid not null default gen_random_uuid(),
  -- No more told of it at all. What the person wrote stays.
  removed_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, appointment_id, person_id),
  unique (municipality_id, appointment_id, staff_id),
  foreign key (municipality_id, appointment_id) references appointment,
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, staff_id) references staff_member,
  check (num_nonnulls(person_id, staff_id, name) = 1),
  check ((name is null) = (role is null)),
  check (person_id is not null or not (shows_place or shows_others))
);
create index on appointment_participant (municipality_id, person_id) where person_id is not null;

-- What somebody wants to bring up, and who may hear it. Read by its writer and by the caseworkers.
create table appointment_point (
  municipality_id uuid not null,
  -- Chosen by the form.
  id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  text text not null check (char_length(text) between 1 and 1000),
  hearers text not null check (hearers in ('everyone', 'caseworkerOnly', 'notWhenGuardianThere')),
  written_at timestamptz not null,
  -- What became of it, afterwards, told to its writer.
  outcome text check (outcome in ('talkedAbout', 'notYet')),
  outcome_words text check (char_length(outcome_words) between 1 and 1000),
  outcome_at timestamptz,
  outcome_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, appointment_id, person_id) references appointment_participant (municipality_id, appointment_id, person_id)
    on update cascade,
  foreign key (municipality_id, outcome_by) references staff_member,
  check (num_nonnulls(outcome, outcome_at, outcome_by) in (0, 3)),
  check ((outcome is not distinct from 'notYet') = (outcome_words is not null))
);
create index on appointment_point (municipality_id, appointment_id);

-- That somebody cannot come then. One at a time stands unanswered.
create table appointment_change_request (
  municipality_id uuid not null,
  -- Chosen by the form.
  id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  text text not null check (char_length(text) between 1 and 2000),
  asked_at timestamptz not null,
  -- moved and cancelled: what became of the appointment is the answer.
  state text not null default 'asked' check (state in ('asked', 'moved', 'cancelled', 'answered')),
  answer text check (char_length(answer) between 1 and 2000),
  answered_at timestamptz,
  answered_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, appointment_id, person_id) references appointment_participant (municipality_id, appointment_id, person_id)
    on update cascade,
  foreign key (municipality_id, answered_by) references staff_member,
  check ((state = 'answered') = (answer is not null)),
  check (num_nonnulls(answered_at, answered_by) = case state when 'asked' then 0 else 2 end)
);
create unique index on appointment_change_request (municipality_id, appointment_id, person_id) where state = 'asked';

insert into notice_kind values
  ('newAppointment'), ('movedAppointment'), ('cancelledAppointment'), ('appointmentReminder'), ('answeredTimeRequest');
alter table notice
  add appointment_id uuid,
  -- Which time it tells of: a moved one is reminded of again.
  add appointment_start timestamptz,
  add foreign key (municipality_id, appointment_id) references appointment,
  add check (num_nonnulls(appointment_id, appointment_start) in (0, 2));
create unique index on notice (municipality_id, appointment_id, person_id, kind, appointment_start)
  where kind in ('newAppointment', 'cancelledAppointment', 'appointmentReminder');

alter table audit_event add appointment_id uuid;
create index on audit_event (municipality_id, appointment_id) where appointment_id is not null;
insert into audit_action values
  ('plannedAppointment'), ('changedAppointment'), ('movedAppointment'), ('cancelledAppointment'), ('heldAppointment'),
  ('wrotePoint'), ('removedPoint'), ('notedPoint'), ('askedForOtherTime'), ('answeredTimeRequest'), ('remindedOfAppointment');
-- Told to nobody: a reading of what no person is shown would say that it is there.
insert into audit_action values ('readAppointment');
