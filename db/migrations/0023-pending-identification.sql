-- Somebody on the way to a broker and back, to sign in or to sign: several at once in one browser, each taken once.
-- A sign-in belongs to no municipality yet. A signature belongs to whoever held the session when it began, and names
-- the intent that holds what is signed: neither text nor number stands here.
drop table sign_in_transaction;

create table pending_identification (
  state_hash bytea primary key check (length(state_hash) = 32),
  browser_hash bytea not null check (length(browser_hash) = 32),
  purpose text not null check (purpose in ('sign-in', 'signature')),
  kind text not null check (kind in ('person', 'staff')),
  municipality_id uuid references municipality,
  subject_id uuid,
  intent_id uuid,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  started_at timestamptz not null default now(),
  check (num_nonnulls(municipality_id, subject_id, intent_id) = case purpose when 'signature' then 3 else 0 end)
);
create index on pending_identification (browser_hash);
create index on pending_identification (started_at);
create index on pending_identification (municipality_id, subject_id);
