-- A backup still holds what was erased, until it is thrown away itself (docs/decisions/0032-what-backups-hold.md): how many days
-- that is at most, as the municipality has ordered it. Null: it has not said.
alter table retention_setting add backup_days int check (backup_days between 1 and 3650);
-- The last day on which a backup can hold the case; null where nobody has said how long they are kept.
alter table retention_proof add in_backups_until date;
