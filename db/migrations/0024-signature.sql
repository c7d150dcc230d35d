-- How long somebody has to answer on Mina sidor before it must be served otherwise: custody runs meanwhile (LVU 40 §).
alter table municipality add receipt_hours int not null default 24 check (receipt_hours > 0);

create table signature_act (act text primary key, position int not null unique);
insert into signature_act values ('receipt', 1), ('consent', 2), ('agreement', 3), ('noAppeal', 4), ('decision', 5);

create table signature_state (state text primary key);
insert into signature_state values
  ('asked'), ('signed'), ('declined'), ('servedOtherwise'), ('expired'), ('superseded'), ('cancelled');

-- Which states may follow which. Whoever said no may still sign; what is signed stays signed.
create table signature_move (
  from_state text not null references signature_state,
  to_state text not null references signature_state,
  primary key (from_state, to_state)
);
insert into signature_move values
  ('asked', 'signed'), ('asked', 'declined'), ('asked', 'servedOtherwise'), ('asked', 'expired'), ('asked', 'superseded'),
  ('asked', 'cancelled'), ('declined', 'signed'), ('declined', 'servedOtherwise'), ('declined', 'expired'),
  ('declined', 'superseded'), ('declined', 'cancelled'), ('expired', 'servedOtherwise');

create table service_method (method text primary key, position int not null unique, source text not null);
insert into service_method values
  ('oral', 1, 'delgivningslagen (2010:1932) 19-21 §§'),
  ('paper', 2, 'delgivningslagen (2010:1932) 16-18 §§'),
  ('processServer', 3, 'delgivningslagen (2010:1932) 31-46 §§');

-- Somebody is asked to sign a version in one meaning, alone: nobody is told of the others.
create table signature_request (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  document_version_id uuid not null,
  person_id uuid not null,
  act text not null references signature_act,
  state text not null default 'asked' references signature_state,
  asked_at timestamptz not null,
  answer_by timestamptz,
  moved_at timestamptz not null,
  -- What somebody wanted to say when they declined.
  declined_words text check (char_length(declined_words) between 1 and 2000),
  -- Another way in which it reached them, by whose word.
  served_how text references service_method,
  served_on date,
  served_by uuid,
  primary key (municipality_id, id),
  unique (municipality_id, document_version_id, person_id, act),
  foreign key (municipality_id, document_version_id) references document_version,
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, served_by) references staff_member,
  check ((state = 'servedOtherwise') = (served_how is not null)),
  check (num_nulls(served_how, served_on, served_by) in (0, 3))
);
create index on signature_request (municipality_id, person_id);
create index on signature_request (answer_by) where state in ('asked', 'declined');

-- One try to sign: exactly what is shown in the app and what is bound to it unseen, fixed before anybody is sent away.
create table signature_intent (
  municipality_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  visible_text text not null,
  hidden_data text not null,
  -- As it was sent to the broker, signed by us; null where the broker takes no signed requests.
  request_jwt text,
  begun_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, request_id) references signature_request
);
create index on signature_intent (municipality_id, request_id);

-- What came back, kept before it is judged: a server that dies in between loses no signature.
create table signature_answer (
  municipality_id uuid not null,
  intent_id uuid not null,
  signature text not null,
  ocsp_response text,
  id_token text not null,
  token_keys text not null,
  device_ip text,
  -- The real time, which certificates are judged by; the clock of the portal may be another in a demo.
  received_at timestamptz not null default now(),
  primary key (municipality_id, intent_id),
  foreign key (municipality_id, intent_id) references signature_intent
);

-- The rule by which an answer was refused. An answer without this and without evidence waits to be judged.
create table signature_refusal (
  municipality_id uuid not null,
  intent_id uuid not null,
  rule text not null,
  refused_at timestamptz not null,
  primary key (municipality_id, intent_id),
  foreign key (municipality_id, intent_id) references signature_answer
);

-- A signature that holds. The same one is never evidence twice.
create table signature_evidence (
  municipality_id uuid not null,
  request_id uuid not null,
  intent_id uuid not null,
  signature_digest bytea not null,
  -- What was judged, by which version of the rules, on which roots.
  verdict jsonb not null,
  signed_at timestamptz not null,
  primary key (municipality_id, request_id),
  unique (municipality_id, signature_digest),
  foreign key (municipality_id, request_id) references signature_request,
  foreign key (municipality_id, intent_id) references signature_answer
);
create index on signature_evidence (municipality_id, intent_id);

-- From when and until when somebody may appeal a part of a decision (förvaltningslagen 2017:900 44 §).
create table appeal_window (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  part int not null,
  received_on date not null,
  last_day date not null,
  primary key (municipality_id, id),
  unique (municipality_id, request_id, part),
  foreign key (municipality_id, request_id) references signature_request,
  check (last_day > received_on)
);

-- What somebody writes to appeal, for each decision one text that can be printed. Handing it in is theirs to tell.
create table appeal (
  municipality_id uuid not null,
  request_id uuid not null,
  text text not null check (char_length(text) between 1 and 10000),
  written_at timestamptz not null,
  handed_in_on date,
  primary key (municipality_id, request_id),
  foreign key (municipality_id, request_id) references signature_request
);

insert into audit_action values
  ('beganSignature'), ('signedDocument'), ('refusedSignature'), ('declinedSignature'), ('wroteAppeal'), ('handedInAppeal'),
  ('recordedService'), ('cancelledRequest'), ('expiredRequest');
