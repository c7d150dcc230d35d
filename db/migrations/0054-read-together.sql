-- Reading together with a child on site (feature S6): what the staff member chose, what was explained and what the child
-- said of it. The child's device holds a session of its own kind, of role together, which knows one case and one list.
do $$ begin
  if not exists (select from pg_roles where rolname = 'together') then
    create role together nologin noinherit;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the cluster was first
end $$;

alter table session_rule drop constraint session_rule_kind_check,
  add constraint session_rule_kind_check check (kind in ('person', 'staff', 'together'));
alter table session add check (kind in ('person', 'staff'));
insert into session_rule values
  ('together', '60 minutes', '60 minutes', 'Longer than a child of eight sits still; counted from when it was opened, whatever is pressed');

create table read_together (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  -- Read with the child of this case.
  case_id uuid not null,
  staff_id uuid not null,
  level text not null check (level in ('written', 'easier', 'easiest')),
  -- Who else is in the room; whoever it is has a name.
  company text not null check (company in ('alone', 'guardian', 'relative', 'carer', 'counsel', 'interpreter', 'other')),
  company_name text check (char_length(company_name) between 1 and 100),
  form_key uuid not null,
  prepared_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, staff_id, form_key),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, staff_id) references staff_member,
  check ((company = 'alone') = (company_name is null))
);
create index on read_together (municipality_id, case_id);
create index on read_together (municipality_id, staff_id) where ended_at is null;

create table read_together_item (
  municipality_id uuid not null,
  read_together_id uuid not null,
  position int not null check (position between 1 and 20),
  kind text not null check (kind in ('note', 'document', 'plan', 'dates')),
  note_id uuid,
  document_id uuid,
  read_at timestamptz,
  explained_at timestamptz,
  -- What the child itself pressed, the last if it pressed several.
  mark text check (mark in ('understood', 'wondering', 'enough')),
  marked_at timestamptz,
  -- What the child wonders has been talked about.
  settled_at timestamptz,
  settled_by uuid,
  primary key (municipality_id, read_together_id, position),
  foreign key (municipality_id, read_together_id) references read_together on delete cascade,
  foreign key (municipality_id, note_id) references note,
  foreign key (municipality_id, document_id) references document,
  foreign key (municipality_id, settled_by) references staff_member,
  check (num_nonnulls(note_id) = (kind = 'note')::int),
  check (num_nonnulls(document_id) = (kind = 'document')::int),
  check (num_nonnulls(mark, marked_at) in (0, 2)),
  check (num_nonnulls(settled_at, settled_by) in (0, 2)),
  check (settled_at is null or mark = 'wondering')
);
create index on read_together_item (municipality_id, note_id) where note_id is not null;
create index on read_together_item (municipality_id, document_id) where document_id is not null;

-- The way in: first a code, then, on the device where it was typed, a session. Lifetimes run on the database's own clock.
-- Both are hashes: eight digits could be guessed from a plain one, so the portal's key is in it.
create table together_session (
  municipality_id uuid not null,
  read_together_id uuid not null,
  code_hash bytea unique,
  code_until timestamptz,
  token_hash bytea,
  opened_at timestamptz,
  -- Opened where the staff member was signed in: what they have not sent yet lies in that browser and stays there.
  is_staff_device boolean not null default false,
  primary key (municipality_id, read_together_id),
  unique (municipality_id, token_hash),
  foreign key (municipality_id, read_together_id) references read_together on delete cascade,
  check (num_nonnulls(code_hash, code_until) in (0, 2)),
  check (num_nonnulls(token_hash, opened_at) in (0, 2)),
  check (num_nonnulls(code_hash, token_hash) = 1)
);

-- Each text that was read is told to the child it was read with, and to nobody else.
update audit_action set is_reading = true where action = 'readTogether';
insert into audit_action values
  ('preparedTogether'), ('beganTogether'), ('explainedTogether'), ('markedTogether'), ('endedTogether'), ('settledWondering');
