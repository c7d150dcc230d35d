-- Who is asked to sign a document of an open case, and what came of it.
grant select on signature_request to staff;
create policy staff_reads on signature_request for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from document_version v where v.municipality_id = signature_request.municipality_id
                        and v.id = signature_request.document_version_id));
grant select on decision_part to staff;
create policy staff_reads on decision_part for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from document_version v where v.municipality_id = decision_part.municipality_id
                        and v.id = decision_part.document_version_id));
grant select on appeal_window to staff;
create policy staff_reads on appeal_window for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from signature_request r where r.municipality_id = appeal_window.municipality_id and r.id = appeal_window.request_id));
grant select on appeal_rule to staff;
create policy staff_reads on appeal_rule for select to staff using (true);

create function audit_staff_document(action_name text, of_request signature_request) returns void
language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    select of_request.municipality_id, app_now(), 'staff', app_subject(), action_name, d.case_id, d.id
      from document_version v join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
     where v.municipality_id = of_request.municipality_id and v.id = of_request.document_version_id
$$;

-- A request of a case that is open to the staff member, locked. Not granted.
create function staff_request_for_update(of_request uuid) returns signature_request
language sql set search_path = public, pg_temp as $$
  select r.* from signature_request r
    join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
    join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
    join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id
   where r.municipality_id = (select app_municipality()) and r.id = of_request
   for update of r
$$;

-- Records that somebody has received a decision in another way, and opens their time to appeal from that day. Not before
-- it was decided, and not ahead of time. False where it cannot be, or has been, answered.
create function staff_record_service(of_request uuid, how text, on_day date, windows jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare r signature_request := staff_request_for_update(of_request);
begin
  if r.id is null or r.act <> 'receipt' or r.state not in ('asked', 'declined', 'expired')
     or on_day > app_today()
     or not version_is_decided(r.municipality_id, r.document_version_id)
     or on_day < (select stockholm_day(greatest(v.signed_at, (select max(u.decided_at) from urgent_decision u
                                                                join signature_request q on q.municipality_id = u.municipality_id and q.id = u.request_id
                                                               where q.municipality_id = v.municipality_id and q.document_version_id = v.id)))
                    from document_version v
                   where v.municipality_id = r.municipality_id and v.id = r.document_version_id) then
    return false;
  end if;
  update signature_request
     set state = 'servedOtherwise', moved_at = app_now(), served_how = how, served_on = on_day, served_by = app_subject()
   where municipality_id = r.municipality_id and id = r.id;
  insert into appeal_window (municipality_id, request_id, part, received_on, last_day)
    select r.municipality_id, r.id, w.part, on_day, w.last_day
      from jsonb_to_recordset(windows) as w(part int, last_day date)
      join parts_for(r.municipality_id, r.document_version_id, r.person_id, on_day) p on p.number = w.part and p.weeks is not null;
  perform audit_staff_document('recordedService', r);
  return true;
end $$;
grant execute on function staff_record_service(uuid, text, date, jsonb) to staff;

-- Takes back a question that nobody has answered.
create function staff_cancel_request(of_request uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare r signature_request := staff_request_for_update(of_request);
begin
  if r.id is null or r.act = 'receipt' or r.state not in ('asked', 'declined') then return false; end if;
  update signature_request set state = 'cancelled', moved_at = app_now() where municipality_id = r.municipality_id and id = r.id;
  perform audit_staff_document('cancelledRequest', r);
  return true;
end $$;
grant execute on function staff_cancel_request(uuid) to staff;
