-- What can be written in the log. Readings are shown to the person they are about ("Vem har läst om mig").
create table audit_action (
  action text primary key,
  is_reading boolean not null default false
);
insert into audit_action values
  ('signedIn'), ('signedOut'), ('leftQuickly'), ('signedOutEverywhere'), ('refusedSignIn'), ('changedSettings'),
  ('readThread'), ('readPlan'), ('readStatistics'), ('wroteRemark'), ('answeredRemark'),
  ('createdNote'), ('savedDraft'), ('discardedDraft'), ('reviewedNote'), ('signedNote'), ('beganCorrection'),
  ('decidedDisclosure'), ('previewedNote'), ('readTogether'), ('addedWord'), ('removedWord'),
  ('startedRecording'), ('stoppedRecording'), ('discardedRecording'), ('playedRecording'), ('transcribedRecording'),
  ('erasedRecording'),
  ('ingestedNote'), ('ingestedStage'), ('ingestedParty'), ('ingestedDocument'), ('ingestedRecording');
insert into audit_action values ('readNote', true), ('readDocument', true), ('readCase', true);

-- Who did what, when. Written in the transaction of the action; nobody but the owner may change a row
-- (lag 2001:454 10 §: access is logged and can be checked).
create table audit_event (
  municipality_id uuid not null references municipality,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'staff', 'service')),
  actor_id uuid,
  action text not null references audit_action,
  case_id uuid,
  note_id uuid,
  document_id uuid,
  thread_id uuid,
  remark_id uuid,
  recording_id uuid,
  -- The system for which the service acted.
  client_id text check (client_id is null or actor_kind = 'service'),
  device text check (device in ('phone', 'tablet', 'computer')),
  primary key (municipality_id, id),
  check ((actor_kind = 'service') = (actor_id is null))
);
create index on audit_event (municipality_id, actor_id, at);
create index on audit_event (municipality_id, case_id, at);
create index on audit_event (municipality_id, note_id) where note_id is not null;
create index on audit_event (municipality_id, document_id) where document_id is not null;
