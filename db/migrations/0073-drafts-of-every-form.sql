-- What somebody is writing in any form of theirs is kept, not only a question or a reply: a remark, a point for a meeting, another
-- time, a no to a signature, an appeal, a wish to be contacted. Of those a draft has the id that its form has chosen.
alter table message_draft
  -- Which form it was begun in; a question and a reply are messages.
  add form text not null default 'message'
    check (form in ('message', 'contactRequest', 'disputedFact', 'ownComment', 'accessRequest', 'point', 'otherTime', 'decline', 'appeal')),
  add appointment_id uuid,
  add signature_request_id uuid,
  add foreign key (municipality_id, appointment_id) references appointment on delete cascade,
  add foreign key (municipality_id, signature_request_id) references signature_request on delete cascade,
  -- Staff write answers alone.
  add check (form = 'message' or (from_person_id is not null and thread_id is null and about_paragraph is null and subject = '')),
  add check ((form in ('point', 'otherTime')) = (appointment_id is not null)),
  add check ((form in ('decline', 'appeal')) = (signature_request_id is not null));
create index on message_draft (municipality_id, appointment_id) where appointment_id is not null;
create index on message_draft (municipality_id, signature_request_id) where signature_request_id is not null;
