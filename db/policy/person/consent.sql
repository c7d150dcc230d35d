-- Takes back a consent, for as long as its document can be read. What was signed stays as evidence that it once was given.
create function person_withdraw_consent(of_request uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare q person_signature_request;
begin
  perform from signature_request r where r.municipality_id = (select app_municipality()) and r.id = of_request
     and r.person_id = (select app_subject()) for update;
  select * into q from person_signature_request x where x.request_id = of_request and x.act = 'consent' and x.state = 'signed';
  if not found then return false; end if;
  update signature_request set state = 'withdrawn', moved_at = app_now(), noted_at = null, noted_by = null
   where municipality_id = (select app_municipality()) and id = of_request;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'withdrewConsent', q.case_id, q.document_id);
  return true;
end $$;
grant execute on function person_withdraw_consent(uuid) to person;
