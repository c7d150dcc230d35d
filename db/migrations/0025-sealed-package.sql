-- A signature that holds as one file that anybody can check: the frozen document, what was signed, and a seal over it all.
create table sealed_package (
  municipality_id uuid not null,
  request_id uuid not null,
  bytes bytea not null,
  sha256 bytea not null generated always as (sha256(bytes)) stored,
  size int not null generated always as (octet_length(bytes)) stored,
  sealed_at timestamptz not null,
  -- When somebody else vouched for the time, and when a later stamp was last put over the whole.
  stamped_at timestamptz,
  renewed_at timestamptz,
  primary key (municipality_id, request_id),
  foreign key (municipality_id, request_id) references signature_evidence
);

insert into audit_action values ('sealedSignature'), ('stampedPackage'), ('fetchedPackage');
