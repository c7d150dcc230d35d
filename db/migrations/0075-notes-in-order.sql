-- A page of notes stops when it is full: the order of the list has to be the index's own, with what breaks ties.
drop index note_municipality_id_case_id_event_at_idx;
create index on note (municipality_id, case_id, event_at desc, id);
-- The last note that came to a reader is found from what was opened to them last.
create index on disclosure (municipality_id, person_id, shown_from) where note_id is not null;
