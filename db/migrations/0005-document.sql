-- The position is the place in a list of all of them.
create table document_type (type text primary key, position int not null unique);
insert into document_type values
  ('report', 1), ('investigationPlan', 2), ('decisionBasis', 3), ('decision', 4), ('appealInformation', 5), ('implementationPlan', 6),
  ('followUpRecord', 7), ('closingLetter', 8), ('courtSubmission', 9);

-- Documents (decisions, plans, letters) in versions.
create table document (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  type text not null references document_type,
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
