-- Documents (decisions, plans, letters) in versions, and the disclosure that opens a note or a document.
create table document (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  type text not null check (type in ('report', 'investigationPlan', 'decisionBasis', 'decision', 'appealInformation',
    'implementationPlan', 'followUpRecord', 'closingLetter', 'courtSubmission')),
  dated_on date not null,
  -- A decision that is served asks each reader for a receipt of their own (LVU 38 §, SoL 14 kap. 12 §).
  receipt_asked boolean not null default false,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file
);
create index on document (municipality_id, case_id, dated_on);

create table document_version (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,
  number int not null check (number > 0),
  title text not null,
  -- [{"heading"?: text, "paragraphs": [text]}]
  sections jsonb not null check (jsonb_typeof(sections) = 'array'),
  child_title text,
  child_text text,
  change_reason text check (number = 1 or change_reason is not null),
  signed_at timestamptz not null,
  signed_by uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, document_id, number),
  foreign key (municipality_id, document_id) references document,
  foreign key (municipality_id, signed_by) references staff_member
);
create trigger document_version_is_locked before update or delete on document_version
  for each row execute function refuse_change_when_signed();

-- One decision per item and person: what that person may read, on which ground, by whom, until reviewed when.
create table disclosure (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  note_id uuid,
  document_id uuid,
  person_id uuid not null,
  level text not null check (level in ('full', 'partial', 'title', 'withheld', 'later')),
  title text,
  -- Own text of a partial disclosure: paragraphs as in note_version, or sections as in document_version.
  partial_text jsonb check (jsonb_typeof(partial_text) = 'array'),
  ground text check (ground in ('OSL 10:3', 'OSL 12:3', 'OSL 21:3', 'OSL 21:3 a', 'OSL 26:1', 'OSL 26:2', 'OSL 26:5', 'investigation')),
  -- Ground and review date are told only where they are not themselves secret.
  ground_told boolean not null default false,
  harm_assessment text,
  review_on date,
  shown_from timestamptz not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, note_id, person_id),
  unique (municipality_id, document_id, person_id),
  foreign key (municipality_id, note_id) references note,
  foreign key (municipality_id, document_id) references document,
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, decided_by) references staff_member,
  check (num_nonnulls(note_id, document_id) = 1),
  check ((level = 'partial') = (partial_text is not null)),
  -- The note's own title may say too much where its text may not be read.
  check (level not in ('partial', 'title') or title is not null),
  check (level = 'full' or ground is not null)
);
create index on disclosure (municipality_id, person_id);

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
