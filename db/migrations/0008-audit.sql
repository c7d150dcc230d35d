-- Who did what, when. Written in the transaction of the deed; nobody but the owner may change a row
-- (lag 2001:454 10 §: access is logged and can be checked).
create table audit_event (
  municipality_id uuid not null references municipality,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'staff', 'service')),
  actor_id uuid,
  action text not null check (action in ('signedIn', 'signedOut', 'leftQuickly', 'signedOutEverywhere', 'readNote', 'readDocument',
    'readThread', 'readPlan', 'readCase', 'wroteRemark', 'answeredRemark', 'changedSettings', 'refusedSignIn')),
  case_id uuid,
  note_id uuid,
  document_id uuid,
  thread_id uuid,
  remark_id uuid,
  device text check (device in ('phone', 'tablet', 'computer')),
  primary key (municipality_id, id),
  check ((actor_kind = 'service') = (actor_id is null))
);
create index on audit_event (municipality_id, actor_id, at);
create index on audit_event (municipality_id, case_id, at);
create index on audit_event (municipality_id, note_id) where note_id is not null;
create index on audit_event (municipality_id, document_id) where document_id is not null;
