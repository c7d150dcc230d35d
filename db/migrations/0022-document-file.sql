-- A version as bytes, made once: what is read, signed and sealed are the same bytes. They never change.
create table document_file (
  municipality_id uuid not null,
  document_version_id uuid not null,
  bytes bytea not null,
  sha256 bytea not null generated always as (sha256(bytes)) stored,
  pages int not null check (pages > 0),
  frozen_at timestamptz not null,
  primary key (municipality_id, document_version_id),
  foreign key (municipality_id, document_version_id) references document_version
);

-- What the law says of appealing a decision made by a section of it. Without weeks it cannot be appealed.
create table appeal_rule (
  law text not null,
  valid daterange not null,
  weeks int check (weeks > 0),
  source text not null,
  primary key (law, valid)
);
insert into appeal_rule values
  ('LVU 6 §', '[1990-07-01,)', null, 'LVU (1990:52) 41 §; domstolen prövar beslutet efter underställning (7 §)'),
  ('LVU 11 §', '[2018-07-01,)', 3, 'LVU (1990:52) 41 §, förvaltningslagen (2017:900) 44 §'),
  ('LVU 14 §', '[2018-07-01,)', 3, 'LVU (1990:52) 41 §, förvaltningslagen (2017:900) 44 §'),
  ('SoL 35 kap. 1 §', '[2025-07-01,)', 3, 'Socialtjänstlagen (2025:400) 35 kap. 1 §, förvaltningslagen (2017:900) 44 §');

-- What was decided, part by part, as each can be appealed or not. Without a person it concerns every party.
create table decision_part (
  municipality_id uuid not null,
  document_version_id uuid not null,
  number int not null check (number > 0),
  law text not null,
  title text not null,
  person_id uuid,
  primary key (municipality_id, document_version_id, number),
  foreign key (municipality_id, document_version_id) references document_version,
  foreign key (municipality_id, person_id) references person
);
create index on decision_part (municipality_id, person_id) where person_id is not null;
