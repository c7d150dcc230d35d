insert into document_type values ('consent', 10);

-- What staff can begin a document from: app/document/decision/templates.ts.
create table document_template (template text primary key, position int not null unique, type text not null references document_type);
insert into document_template values
  ('custodyLvu', 1, 'decision'), ('placementLvu', 2, 'decision'), ('custodyLvm', 3, 'decision'), ('interventionSol', 4, 'decision'),
  ('consent', 5, 'consent'), ('implementationPlan', 6, 'implementationPlan');

-- What a version was written from, so that the next one can go on from it.
alter table document_version add column template text references document_template;
alter table document_version add column facts jsonb;

-- What the next version of a document will say: its writer's alone, until it is frozen. A document without a version is
-- nothing but this.
create table document_draft (
  municipality_id uuid not null,
  document_id uuid not null,
  template text references document_template,
  -- As they were written, complete or not, in the names of the template's facts.
  facts jsonb check (jsonb_typeof(facts) = 'object'),
  -- What would be frozen now; null while something is missing.
  content jsonb check (jsonb_typeof(content) = 'object'),
  dated_on date,
  child_title text,
  child_text text,
  change_reason text,
  -- Warnings that the writer has seen, by their keys.
  checked text[] not null default '{}',
  written_by uuid not null,
  -- Counts saves: two tabs cannot overwrite each other unseen.
  revision int not null default 0,
  saved_at timestamptz not null,
  primary key (municipality_id, document_id),
  foreign key (municipality_id, document_id) references document on delete cascade,
  foreign key (municipality_id, written_by) references staff_member
);
create index on document_draft (municipality_id, written_by);
alter table document_draft enable row level security;
alter table document_template enable row level security;

-- A decision on a document holds for the text it was made on, as one on a note does. The row goes with the draft.
alter table disclosure_basis drop constraint disclosure_basis_pkey;
alter table disclosure_basis add column id uuid not null default gen_random_uuid();
alter table disclosure_basis alter column note_version_id drop not null;
alter table disclosure_basis add column document_id uuid;
alter table disclosure_basis add primary key (municipality_id, id);
alter table disclosure_basis add unique (municipality_id, note_version_id, person_id);
alter table disclosure_basis add unique (municipality_id, document_id, person_id);
alter table disclosure_basis add foreign key (municipality_id, document_id) references document_draft on delete cascade;
alter table disclosure_basis add check (num_nonnulls(note_version_id, document_id) = 1);

-- What was decided on a document that was never frozen goes with it, as for a note.
alter table disclosure drop constraint disclosure_municipality_id_document_id_fkey;
alter table disclosure add foreign key (municipality_id, document_id) references document on delete cascade;

-- Whoever may read a document is told that there is something, never what.
insert into notice_kind values ('newDocument');
alter table notice add column document_id uuid;
alter table notice add foreign key (municipality_id, document_id) references document;

insert into audit_action values
  ('createdDocument'), ('savedDocument'), ('discardedDocument'), ('frozeDocument'), ('beganNewVersion'), ('previewedDocument');
