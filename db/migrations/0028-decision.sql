-- A decision that the law lets the chair of a committee, or a member it has appointed, take when the committee cannot be
-- awaited. Staff sign by the same request, intent, answer and evidence as anybody else; only the signer is another.
alter table signature_request
  add staff_id uuid,
  alter person_id drop not null,
  add foreign key (municipality_id, staff_id) references staff_member,
  add check (num_nonnulls(person_id, staff_id) = 1),
  add check ((act = 'decision') = (staff_id is not null));
create index on signature_request (municipality_id, staff_id) where staff_id is not null;
-- One decides a version: whoever said no has given way before another is asked.
create unique index on signature_request (municipality_id, document_version_id)
  where act = 'decision' and state in ('asked', 'declined', 'signed');

-- Why the committee cannot be awaited, as the writer has said of a decision that the law then lets one person take (urgent_law).
alter table document_version add column cannot_wait text generated always as
  (case when template in ('custodyLvu', 'custodyLvm') then nullif(facts #>> '{urgent,cannotWait}', '') end) stored;

create table committee (
  municipality_id uuid not null references municipality,
  id uuid not null default gen_random_uuid(),
  name text not null,
  primary key (municipality_id, id),
  unique (municipality_id, name)
);

alter table staff_member drop constraint staff_member_role_check;
alter table staff_member add constraint staff_member_role_check
  check (role in ('caseworker', 'teamLeader', 'chair', 'boardMember'));

-- Who sits in a committee, from when until when.
create table committee_member (
  municipality_id uuid not null,
  committee_id uuid not null,
  staff_id uuid not null,
  valid daterange not null,
  source text not null,
  primary key (municipality_id, committee_id, staff_id, valid),
  foreign key (municipality_id, committee_id) references committee,
  foreign key (municipality_id, staff_id) references staff_member,
  exclude using gist (municipality_id with =, committee_id with =, staff_id with =, valid with &&)
);

-- Who may decide alone for a committee: its chair, or a member named by its own decision (LVU 6 §, LVM 13 §,
-- kommunallagen 2017:725 6 kap. 39 §). A vice-chair needs an appointment too.
create table appointment (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  committee_id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('chair', 'appointedMember')),
  valid daterange not null,
  decided_on date not null,
  -- The decision that gives the right: "KF 2026-01-12 § 4".
  source text not null check (char_length(source) between 1 and 200),
  primary key (municipality_id, id),
  foreign key (municipality_id, committee_id) references committee,
  foreign key (municipality_id, staff_id) references staff_member,
  check (lower(valid) is not null and lower(valid) >= decided_on),
  exclude using gist (municipality_id with =, committee_id with =, staff_id with =, valid with &&)
);
create index on appointment (municipality_id, staff_id);

-- Which sections let one person decide for the committee, and on which grounds (JO 629-13: the ground is stated).
create table urgent_law (
  law text not null,
  valid daterange not null,
  source text not null,
  primary key (law, valid)
);
insert into urgent_law values
  ('LVU 6 §', '[1990-07-01,)', 'LVU (1990:52) 6 § andra stycket'),
  ('LVM 13 §', '[1989-01-01,)', 'LVM (1988:870) 13 §');

create table urgent_ground (
  ground text primary key,
  law text not null,
  position int not null unique,
  source text not null
);
insert into urgent_ground values
  ('LVU 2 §', 'LVU 6 §', 1, 'LVU (1990:52) 2 §'),
  ('LVU 3 §', 'LVU 6 §', 2, 'LVU (1990:52) 3 §'),
  ('LVM 4 §', 'LVM 13 §', 3, 'LVM (1988:870) 4 och 13 §§');

insert into deadline_kind values ('committeeReport');

-- What must be done after a decision, counted from the day it was decided. Days that end on a day off stay where they are:
-- a custody that is submitted late is over. Without days it is the committee's next meeting.
create table decision_deadline (
  law text not null,
  kind text not null references deadline_kind,
  valid daterange not null,
  days int check (days > 0),
  source text not null,
  primary key (law, kind, valid)
);
insert into decision_deadline values
  ('LVU 6 §', 'courtSubmission', '[1990-07-01,)', 7, 'LVU 7 §: inom en vecka från beslutet'),
  ('LVU 6 §', 'careApplication', '[1990-07-01,)', 28, 'LVU 8 §: inom fyra veckor från den dag omhändertagandet verkställdes'),
  ('LVU 6 §', 'committeeReport', '[1990-07-01,)', null, 'LVU 6 §: anmäls vid nämndens nästa sammanträde'),
  ('LVM 13 §', 'courtSubmission', '[1989-01-01,)', 1, 'LVM 15 §: genast, senast dagen efter beslutet'),
  ('LVM 13 §', 'committeeReport', '[1989-01-01,)', null, 'LVM 13 §: anmäls vid nämndens nästa sammanträde');

-- What a decision stands on beside the document: the section, the ground, and why the committee cannot be awaited.
create table urgent_decision (
  municipality_id uuid not null,
  request_id uuid not null,
  committee_id uuid not null,
  law text not null,
  ground text not null references urgent_ground,
  cannot_wait text not null check (char_length(cannot_wait) between 1 and 4000),
  asked_by uuid not null,
  -- By which right, once it is decided, and when.
  appointment_id uuid,
  decided_at timestamptz,
  primary key (municipality_id, request_id),
  foreign key (municipality_id, request_id) references signature_request,
  foreign key (municipality_id, committee_id) references committee,
  foreign key (municipality_id, asked_by) references staff_member,
  foreign key (municipality_id, appointment_id) references appointment,
  check (num_nulls(appointment_id, decided_at) in (0, 2))
);
create index on urgent_decision (municipality_id, committee_id, decided_at);

-- Signed on paper where BankID could not be used: somebody else than the signer has seen it and says so.
create table paper_signature (
  municipality_id uuid not null,
  request_id uuid not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  attested_by uuid not null,
  attested_at timestamptz not null,
  primary key (municipality_id, request_id),
  foreign key (municipality_id, request_id) references urgent_decision,
  foreign key (municipality_id, signed_by) references staff_member,
  foreign key (municipality_id, attested_by) references staff_member,
  check (attested_by <> signed_by),
  check (signed_at <= attested_at)
);

create table committee_meeting (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  committee_id uuid not null,
  held_on date not null,
  starts_at time not null,
  place text not null,
  primary key (municipality_id, id),
  unique (municipality_id, committee_id, held_on),
  foreign key (municipality_id, committee_id) references committee
);

-- What staff put before a meeting: a document as it stands, decided or to be decided by it.
create table committee_matter (
  municipality_id uuid not null,
  meeting_id uuid not null,
  document_version_id uuid not null,
  put_by uuid not null,
  put_at timestamptz not null,
  primary key (municipality_id, meeting_id, document_version_id),
  foreign key (municipality_id, meeting_id) references committee_meeting,
  foreign key (municipality_id, document_version_id) references document_version,
  foreign key (municipality_id, put_by) references staff_member
);

alter table audit_event add meeting_id uuid;
insert into audit_action values
  ('askedForDecision'), ('declinedDecision'), ('attestedPaper'), ('openedMeeting'), ('putMatter');
