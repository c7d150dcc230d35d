-- Files on questions and answers (feature Q3): pictures and PDF, looked into before anybody is told that they are received.
alter table message_rule
  add most_files int not null default 10 check (most_files between 1 and 30),
  -- Below what a scanner takes: clamd's StreamMaxLength, 25 MB in Debian's settings.
  add most_file_bytes int not null default 20971520 check (most_file_bytes between 1048576 and 20971520);

create table attachment (
  municipality_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- The draft it was added to and the message that becomes of it have one id: a file follows when a message is sent or
  -- taken back, and goes when neither is left (db/policy/attachment-rules.sql).
  message_id uuid not null,
  -- Cleaned, for its readers; empty where nothing was left of it.
  name text not null check (char_length(name) <= 120),
  type text not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
  -- Of what is kept, before it is sealed.
  size int not null check (size > 0),
  -- Keyed hash of what came: the same file sent twice to one message is one.
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  -- Sealed under DATA_KEYS for this id alone; erased when something dangerous is found in it.
  sealed bytea,
  state text not null check (state in ('waiting', 'clean', 'infected')),
  added_at timestamptz not null,
  -- When the scanner answered; null while it waits, and where there is no scanner.
  scanned_at timestamptz,
  -- From when a worker may have it scanned; set ahead while one does.
  scan_after timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file on delete cascade,
  unique (municipality_id, message_id, fingerprint),
  check ((sealed is null) = (state = 'infected')),
  check ((scan_after is not null) = (state = 'waiting')),
  check (state <> 'waiting' or scanned_at is null)
);
-- Cipher text does not become smaller.
alter table attachment alter sealed set storage external;
create index on attachment (municipality_id, case_id);
create index on attachment (scan_after) where state = 'waiting';

alter table audit_event add attachment_id uuid;

-- Adding to a draft is no event, as keeping one is not.
insert into audit_action values ('readAttachment'), ('foundInfected');
