-- How a notice reaches somebody (feature Q3): by channels that are the person's own, each asked for by them alone, and never with
-- a word of what it is about. What is sent, when and how it went stands here; addresses and codes lie sealed under DATA_KEYS.
create table notice_topic (topic text primary key, position int not null unique);
insert into notice_topic values ('news', 1), ('reminders', 2), ('survey', 3), ('appointments', 4);

-- What became of it: told to whoever was to be told, or why there was nobody to tell.
alter table notice
  add planned_at timestamptz,
  add outcome text check (outcome in ('planned', 'gone', 'seen', 'noChannel')),
  add check ((planned_at is null) = (outcome is null));
create index on notice (due_at) where planned_at is null;

-- A municipality's own quiet hours, by the clock on the wall; the same hour twice for none.
alter table municipality
  add quiet_from time not null default '21:00',
  add quiet_until time not null default '07:00';

create table notice_channel_kind (channel text primary key, position int not null unique);
insert into notice_channel_kind values ('email', 1), ('sms', 2), ('push', 3);

-- An address of somebody's own. There is none until they add one.
create table notice_channel (
  municipality_id uuid not null,
  -- Chosen by the portal, which seals the address for it.
  id uuid not null,
  person_id uuid not null,
  channel text not null references notice_channel_kind,
  sealed_address bytea not null check (octet_length(sealed_address) between 1 and 4096),
  -- A keyed hash, so that one address is not had twice and nobody's is written to without end.
  address_hash bytea not null check (octet_length(address_hash) = 32),
  wording text not null check (wording in ('neutral', 'named')),
  added_at timestamptz not null,
  -- When the person answered that it is safe that it shows at home. It is not kept without.
  said_safe_at timestamptz not null,
  -- A keyed hash. What was sent to the address, to be typed here.
  code_hash bytea check (octet_length(code_hash) = 32),
  code_until timestamptz,
  code_tries int not null default 0,
  confirmed_at timestamptz,
  stopped_at timestamptz,
  stopped_because text check (stopped_because in ('bounced', 'gone')),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person,
  check (num_nulls(code_hash, code_until) in (0, 2)),
  check (num_nulls(stopped_at, stopped_because) in (0, 2))
);
create unique index on notice_channel (municipality_id, person_id, address_hash);
-- Somebody may have several devices.
create unique index on notice_channel (municipality_id, person_id, channel) where channel <> 'push';

create table notice_choice (
  municipality_id uuid not null,
  channel_id uuid not null,
  topic text not null references notice_topic,
  primary key (municipality_id, channel_id, topic),
  foreign key (municipality_id, channel_id) references notice_channel on delete cascade
);

-- How often codes were asked for. Kept for a day.
create table notice_code_asked (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  address_hash bytea not null,
  asked_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person
);
create index on notice_code_asked (municipality_id, address_hash);
create index on notice_code_asked (municipality_id, person_id);

-- One message to one address. Its id goes along, and a second try has the same one.
create table notice_delivery (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  channel_id uuid not null,
  -- For a message with a code alone; gone when it was sent.
  sealed_code bytea,
  is_code boolean not null default false,
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'delivered', 'bounced', 'dropped', 'failed')),
  made_at timestamptz not null,
  -- Not before; of one that is being sent, when whoever sends it is taken for dead.
  try_at timestamptz not null,
  tries int not null default 0,
  -- A try was broken off after the message may have been taken.
  may_be_sent boolean not null default false,
  sent_at timestamptz,
  fault text check (fault ~ '^[A-Za-z0-9_]{1,40}$'),
  primary key (municipality_id, id),
  foreign key (municipality_id, channel_id) references notice_channel on delete cascade,
  check ((is_code and state in ('waiting', 'sending')) = (sealed_code is not null))
);
create index on notice_delivery (try_at) where state in ('waiting', 'sending');
create index on notice_delivery (municipality_id, channel_id);
create index on notice_delivery (made_at) where state = 'failed';

-- Which notices one message stands for: one a notice and channel.
create table notice_delivery_part (
  municipality_id uuid not null,
  notice_id uuid not null,
  channel_id uuid not null,
  delivery_id uuid not null,
  primary key (municipality_id, notice_id, channel_id),
  foreign key (municipality_id, notice_id) references notice on delete cascade,
  foreign key (municipality_id, channel_id) references notice_channel on delete cascade,
  foreign key (municipality_id, delivery_id) references notice_delivery on delete cascade
);
create index on notice_delivery_part (municipality_id, delivery_id);
create index on notice_delivery_part (municipality_id, channel_id);

insert into audit_action values
  ('addedNoticeChannel'), ('confirmedNoticeChannel'), ('changedNoticeChannel'), ('removedNoticeChannel'), ('stoppedNoticeChannel');
