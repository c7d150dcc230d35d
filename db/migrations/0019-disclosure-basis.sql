-- On which text of a draft it was decided who may read it. A decision holds for this text alone; the row goes with
-- the signature, when the text can no longer change.
create table disclosure_basis (
  municipality_id uuid not null,
  note_version_id uuid not null,
  person_id uuid not null,
  -- As draft_shown gives it (db/policy/staff/disclosure-basis.sql).
  shown jsonb not null,
  primary key (municipality_id, note_version_id, person_id),
  foreign key (municipality_id, note_version_id) references note_version on delete cascade,
  foreign key (municipality_id, person_id) references person
);
create index on disclosure_basis (municipality_id, person_id);
alter table disclosure_basis enable row level security;
