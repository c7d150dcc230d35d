-- Who is told of a change: those who took part before it. joined_sequence is the meeting's sequence when somebody came in, also
-- anew; the words of an earlier change were looked at for others.
alter table appointment_participant add joined_sequence int not null default 0;
-- Whoever is taken out of a meeting has no use of another time, and nobody owes them an answer.
alter table appointment_change_request
  drop constraint appointment_change_request_state_check,
  add constraint appointment_change_request_state_check check (state in ('asked', 'moved', 'cancelled', 'answered', 'takenOut'));
