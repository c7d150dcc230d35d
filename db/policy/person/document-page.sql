-- All that the page of a document shows, in one question; null for a document that is unknown, hidden or of another case. As with a note
-- (note-page.sql), and with it what is asked of the reader: of this document, or where it tells how to appeal, of the whole case.
create function person_document_page(of_case uuid, of_document uuid, is_opened boolean) returns json
language plpgsql security definer set search_path = public, pg_temp set random_page_cost = 1.1 as $$
declare
  c record;
  d record;
  versions json;
  requests json := '[]';
begin
  select a.* into c from addressed_case a where a.case_id = of_case;
  if not found then return null; end if;
  select x.type, x.dated_on, x.level, x.receipt_asked, x.title, x.child_title, x.ground, x.review_on
    into d from opened_document(c.municipality_id, c.person_id, c.moment, c.today, of_case) x where x.document_id = of_document;
  if not found then return null; end if;

  if is_opened then
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
      values (c.municipality_id, c.moment, 'person', c.person_id, 'readDocument', of_case, of_document);
    versions := '[]';
    if d.level = 'full' then
      select coalesce(json_agg(t order by t.number desc), '[]')
        into versions from full_document_text(c.municipality_id, c.person_id, c.moment, of_document, d.title) t;
    elsif d.level = 'partial' then
      select coalesce(json_agg(t), '[]')
        into versions from partial_document_text(c.municipality_id, c.person_id, c.moment, of_document, d.title) t;
    end if;
    -- Many are asked nothing, and then the rule need not be asked.
    if exists (select from signature_request r where r.municipality_id = c.municipality_id and r.person_id = c.person_id) then
      requests := person_requests(of_case, case when d.type <> 'appealInformation' then of_document end);
    end if;
  end if;

  return json_build_object(
    'document', json_build_object(
      'id', of_document, 'caseId', of_case, 'caseNumber', c.case_number, 'audience', c.audience, 'isOwn', c.is_own,
      'childName', c.child_name, 'type', d.type, 'datedOn', d.dated_on, 'level', d.level, 'receiptAsked', d.receipt_asked,
      'title', d.title, 'childTitle', d.child_title, 'ground', d.ground, 'reviewOn', d.review_on,
      'caseworkers', caseworkers_shown(c.municipality_id, c.person_id, c.moment, c.today, of_case),
      'remarks', remarks_shown(c.municipality_id, c.person_id, c.moment, c.today, of_case, null, of_document)),
    'versions', versions, 'requests', requests);
end $$;
grant execute on function person_document_page(uuid, uuid, boolean) to person;
