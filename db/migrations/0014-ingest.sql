create table ingest_kind (kind text primary key, scope text not null unique);
insert into ingest_kind values
  ('note', 'notes:write'), ('stage', 'stages:write'), ('party', 'parties:write'), ('document', 'documents:write'),
  ('recording', 'recordings:write');

-- Which systems may send what to a municipality, beside what their token says.
create table ingest_client (
  municipality_id uuid not null references municipality,
  client_id text not null check (char_length(client_id) between 1 and 100),
  name text not null,
  valid daterange not null,
  primary key (municipality_id, client_id)
);

create table ingest_client_scope (
  municipality_id uuid not null,
  client_id text not null,
  scope text not null references ingest_kind (scope),
  primary key (municipality_id, client_id, scope),
  foreign key (municipality_id, client_id) references ingest_client
);

-- What was done and answered, so that a request that is sent again is not done again; what was refused wrote nothing
-- and is not kept. A list is kept item by item. Lifetimes run on the database's own clock.
create table ingest_request (
  municipality_id uuid not null,
  client_id text not null,
  key text not null,
  item int not null,
  body_hash bytea not null check (length(body_hash) = 32),
  outcome text not null check (outcome in ('created', 'updated', 'unchanged')),
  -- What the state of the thing was when it was answered.
  state jsonb not null,
  at timestamptz not null default now(),
  primary key (municipality_id, client_id, key, item),
  foreign key (municipality_id, client_id) references ingest_client
);
create index on ingest_request (municipality_id, client_id, at);

-- The sender's own name for each thing, and what became of it.
create table ingested (
  municipality_id uuid not null,
  client_id text not null,
  external_id text not null check (external_id ~ '^[A-Za-z0-9._:-]{1,100}$'),
  kind text not null references ingest_kind,
  case_id uuid not null,
  note_id uuid,
  case_stage_id uuid,
  case_party_id uuid,
  document_id uuid,
  recording_id uuid,
  received_at timestamptz not null,
  -- When the sender locked it, for a note that is signed there.
  locked_at timestamptz,
  -- Hash of the rows as they were written here, which tells whether somebody has changed them since. Of a recording,
  -- hash of the file, once all of it has come.
  content_hash bytea,
  -- The text names somebody else's personal identity number: for the author to handle before release.
  has_other_number boolean not null default false,
  primary key (municipality_id, client_id, external_id),
  foreign key (municipality_id, client_id) references ingest_client,
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, note_id) references note on delete set null (note_id),
  foreign key (municipality_id, case_stage_id) references case_stage,
  foreign key (municipality_id, case_party_id) references case_party,
  foreign key (municipality_id, document_id) references document,
  foreign key (municipality_id, recording_id) references recording on delete set null (recording_id),
  check (num_nonnulls(note_id, case_stage_id, case_party_id, document_id, recording_id) <= 1)
);
create index on ingested (municipality_id, note_id);
create index on ingested (municipality_id, client_id) where kind = 'recording' and content_hash is null;
