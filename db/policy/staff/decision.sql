-- Decisions that one person makes for a committee: put by staff of the case, seen by whoever may decide alone today, and
-- by nobody else. That person sees what is put before them, never the case.
grant select on committee, urgent_ground, committee_meeting, urgent_decision, paper_signature to staff;
create policy staff_reads on committee for select to staff using (municipality_id = (select app_municipality()));
create policy staff_reads on committee_meeting for select to staff using (municipality_id = (select app_municipality()));
create policy staff_reads on urgent_ground for select to staff using (true);
create policy staff_reads on urgent_decision for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from signature_request r where r.municipality_id = urgent_decision.municipality_id and r.id = urgent_decision.request_id));
create policy staff_reads on paper_signature for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from signature_request r where r.municipality_id = paper_signature.municipality_id and r.id = paper_signature.request_id));

-- Whom a decision can be asked of today.
create view staff_decider with (security_barrier) as
select d.staff_id, full_name(s.given_name, s.family_name) as name, s.title, s.phone, d.kind, d.law, d.committee_id, c.name as committee
  from acting me
  join right_of_decider d on d.municipality_id = me.municipality_id and d.valid @> me.today
  join staff_member s on s.municipality_id = me.municipality_id and s.id = d.staff_id
  join committee c on c.municipality_id = me.municipality_id and c.id = d.committee_id
 where me.kind = 'staff';

-- What is put before whoever acts, while they have the right to decide it; signed ones stay as long.
create view staff_decision with (security_barrier) as
select r.id as request_id, r.document_version_id, x.case_id, x.id as document_id, c.case_number, v.title, x.dated_on, r.act,
       r.state, r.asked_at, r.moved_at, r.declined_words, v.number as version, encode(f.sha256, 'hex') as sha256, f.pages,
       u.law, u.ground, u.cannot_wait, u.decided_at, u.committee_id, b.name as committee,
       a.mandate_id, a.kind, a.source as appointed_by,
       full_name(asker.given_name, asker.family_name) as asked_by, asker.phone as asked_by_phone,
       p.attested_by is not null as is_on_paper,
       r.state in ('asked', 'declined') and not exists (
         select from document_version n where n.municipality_id = v.municipality_id and n.document_id = v.document_id
            and n.number > v.number) as is_answerable,
       exists (select from signature_answer t
                 join signature_intent i on i.municipality_id = t.municipality_id and i.id = t.intent_id
                where i.municipality_id = r.municipality_id and i.request_id = r.id
                  and not exists (select from signature_refusal y where y.municipality_id = t.municipality_id and y.intent_id = t.intent_id)
                  and r.state in ('asked', 'declined')) as is_judged_soon
  from acting me
  join signature_request r on r.municipality_id = me.municipality_id and r.staff_id = me.subject_id and r.act = 'decision'
                          and r.asked_at <= me.moment
  join urgent_decision u on u.municipality_id = r.municipality_id and u.request_id = r.id
  join right_of_decider a on a.municipality_id = r.municipality_id and a.staff_id = r.staff_id and a.committee_id = u.committee_id
                         and a.law = u.law and a.valid @> me.today
  join committee b on b.municipality_id = u.municipality_id and b.id = u.committee_id
  join staff_member asker on asker.municipality_id = u.municipality_id and asker.id = u.asked_by
  join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
  join document_file f on f.municipality_id = v.municipality_id and f.document_version_id = v.id
  join document x on x.municipality_id = v.municipality_id and x.id = v.document_id
  join case_file c on c.municipality_id = x.municipality_id and c.id = x.case_id
  left join paper_signature p on p.municipality_id = r.municipality_id and p.request_id = r.id
 where me.kind = 'staff';
grant select on staff_decider, staff_decision to staff;

-- Documents of one's cases whose newest version waits to be decided: who was asked last, and what came of it.
create view staff_undecided_document with (security_barrier) as
select d.municipality_id, d.id as document_id, asked.state, asked.name, asked.moved_at
  from acting me
  join staff_open_case o on o.municipality_id = me.municipality_id
  join document d on d.municipality_id = o.municipality_id and d.case_id = o.case_id
  join undecided_version u on u.municipality_id = d.municipality_id
  join document_version v on v.municipality_id = u.municipality_id and v.id = u.document_version_id and v.document_id = d.id
  left join lateral (select r.state, r.moved_at, full_name(s.given_name, s.family_name) as name
                       from signature_request r
                       join staff_member s on s.municipality_id = r.municipality_id and s.id = r.staff_id
                      where r.municipality_id = v.municipality_id and r.document_version_id = v.id and r.act = 'decision'
                      order by r.state in ('asked', 'declined') desc, r.asked_at desc, r.moved_at desc limit 1) asked on true
 where me.kind = 'staff'
   and not exists (select from document_version n where n.municipality_id = v.municipality_id and n.document_id = v.document_id
                      and n.number > v.number);
