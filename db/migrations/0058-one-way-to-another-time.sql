-- Another time is asked for at the meeting itself (appointment_change_request), where it waits for its answer. A thread of a kind of
-- its own said the same without naming the meeting. Those that were written become ordinary questions: each has kept the beginning
-- of its words as its subject, so that nothing of it is lost, and no page needs to know a kind that nobody can write any more.
update question_thread set kind = 'question' where kind = 'changeOfTime';
alter table question_thread
  drop constraint question_thread_kind_check,
  add constraint question_thread_kind_check check (kind in ('question', 'contactRequest'));
-- What is begun is a question or a reply; thread_id tells which.
alter table message_draft drop column kind;

-- Whoever is taken out of a meeting that they were told of is told that it is theirs no more, by the time that they knew: what
-- becomes of the meeting afterwards is not theirs to know. Null where nothing is told: they did not know of it, it is over, or
-- somebody in the case is guarded (docs/decisions/0037-taken-out-of-a-meeting.md).
alter table appointment_participant
  add removed_start timestamptz,
  add check (removed_start is null or removed_at is not null);
insert into notice_kind values ('takenOutOfAppointment');
