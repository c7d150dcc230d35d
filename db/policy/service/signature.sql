-- From an answer to a signature that holds: role service, functions only. Whose signature it is stands in the intent, which
-- whoever signs made themself; so a session that ended meanwhile loses nothing.

-- Who is asked, whether a person of the case or staff, with the number that nobody else signs by. Not granted.
create view asked_signer with (security_barrier) as
select r.municipality_id, r.id as request_id, coalesce(p.id_number_encrypted, s.id_number_encrypted) as number,
       case when r.staff_id is null then 'person' else 'staff' end as kind, coalesce(r.person_id, r.staff_id) as id
  from signature_request r
  left join person p on p.municipality_id = r.municipality_id and p.id = r.person_id
  left join staff_member s on s.municipality_id = r.municipality_id and s.id = r.staff_id;

-- Keeps what came back, as the portal has sealed it. The same answer twice changes nothing.
create function service_keep_signature_answer(municipality uuid, intent uuid, sealed_answer bytea)
returns void language sql security definer set search_path = public, pg_temp as $$
  select require_service();
  insert into signature_answer (municipality_id, intent_id, sealed)
    select municipality, i.id, sealed_answer
      from signature_intent i where i.municipality_id = municipality and i.id = intent
  on conflict do nothing
$$;
grant execute on function service_keep_signature_answer(uuid, uuid, bytea) to service;

