-- Whoever asks for another time is told by which day the answer comes, as of any question. Null for what was asked before.
alter table appointment_change_request add answer_by date;
