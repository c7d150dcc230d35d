-- Ask and get an answer (features Q1, Q2, N8): a question may come straight from a note, a document or a paragraph of it; the other
-- side reads what was sent when it can no longer be taken back; each question has a day to be answered by.
alter table question_thread
  add about_note_id uuid,
  add about_document_id uuid,
  -- Counted from 1 in the text as its reader sees it; only with one of the two above.
  add about_paragraph int check (about_paragraph between 1 and 2000),
  add foreign key (municipality_id, about_note_id) references note,
  add foreign key (municipality_id, about_document_id) references document,
  add check (num_nonnulls(about_note_id, about_document_id) <= 1),
  add check (about_paragraph is null or num_nonnulls(about_note_id, about_document_id) = 1),
  drop constraint question_thread_kind_check,
  add constraint question_thread_kind_check check (kind in ('question', 'contactRequest', 'changeOfTime'));

alter table message
  -- For the other side: the moment of sending and the seconds in which it can be taken back (message_rule).
  add readable_from timestamptz,
  -- The day by which the person was told to expect an answer. Of persons' messages alone.
  add answer_by date,
  -- Said by staff of a message that asks nothing ("tack!").
  add no_answer_needed_at timestamptz,
  add no_answer_needed_by uuid,
  add foreign key (municipality_id, no_answer_needed_by) references staff_member,
  add check (num_nonnulls(no_answer_needed_at, no_answer_needed_by) in (0, 2)),
  add check (from_person_id is not null or num_nonnulls(answer_by, no_answer_needed_at) = 0);
update message set readable_from = sent_at;
alter table message alter readable_from set not null, add check (readable_from >= sent_at);

-- Who of the staff saw it first; null where the person did.
alter table message_receipt add by_staff_id uuid, add foreign key (municipality_id, by_staff_id) references staff_member;

-- What somebody is writing and has not sent. It becomes the message of the same id. Read by nobody but its writer.
create table message_draft (
  municipality_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  from_person_id uuid,
  from_staff_id uuid,
  -- Null for a new question.
  thread_id uuid,
  about_note_id uuid,
  about_document_id uuid,
  about_paragraph int check (about_paragraph between 1 and 2000),
  subject text not null default '' check (char_length(subject) <= 200),
  text text not null default '' check (char_length(text) <= 10000),
  saved_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, from_person_id) references person,
  foreign key (municipality_id, from_staff_id) references staff_member,
  foreign key (municipality_id, thread_id) references question_thread,
  foreign key (municipality_id, about_note_id) references note,
  foreign key (municipality_id, about_document_id) references document,
  check (num_nonnulls(from_person_id, from_staff_id) = 1),
  check (from_staff_id is null or thread_id is not null),
  check (num_nonnulls(about_note_id, about_document_id) <= 1)
);
create index on message_draft (municipality_id, case_id);
create unique index on message_draft (municipality_id, thread_id, from_person_id) where from_person_id is not null and thread_id is not null;
create unique index on message_draft (municipality_id, thread_id, from_staff_id) where from_staff_id is not null;

-- A municipality's own promise. Förvaltningslagen (2017:900) 6 §: "utan onödigt dröjsmål"; the number of days is its own.
create table message_rule (
  municipality_id uuid not null references municipality,
  valid daterange not null,
  -- Working days (lag 1930:173 2 §) from the day a question came.
  answer_days int not null check (answer_days between 1 and 20),
  undo_seconds int not null check (undo_seconds between 0 and 600),
  source text not null,
  exclude using gist (municipality_id with =, valid with &&)
);

-- A caseworker is away; the deputy of each case answers meanwhile, and the person is told who.
create table staff_absence (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  away daterange not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, staff_id) references staff_member,
  foreign key (municipality_id, recorded_by) references staff_member,
  check (lower(away) is not null and upper(away) is not null),
  exclude using gist (municipality_id with =, staff_id with =, away with &&)
);

insert into notice_kind values ('newAnswer');
alter table notice add message_id uuid, add foreign key (municipality_id, message_id) references message;
create unique index on notice (municipality_id, message_id, person_id) where message_id is not null;

-- asked, replied: by a person. keptMessageDraft is not an event: a draft is nobody's business until it is sent.
insert into audit_action values
  ('asked'), ('replied'), ('tookBackMessage'), ('needsNoAnswer'), ('recordedAbsence'), ('endedAbsence');
