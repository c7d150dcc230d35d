-- A person's side of questions (features Q1, Q2). A draft knows what it will be; more than one may be begun in a thread (two
-- tabs, two phones), so that none is written over another.
alter table message_draft
  add kind text not null default 'question' check (kind in ('question', 'changeOfTime')),
  add check (thread_id is null or kind = 'question');
drop index message_draft_municipality_id_thread_id_from_person_id_idx;
create index on message_draft (municipality_id, from_person_id, thread_id);

-- Somebody may ask to be contacted without a word: then no message holds the day.
alter table question_thread
  add answer_by date,
  add check (answer_by is null or kind = 'contactRequest');