grant select on staff_undecided_document to staff;

-- The text that is put before whoever decides; writes that it was read.
create function staff_read_decision(of_request uuid) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare q staff_decision;
begin
  select * into q from staff_decision x where x.request_id = of_request;
  if not found then return null; end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values (app_municipality(), app_now(), 'staff', app_subject(), 'readDocument', q.case_id, q.document_id);
  return (select v.content from document_version v where v.municipality_id = (select app_municipality()) and v.id = q.document_version_id);
end $$;
grant execute on function staff_read_decision(uuid) to staff;

-- The frozen bytes of a decision, for whoever decides it and for staff of the case, who print it; writes that it was read.
create function staff_read_decision_file(of_request uuid) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare r signature_request; found_bytes bytea;
begin
  select x.* into r from signature_request x
   where x.municipality_id = (select app_municipality()) and x.id = of_request and x.act = 'decision'
     and (exists (select from staff_decision q where q.request_id = x.id)
          or exists (select from document_version v
                       join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
                       join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id
                      where v.municipality_id = x.municipality_id and v.id = x.document_version_id));
  if not found then return null; end if;
  select f.bytes into found_bytes from document_file f
   where f.municipality_id = r.municipality_id and f.document_version_id = r.document_version_id;
  perform audit_staff_document('readDocument', r);
  return found_bytes;
end $$;
grant execute on function staff_read_decision_file(uuid) to staff;

-- What stands on the paper of a decision in a case that is open to whoever asks.
create function staff_decision_paper(of_request uuid) returns table (sha256 bytea, pages int)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.sha256, f.pages
    from signature_request r
    join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
    join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
    join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id
    join document_file f on f.municipality_id = v.municipality_id and f.document_version_id = v.id
   where r.municipality_id = (select app_municipality()) and r.id = of_request and r.act = 'decision'
$$;
grant execute on function staff_decision_paper(uuid) to staff;

-- The days that follow if it is decided today.
create function staff_decision_deadlines(of_request uuid) returns table (kind text, due_on date, source text)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.kind, d.due_on, d.source
    from staff_decision q
   cross join lateral deadlines_after((select app_municipality()), q.committee_id, q.law,
                                      coalesce(stockholm_day(q.decided_at), (select app_today())), coalesce(q.moved_at, (select app_now()))) d
   where q.request_id = of_request
$$;
grant execute on function staff_decision_deadlines(uuid) to staff;

-- The signer's own number, sealed, so that nobody else can sign in their place.
create function staff_own_number() returns bytea language sql stable security definer set search_path = public, pg_temp as $$
  select s.id_number_encrypted from acting me join staff_member s on s.municipality_id = me.municipality_id and s.id = me.subject_id
   where me.kind = 'staff'
$$;
grant execute on function staff_own_number() to staff;

