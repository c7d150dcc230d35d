-- Appeals that came in, to whoever has the case open.
grant select on appeal_received to staff;
create policy staff_reads on appeal_received for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from signature_request r where r.municipality_id = appeal_received.municipality_id and r.id = appeal_received.request_id));

-- Records that an appeal came in, in time or late, and gives staff a day to pass it on by. It is the authority's own day: no
-- person is shown it, and the other parties do not learn that somebody has appealed. False where it cannot be.
create function staff_record_appeal(of_request uuid, by_sender text, by_way text, on_day date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare r signature_request := staff_request_for_update(of_request); deadline_id uuid := gen_random_uuid();
begin
  if r.id is null or r.act <> 'receipt' or on_day > app_today()
     or on_day < (select stockholm_day(v.signed_at) from document_version v
                   where v.municipality_id = r.municipality_id and v.id = r.document_version_id)
     or exists (select from appeal_received g where g.municipality_id = r.municipality_id and g.request_id = r.id) then
    return false;
  end if;
  insert into deadline (municipality_id, id, case_id, person_id, kind, due_on, source, shown_from)
    select r.municipality_id, deadline_id, d.case_id, r.person_id, 'appealForwarding', on_day + m.appeal_forward_days,
           'Förvaltningslagen (2017:900) 46 §: skyndsamt; dagarna är kommunens egna', 'infinity'
      from municipality m
      join document_version v on v.municipality_id = m.id and v.id = r.document_version_id
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
     where m.id = r.municipality_id;
  insert into appeal_received (municipality_id, request_id, sender, way, received_on, recorded_at, recorded_by, deadline_id)
    values (r.municipality_id, r.id, by_sender, by_way, on_day, app_now(), app_subject(), deadline_id);
  perform audit_staff_document('recordedAppeal', r);
  return true;
end $$;
grant execute on function staff_record_appeal(uuid, text, text, date) to staff;

-- What became of it here: passed on to the court, or dismissed because it came too late (förvaltningslagen 45 §), which
-- needs a part that was appealed after its last day. False where it cannot be.
create function staff_close_appeal(of_request uuid, in_outcome text, on_day date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare r signature_request := staff_request_for_update(of_request); closed appeal_received;
begin
  if r.id is null then return false; end if;
  update appeal_received g set outcome = in_outcome, outcome_on = on_day, outcome_by = app_subject()
   where g.municipality_id = r.municipality_id and g.request_id = r.id and g.outcome is null
     and on_day between g.received_on and app_today()
     and (in_outcome = 'forwarded'
          or exists (select from appeal_window w where w.municipality_id = r.municipality_id and w.request_id = r.id
                        and w.last_day < g.received_on))
  returning * into closed;
  if not found then return false; end if;
  update deadline set done_on = on_day where municipality_id = r.municipality_id and id = closed.deadline_id;
  perform audit_staff_document(case in_outcome when 'forwarded' then 'forwardedAppeal' else 'dismissedAppeal' end, r);
  return true;
end $$;
grant execute on function staff_close_appeal(uuid, text, date) to staff;
