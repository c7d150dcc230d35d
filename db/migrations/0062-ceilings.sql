-- How much one person may have begun to write in a case and not sent, and for how many days it is kept. What was taken back
-- is always kept: it was sent once.
alter table message_rule
  add most_drafts int not null default 20 check (most_drafts between 1 and 50),
  add draft_days int not null default 180 check (draft_days between 30 and 730);
create index on message_draft (municipality_id, saved_at);
insert into audit_action values ('purgedDrafts');

-- Keyed hash of the network a code was prepared from, while the code holds.
alter table together_session add network_hash bytea, add check (network_hash is null or code_hash is not null);
create index on together_session (network_hash) where network_hash is not null;