-- What a return to the broker is held against: whose signature, and which request was sent.
create function service_signature_ordered(municipality uuid, intent uuid) returns table (signer_number bytea, sealed_request bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select a.number, i.sealed_request
    from signature_intent i
    join asked_signer a on a.municipality_id = i.municipality_id and a.request_id = i.request_id
   where i.municipality_id = municipality and i.id = intent
$$;
grant execute on function service_signature_ordered(uuid, uuid) to service;

-- Answers that nobody has judged: the server ended in between. Oldest first.
create function service_waiting_signature_answers(older_than interval) returns table (municipality_id uuid, intent_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select a.municipality_id, a.intent_id from signature_answer a
   where a.received_at < now() - older_than
     and not exists (select from signature_refusal x where x.municipality_id = a.municipality_id and x.intent_id = a.intent_id)
     and not exists (select from signature_evidence e where e.municipality_id = a.municipality_id and e.intent_id = a.intent_id)
   order by a.received_at limit 100
$$;
grant execute on function service_waiting_signature_answers(interval) to service;

-- When an answer came, by the clock of the portal. Whoever signs before midnight has received the decision that day, also
-- when the judgement comes after it (förvaltningslagen 2017:900 44 §). Not granted.
create function answered_at(a signature_answer) returns timestamptz language sql stable set search_path = public, pg_temp as $$
  select app_now() - (now() - a.received_at)
$$;

-- Everything an answer is judged by, with the request locked until the transaction ends. No row: it has been judged.
create function service_signature_to_judge(municipality uuid, intent uuid)
returns table (visible_text text, hidden_data text, sealed bytea, received_at timestamptz,
               answered_on date, signer_number bytea, act text, parts jsonb, request_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare i signature_intent; r signature_request;
begin
  perform require_service();
  select * into i from signature_intent x where x.municipality_id = municipality and x.id = intent;
  select * into r from signature_request x where x.municipality_id = municipality and x.id = i.request_id for update;
  return query
    select i.visible_text, i.hidden_data, a.sealed, a.received_at, stockholm_day(answered_at(a)), s.number, r.act,
           (select jsonb_agg(jsonb_build_object('number', t.number, 'weeks', t.weeks))
              from parts_for(municipality, r.document_version_id, r.person_id, stockholm_day(answered_at(a))) t
              where t.weeks is not null and r.act = 'receipt'),
           r.id
      from signature_answer a
      join asked_signer s on s.municipality_id = a.municipality_id and s.request_id = r.id
     where a.municipality_id = municipality and a.intent_id = intent
       and not exists (select from signature_refusal x where x.municipality_id = municipality and x.intent_id = intent)
       and not exists (select from signature_evidence e where e.municipality_id = municipality and e.intent_id = intent);
end $$;
grant execute on function service_signature_to_judge(uuid, uuid) to service;

create function log_signature(municipality uuid, of_request uuid, what text) returns void
language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    select municipality, app_now(), a.kind, a.id, what, x.case_id, x.id
      from signature_request r
      join asked_signer a on a.municipality_id = r.municipality_id and a.request_id = r.id
      join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
      join document x on x.municipality_id = v.municipality_id and x.id = v.document_id
     where r.municipality_id = municipality and r.id = of_request
$$;

create function service_refuse_signature(municipality uuid, intent uuid, by_rule text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  insert into signature_refusal (municipality_id, intent_id, rule, refused_at) values (municipality, intent, by_rule, app_now());
  perform log_signature(municipality, (select request_id from signature_intent i where i.municipality_id = municipality and i.id = intent),
                        'refusedSignature');
end $$;
grant execute on function service_refuse_signature(uuid, uuid, text) to service;

-- Records a signature that was judged to hold: the request is signed, the log says so, and the time to appeal begins.
-- The verdict is sealed; the digest of what was judged finds one that is sent again. Null when done; otherwise the rule that
-- stands against it, and nothing is written.
create function service_record_signature(municipality uuid, intent uuid, digest bytea, sealed_verdict bytea, windows jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare r signature_request; answered timestamptz;
begin
  perform require_service();
  select x.* into r from signature_intent i join signature_request x on x.municipality_id = i.municipality_id and x.id = i.request_id
   where i.municipality_id = municipality and i.id = intent for update of x;
  select answered_at(a) into answered from signature_answer a
   where a.municipality_id = municipality and a.intent_id = intent;
  if not is_answerable(municipality, r, answered) then return 'request-closed'; end if;
  if exists (select from signature_evidence e where e.municipality_id = municipality and e.signature_digest = digest) then
    return 'signature-replayed';
  end if;
  insert into signature_evidence (municipality_id, request_id, intent_id, signature_digest, sealed_verdict, signed_at)
    values (municipality, r.id, intent, digest, sealed_verdict, answered);
  if r.staff_id is not null then
    perform record_decision(municipality, r, answered);
    perform log_signature(municipality, r.id, 'signedDocument');
    return null;
  end if;
  update signature_request set state = 'signed', moved_at = answered where municipality_id = municipality and id = r.id;
  insert into appeal_window (municipality_id, request_id, part, received_on, last_day)
    select municipality, r.id, w.part, stockholm_day(answered), w.last_day
      from jsonb_to_recordset(windows) as w(part int, last_day date)
      join parts_for(municipality, r.document_version_id, r.person_id, stockholm_day(answered)) p on p.number = w.part and p.weeks is not null
     where r.act = 'receipt';
  perform log_signature(municipality, r.id, 'signedDocument');
  return null;
end $$;
grant execute on function service_record_signature(uuid, uuid, bytea, bytea, jsonb) to service;

-- Requests whose time to answer is over, save those with an answer that waits to be judged: it may have come in time. A
-- receipt that was not given is served otherwise.
create function service_expire_signature_requests() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare r signature_request; moved int := 0;
begin
  perform require_service();
  for r in select * from signature_request x where x.state in ('asked', 'declined') and x.answer_by <= app_now()
               and not exists (select from signature_intent i
                                 join signature_answer a on a.municipality_id = i.municipality_id and a.intent_id = i.id
                                where i.municipality_id = x.municipality_id and i.request_id = x.id
                                  and not exists (select from signature_refusal f
                                                   where f.municipality_id = a.municipality_id and f.intent_id = a.intent_id))
            order by x.answer_by limit 500 for update skip locked loop
    update signature_request set state = 'expired', moved_at = app_now() where municipality_id = r.municipality_id and id = r.id;
    insert into audit_event (municipality_id, at, actor_kind, action, case_id, document_id)
      select r.municipality_id, app_now(), 'service', 'expiredRequest', d.case_id, d.id
        from document_version v join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
       where v.municipality_id = r.municipality_id and v.id = r.document_version_id;
    moved := moved + 1;
  end loop;
  return moved;
end $$;
grant execute on function service_expire_signature_requests() to service;
