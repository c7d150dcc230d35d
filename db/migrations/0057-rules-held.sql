-- What refers to a person or a case is found by it when that goes; what is over as what is not.
create index on case_line (municipality_id, person_id);
create index on silence (municipality_id, case_id);
create index on silence (municipality_id, person_id);
create index on signature_request (municipality_id, document_version_id);

-- How long a message that is over (sent, dropped, come back) is kept: receipts come within days, and somebody may ask within weeks
-- why nothing came. That somebody was told, and when, stands with the notice and goes with what it tells of.
alter table municipality add delivery_days int not null default 90 check (delivery_days between 7 and 3650);
create index on notice_delivery (made_at) where state in ('sent', 'delivered', 'bounced', 'dropped');

-- Whose absence it is, and who answers instead.
alter table audit_event
  add staff_id uuid,
  add deputy_ids uuid[],
  add check (deputy_ids is null or staff_id is not null);
