-- "Det här stämmer inte" (SoL 14 kap. 6 §), "Min kommentar", and a request to read more. A remark is added
-- beside the text and never changes it. One about a case alone asks about what is not shown at all.
create table remark (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  note_id uuid,
  document_id uuid,
  person_id uuid not null,
  kind text not null check (kind in ('disputedFact', 'ownComment', 'accessRequest')),
  text text not null check (char_length(text) between 1 and 5000),
  -- Chosen by the form: a second post of the same form finds the first and adds nothing.
  form_key uuid not null,
  written_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  primary key (municipality_id, id),
  unique (municipality_id, person_id, form_key),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, note_id) references note,
  foreign key (municipality_id, document_id) references document,
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, answered_by) references staff_member,
  check (num_nonnulls(note_id, document_id) <= 1),
  check (num_nonnulls(note_id, document_id) = 1 or kind = 'accessRequest'),
  check (num_nonnulls(answer, answered_at, answered_by) in (0, 3))
);
create index on remark (municipality_id, case_id);
