-- The same index under two names, one that another begins with, and one that nobody asks by since notices are planned (0046).
drop index audit_event_municipality_id_appointment_id_idx1;
drop index notice_delivery_part_municipality_id_channel_id_idx1;
drop index message_draft_municipality_id_from_person_id_idx;
drop index notice_due_at_idx;
-- An erased thread is looked for in what was not sent, by whomever it is of.
create index on message_draft (municipality_id, thread_id) where thread_id is not null;
