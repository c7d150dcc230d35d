-- What refers to a person, a meeting or a way to be told is found by it when that goes.
create index on notice (municipality_id, appointment_id) where appointment_id is not null;
create index on appointment_change_request (municipality_id, appointment_id);
create index on appointment_change_request (municipality_id, person_id);
create index on appointment_point (municipality_id, person_id);
create index on audit_event (municipality_id, attachment_id) where attachment_id is not null;
create index on audit_event (municipality_id, appointment_id) where appointment_id is not null;
