-- Implementation plan with goals, and follow-ups (Socialtjänstförordning 2025:468 10 kap. 3 §).
create table plan (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  -- The plan is a document first: whoever may read the document in full may follow the plan.
  document_id uuid not null,
  number int not null check (number > 0),
  agreed_on date not null,
  summary text not null,
  primary key (municipality_id, id),
  unique (municipality_id, document_id, number),
  foreign key (municipality_id, document_id) references document
);

create table plan_goal (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  position int not null,
  goal text not null,
  -- The child's goal in the child's own words.
  own_words text,
  -- [{"who": text, "what": text}]
  steps jsonb not null check (jsonb_typeof(steps) = 'array'),
  state text not null default 'ongoing' check (state in ('ongoing', 'reached', 'ended')),
  primary key (municipality_id, id),
  unique (municipality_id, plan_id, position),
  foreign key (municipality_id, plan_id) references plan
);

create table follow_up (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  planned_on date not null,
  held_on date,
  shown_from timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, case_id, planned_on),
  foreign key (municipality_id, case_id) references case_file
);
