-- What a note said when it came: one that says something else is no copy of it (retention). Null on what came before this was
-- kept: nothing shows that it is one.
alter table ingested add said_hash bytea check (length(said_hash) = 32);
