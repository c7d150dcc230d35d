-- Sign-in and sessions. Rows from before a person is identified belong to no municipality.
-- Lifetimes run on the database's own clock; only events that are shown take the time of the transaction.
create table session_rule (
  kind text primary key check (kind in ('person', 'staff')),
  idle interval not null,
  absolute interval not null,
  reason text not null
);

insert into session_rule values
  ('person', '20 minutes', '4 hours', 'A phone changes hands at home; a long letter is read well within 20 minutes (ASVS 7.1.1)'),
  ('staff', '30 minutes', '10 hours', 'A working day, with breaks between visits (ASVS 7.1.1)');

create table sign_in_transaction (
  state_hash bytea primary key,
  browser_hash bytea not null,
  kind text not null check (kind in ('person', 'staff')),
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  started_at timestamptz not null default now()
);
create index on sign_in_transaction (browser_hash);
create index on sign_in_transaction (started_at);

-- Who a number that was just verified may go on as, when several municipalities know it. Kept for five minutes,
-- for the browser that identified itself; one choice ends all offers.
create table sign_in_choice (
  municipality_id uuid not null references municipality,
  browser_hash bytea not null,
  kind text not null check (kind in ('person', 'staff')),
  subject_id uuid not null,
  return_to text not null,
  verified_at timestamptz not null default now(),
  primary key (municipality_id, browser_hash)
);
create index on sign_in_choice (browser_hash);

create table session (
  municipality_id uuid not null references municipality,
  token_hash bytea not null,
  kind text not null references session_rule,
  subject_id uuid not null,
  device text not null check (device in ('phone', 'tablet', 'computer')),
  previous_visit_at timestamptz,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  primary key (municipality_id, token_hash)
);
create index on session (municipality_id, subject_id);

-- Tries per key and window (ASVS 2.4.1). The key is hashed by the caller: no address is stored.
create table rate_count (
  bucket text not null,
  key_hash bytea not null,
  window_start timestamptz not null,
  tries int not null,
  primary key (bucket, key_hash, window_start)
);

-- A preview while somebody looks, in a transaction that cannot be committed: so it never holds a row.
create table preview (
  municipality_id uuid not null references municipality,
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  primary key (municipality_id, id)
);
