-- "Has this reader opened it since?" is asked for everything in a list. By the thing alone it reads every opening of others, by
-- the reader alone all that they ever did.
drop index audit_event_municipality_id_note_id_idx;
drop index audit_event_municipality_id_document_id_idx;
create index on audit_event (municipality_id, note_id, actor_id, at) where note_id is not null;
create index on audit_event (municipality_id, document_id, actor_id, at) where document_id is not null;
