create table notice_kind (kind text primary key);
insert into notice_kind values ('newNote');

-- A person is told that there is something, never what (Q3). Written with the release, sent when notices are.
create table notice (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null references notice_kind,
  note_id uuid,
  -- Not before the thing itself can be read.
  due_at timestamptz not null,
  sent_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, note_id) references note
);
create index on notice (due_at) where sent_at is null;
