-- Questions between one person and the caseworkers of a case. A thread belongs to the person who began it.
create table question_thread (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  person_id uuid not null,
  subject text not null check (char_length(subject) between 1 and 200),
  started_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, person_id) references person
);
create index on question_thread (municipality_id, case_id, person_id);

create table message (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  thread_id uuid not null,
  from_person_id uuid,
  from_staff_id uuid,
  text text not null check (char_length(text) between 1 and 10000),
  sent_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, thread_id) references question_thread,
  foreign key (municipality_id, from_person_id) references person,
  foreign key (municipality_id, from_staff_id) references staff_member,
  check (num_nonnulls(from_person_id, from_staff_id) = 1)
);
create index on message (municipality_id, thread_id, sent_at);

-- When the other side first saw a message.
create table message_receipt (
  municipality_id uuid not null,
  message_id uuid not null,
  seen_at timestamptz not null,
  primary key (municipality_id, message_id),
  foreign key (municipality_id, message_id) references message
);
