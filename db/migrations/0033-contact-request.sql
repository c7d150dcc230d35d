-- A thread can be somebody asking to be contacted ("Kontakta mig"), with or without words of their own.
alter table question_thread
  add kind text not null default 'question' check (kind in ('question', 'contactRequest')),
  -- Chosen by the form, so that sending twice makes one thread.
  add form_key uuid,
  add unique (municipality_id, person_id, form_key),
  add check (kind = 'question' or form_key is not null);

insert into audit_action values ('askedForContact'), ('answeredThread');