-- Keeps what is to be signed, before whoever decides leaves for the app. False where it cannot be answered.
create function staff_begin_signature(to_request uuid, intent uuid, visible text, hidden text, sealed_request bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare q staff_decision;
begin
  select * into q from staff_decision x where x.request_id = to_request and x.is_answerable;
  if not found then return false; end if;
  insert into signature_intent (municipality_id, id, request_id, visible_text, hidden_data, sealed_request, begun_at)
    values (app_municipality(), intent, to_request, visible, hidden, sealed_request, app_now());
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values (app_municipality(), app_now(), 'staff', app_subject(), 'beganSignature', q.case_id, q.document_id);
  return true;
end $$;
grant execute on function staff_begin_signature(uuid, uuid, text, text, bytea) to staff;

-- Says no, with words if one likes: the decision is not made. Another can be asked.
create function staff_decline_decision(to_request uuid, words text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare q staff_decision;
begin
  perform from signature_request r where r.municipality_id = (select app_municipality()) and r.id = to_request
     and r.staff_id = (select app_subject()) for update;
  select * into q from staff_decision x where x.request_id = to_request;
  if q.state = 'declined' then
    return (select r.declined_words is not distinct from words from signature_request r
             where r.municipality_id = (select app_municipality()) and r.id = q.request_id);
  end if;
  if q.is_answerable is not true then return false; end if;
  update signature_request set state = 'declined', moved_at = app_now(), declined_words = words
   where municipality_id = (select app_municipality()) and id = to_request;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values (app_municipality(), app_now(), 'staff', app_subject(), 'declinedDecision', q.case_id, q.document_id);
  return true;
end $$;
grant execute on function staff_decline_decision(uuid, text) to staff;

-- Puts a frozen version before somebody who may decide it alone today. Whoever was asked before and has not signed gives
-- way. From then on no person of the case reads it until it is decided; so it is refused once anybody has answered it.
-- Why it cannot wait is what the decision itself says of it, if it says so. Returns the request, or null where it cannot be put.
create function staff_ask_for_decision(of_version uuid, of_staff uuid, by_law text, on_ground text, cannot_wait text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare v document_version; d staff_decider; earlier signature_request; made signature_request;
begin
  select x.* into v from document_version x
    join document y on y.municipality_id = x.municipality_id and y.id = x.document_id
    join staff_open_case o on o.municipality_id = y.municipality_id and o.case_id = y.case_id
    join document_file f on f.municipality_id = x.municipality_id and f.document_version_id = x.id
   where x.municipality_id = (select app_municipality()) and x.id = of_version
   for update of y;
  select * into d from staff_decider x where x.staff_id = of_staff and x.law = by_law
     and exists (select from urgent_ground g where g.law = by_law and g.ground = on_ground);
  if v.id is null or d.staff_id is null or of_staff = app_subject() or not is_newest(v.municipality_id, v.id) then return null; end if;
  delete from signature_request r
   where r.municipality_id = v.municipality_id and r.document_version_id = v.id and r.person_id is not null and r.state = 'asked'
     and not exists (select from signature_intent i where i.municipality_id = r.municipality_id and i.request_id = r.id);
  if exists (select from signature_request r where r.municipality_id = v.municipality_id and r.document_version_id = v.id
                and (r.person_id is not null or r.state = 'signed')) then
    raise exception 'what has been answered is not put to decision again' using errcode = 'check_violation';
  end if;
  for earlier in select * from signature_request r where r.municipality_id = v.municipality_id and r.document_version_id = v.id
                    and r.act = 'decision' and r.state in ('asked', 'declined') for update loop
    update signature_request set state = 'cancelled', moved_at = app_now() where municipality_id = earlier.municipality_id and id = earlier.id;
    perform audit_staff_document('cancelledRequest', earlier);
  end loop;
  insert into signature_request (municipality_id, document_version_id, staff_id, act, asked_at, moved_at)
    values (v.municipality_id, v.id, of_staff, 'decision', app_now(), app_now()) returning * into made;
  insert into urgent_decision (municipality_id, request_id, committee_id, law, ground, cannot_wait, asked_by)
    values (v.municipality_id, made.id, d.committee_id, by_law, on_ground, coalesce(v.cannot_wait, staff_ask_for_decision.cannot_wait), app_subject());
  perform audit_staff_document('askedForDecision', made);
  return made.id;
end $$;
grant execute on function staff_ask_for_decision(uuid, uuid, text, text, text) to staff;

-- Records that the decision was signed on paper, by the word of somebody who has seen it and is not the signer. Not before
-- it was put, not ahead of time, and only if the signer had the right on that day.
create function staff_attest_paper(of_request uuid, signed timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare r signature_request := staff_request_for_update(of_request);
begin
  if r.id is null or r.act <> 'decision' or r.state not in ('asked', 'declined') or r.staff_id = app_subject()
     or signed < date_trunc('minute', r.asked_at) or signed > app_now()
     or not is_newest(r.municipality_id, r.document_version_id)
     or right_to_decide(r.municipality_id, r, stockholm_day(signed)) is null then
    return false;
  end if;
  insert into paper_signature (municipality_id, request_id, signed_by, signed_at, attested_by, attested_at)
    values (r.municipality_id, r.id, r.staff_id, signed, app_subject(), app_now());
  perform record_decision(r.municipality_id, r, signed);
  perform audit_staff_document('attestedPaper', r);
  return true;
end $$;
grant execute on function staff_attest_paper(uuid, timestamptz) to staff;

-- Whether a version says itself why the committee cannot be awaited, so that nobody has to say it again.
create function staff_says_why(of_version uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from document_version v
                   join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
                   join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id
                  where v.municipality_id = (select app_municipality()) and v.id = of_version and v.cannot_wait is not null)
$$;
grant execute on function staff_says_why(uuid) to staff;
