-- How long before the time to answer is over somebody is reminded, once; never before half of the time has passed.
alter table municipality add reminder_hours int not null default 12 check (reminder_hours > 0);
-- "Skyndsamt" (förvaltningslagen 2017:900 46 §) has no number of days: how many it is here, each municipality says itself.
alter table municipality add appeal_forward_days int not null default 7 check (appeal_forward_days > 0);
-- How long a try to sign is kept that nothing came back from.
alter table municipality add intent_days int not null default 30 check (intent_days > 0);

insert into notice_kind values ('askedToSign'), ('answerReminder');
alter table notice add request_id uuid;
alter table notice add foreign key (municipality_id, request_id) references signature_request;
create unique index on notice (municipality_id, request_id, kind) where request_id is not null;

-- Some answers can be taken back, which are moves of one act alone.
insert into signature_state values ('withdrawn');
alter table signature_move add act text references signature_act;
insert into signature_move (from_state, to_state, act) values
  ('signed', 'withdrawn', 'consent'), ('expired', 'superseded', 'receipt');

-- Which kinds of documents somebody can be asked to sign in which meaning. A receipt is asked for by the database itself.
create table signature_act_document (
  act text not null references signature_act,
  document_type text not null references document_type,
  primary key (act, document_type)
);
insert into signature_act_document values
  ('consent', 'consent'), ('agreement', 'implementationPlan'), ('noAppeal', 'decision');

-- A request that stands is the only one of its kind: what was withdrawn or ran out can be asked again. A receipt is not.
alter table signature_request add stands boolean not null generated always as
  (state not in ('cancelled', 'withdrawn', 'superseded') and (state <> 'expired' or act = 'receipt')) stored;
do $$
declare c name;
begin
  select conname into c from pg_constraint where conrelid = 'signature_request'::regclass and contype = 'u';
  execute format('alter table signature_request drop constraint %I', c);
end $$;
create unique index on signature_request (municipality_id, document_version_id, person_id, act) where stands;
create index on signature_request (asked_at) where state = 'asked';
alter table signature_request add check (answer_by > asked_at);

-- That staff have seen an answer which asks something of them: a no, or a consent that was taken back.
alter table signature_request
  add noted_at timestamptz,
  add noted_by uuid,
  add check (num_nulls(noted_at, noted_by) in (0, 2)),
  add foreign key (municipality_id, noted_by) references staff_member;

create table appeal_sender (sender text primary key, position int not null unique);
insert into appeal_sender values ('party', 1), ('representative', 2), ('counsel', 3);

create table appeal_way (way text primary key, position int not null unique);
insert into appeal_way values ('post', 1), ('handedIn', 2), ('email', 3);

-- An appeal that came in, in time or late, and what became of it here: the authority that decided judges whether it came in
-- time, and passes it on (förvaltningslagen 2017:900 45 and 46 §§).
create table appeal_received (
  municipality_id uuid not null,
  request_id uuid not null,
  sender text not null references appeal_sender,
  way text not null references appeal_way,
  received_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  deadline_id uuid not null,
  outcome text check (outcome in ('forwarded', 'dismissed')),
  outcome_on date check (outcome_on >= received_on),
  outcome_by uuid,
  primary key (municipality_id, request_id),
  foreign key (municipality_id, request_id) references signature_request,
  foreign key (municipality_id, recorded_by) references staff_member,
  foreign key (municipality_id, outcome_by) references staff_member,
  foreign key (municipality_id, deadline_id) references deadline,
  check (num_nulls(outcome, outcome_on, outcome_by) in (0, 3))
);
create index on appeal_received (municipality_id, deadline_id);
insert into deadline_kind values ('appealForwarding');

insert into audit_action values
  ('askedToSign'), ('remindedSigner'), ('withdrewConsent'), ('notedAnswer'), ('purgedIntent'), ('recordedAppeal'),
  ('forwardedAppeal'), ('dismissedAppeal');
