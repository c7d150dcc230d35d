-- What a person is asked to sign, their own answers and their own time to appeal. Nobody sees anybody else's.
create view person_signature_request with (security_barrier) as
select r.id as request_id, d.document_id, d.case_id, d.title, d.dated_on, r.act, r.state, r.asked_at, r.answer_by, r.moved_at, r.served_on,
       r.declined_words, v.number as version, encode(f.sha256, 'hex') as sha256, f.pages,
       ((r.answer_by - interval '1 microsecond') at time zone 'Europe/Stockholm')::date as answer_on, r.stands,
       exists (select from open_request o where o.municipality_id = r.municipality_id and o.request_id = r.id
                  and o.answerable @> me.moment) as is_answerable,
       exists (select from request_to_judge j where j.municipality_id = r.municipality_id and j.request_id = r.id) as is_judged_soon
  from acting me
  join signature_request r on r.municipality_id = me.municipality_id and r.person_id = me.subject_id
  join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
  join document_file f on f.municipality_id = v.municipality_id and f.document_version_id = v.id
  join person_document d on d.document_id = v.document_id
 where me.kind = 'person' and d.level = 'full' and r.asked_at <= me.moment
   and not exists (select from undecided_version u where u.municipality_id = v.municipality_id and u.document_version_id = v.id);
grant select on person_signature_request to person;

-- What the law says of appealing stands as it was when the decision was received; until then as it is today. A decision can be
-- appealed from when it is made: the receipt begins the time that ends it (förvaltningslagen 2017:900 44 §), not the right.
create view person_decision_part with (security_barrier) as
select q.request_id, p.number, p.law, p.title, a.weeks, w.received_on, w.last_day,
       case when w.last_day is null
         then a.weeks is not null and q.act = 'receipt' and q.state in ('asked', 'declined', 'expired')
         else w.last_day >= me.today
       end as is_open
  from acting me
 cross join person_signature_request q
  join signature_request r on r.municipality_id = me.municipality_id and r.id = q.request_id
  join decision_part p on p.municipality_id = r.municipality_id and p.document_version_id = r.document_version_id
                      and (p.person_id is null or p.person_id = r.person_id)
  left join appeal_window w on w.municipality_id = r.municipality_id and w.request_id = r.id and w.part = p.number
  join appeal_rule a on a.law = p.law and a.valid @> coalesce(w.received_on, me.today);
grant select on person_decision_part to person;

-- The subject's own name, as a letter to a court is signed.
create function person_own_name() returns table (given_name text, family_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.given_name, p.family_name from acting me join person p on p.municipality_id = me.municipality_id and p.id = me.subject_id
   where me.kind = 'person'
$$;
grant execute on function person_own_name() to person;

create view person_appeal with (security_barrier) as
select q.request_id, a.text, a.written_at, a.handed_in_on
  from acting me
 cross join person_signature_request q
  join appeal a on a.municipality_id = me.municipality_id and a.request_id = q.request_id;
grant select on person_appeal to person;

-- That an appeal of theirs has come in, and what became of it.
create view person_appeal_received with (security_barrier) as
select q.request_id, g.received_on, g.outcome, g.outcome_on
  from acting me
 cross join person_signature_request q
  join appeal_received g on g.municipality_id = me.municipality_id and g.request_id = q.request_id;
grant select on person_appeal_received to person;

-- The signer's own number, sealed, so that nobody else can sign in their place.
create function person_own_number() returns bytea language sql stable security definer set search_path = public, pg_temp as $$
  select p.id_number_encrypted from acting me join person p on p.municipality_id = me.municipality_id and p.id = me.subject_id
   where me.kind = 'person'
$$;
grant execute on function person_own_number() to person;

-- Keeps what is to be signed, before the person leaves for the app. False where it cannot be answered.
create function person_begin_signature(to_request uuid, intent uuid, visible text, hidden text, sealed_request bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare q person_signature_request;
begin
  select * into q from person_signature_request x where x.request_id = to_request and x.is_answerable;
  if not found then return false; end if;
  insert into signature_intent (municipality_id, id, request_id, visible_text, hidden_data, sealed_request, begun_at)
    values (app_municipality(), intent, to_request, visible, hidden, sealed_request, app_now());
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'beganSignature', q.case_id, q.document_id);
  return true;
end $$;
grant execute on function person_begin_signature(uuid, uuid, text, text, bytea) to person;

-- Says no, with words if one likes. Once said it can be said again in other words.
create function person_decline_signature(to_request uuid, words text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare q person_signature_request;
begin
  perform from signature_request r where r.municipality_id = (select app_municipality()) and r.id = to_request
     and r.person_id = (select app_subject()) for update;
  select * into q from person_signature_request x where x.request_id = to_request;
  if q.state = 'declined' then
    return (select r.declined_words is not distinct from words from signature_request r
             where r.municipality_id = (select app_municipality()) and r.id = q.request_id);
  end if;
  if q.is_answerable is not true then return false; end if;
  update signature_request set state = 'declined', moved_at = app_now(), declined_words = words, noted_at = null, noted_by = null
   where municipality_id = (select app_municipality()) and id = to_request;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'declinedSignature', q.case_id, q.document_id);
  return true;
end $$;
grant execute on function person_decline_signature(uuid, text) to person;

-- The bytes of a document that may be read in full; writes that it was read.
create function person_read_document_file(of_document uuid) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_bytes bytea; of_case uuid;
begin
  select f.bytes, d.case_id into found_bytes, of_case
    from acting me
   cross join person_document d
    join document_version v on v.municipality_id = me.municipality_id and v.document_id = d.document_id and v.signed_at <= me.moment
    join document_file f on f.municipality_id = v.municipality_id and f.document_version_id = v.id
   where d.document_id = of_document and d.level = 'full' and version_is_decided(v.municipality_id, v.id)
   order by v.number desc limit 1;
  if found_bytes is null then return null; end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'readDocument', of_case, of_document);
  return found_bytes;
end $$;
grant execute on function person_read_document_file(uuid) to person;

-- Keeps the text of an appeal until the time for it is over; what has been handed in stays as it was.
create function person_write_appeal(of_request uuid, with_text text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare q person_signature_request;
begin
  select * into q from person_signature_request x where x.request_id = of_request
     and exists (select from person_decision_part p where p.request_id = x.request_id and p.is_open)
     and not exists (select from person_appeal_received g where g.request_id = x.request_id);
  if not found then return false; end if;
  insert into appeal as a (municipality_id, request_id, text, written_at)
    values (app_municipality(), of_request, with_text, app_now())
  on conflict (municipality_id, request_id) do update set text = excluded.text, written_at = excluded.written_at
   where a.handed_in_on is null;
  if not found then return false; end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'wroteAppeal', q.case_id, q.document_id);
  return true;
end $$;
grant execute on function person_write_appeal(uuid, text) to person;

create function person_hand_in_appeal(of_request uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare q person_signature_request;
begin
  select * into q from person_signature_request x where x.request_id = of_request;
  if not found then return false; end if;
  update appeal set handed_in_on = app_today()
   where municipality_id = (select app_municipality()) and request_id = of_request and handed_in_on is null;
  if not found then return exists (select from person_appeal a where a.request_id = of_request); end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'handedInAppeal', q.case_id, q.document_id);
  return true;
end $$;
grant execute on function person_hand_in_appeal(uuid) to person;
