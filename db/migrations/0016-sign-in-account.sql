-- Whose account at a broker it was, by a keyed hash, so that it can be seen if it ever comes with another number.
create table sign_in_account (
  municipality_id uuid not null references municipality,
  kind text not null check (kind in ('person', 'staff')),
  account_hash bytea not null check (length(account_hash) = 32),
  subject_id uuid not null,
  primary key (municipality_id, kind, account_hash)
);
create index on sign_in_account (account_hash);

insert into audit_action values ('refusedAccount');
