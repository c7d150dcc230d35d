-- What nobody may change, the owner included: bytes, what was bound to a signature, what came back, what holds.
create function refuse_any_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' and is_erasing() then return old; end if;
  raise exception '% is kept as it is', tg_table_name using errcode = 'check_violation';
end $$;
create trigger document_file_is_frozen before update or delete on document_file for each row execute function refuse_any_change();
create trigger signature_intent_is_frozen before update on signature_intent for each row execute function refuse_any_change();
create trigger signature_answer_is_frozen before update or delete on signature_answer for each row execute function refuse_any_change();
create trigger signature_refusal_is_frozen before update or delete on signature_refusal for each row execute function refuse_any_change();
create trigger signature_evidence_is_frozen before update or delete on signature_evidence for each row execute function refuse_any_change();
create trigger paper_signature_is_frozen before update or delete on paper_signature for each row execute function refuse_any_change();

-- A try that nothing came back from is kept for its time, and then purged by the service alone (service/purge-intents).
create function refuse_early_purge() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if is_erasing() then return old; end if;
  if exists (select from signature_answer a where a.municipality_id = old.municipality_id and a.intent_id = old.id)
     or not exists (select from acting me join municipality m on m.id = old.municipality_id
                     where me.kind = 'service' and old.begun_at < me.moment - make_interval(days => m.intent_days)) then
    raise exception 'signature_intent is kept as it is' using errcode = 'check_violation';
  end if;
  return old;
end $$;
create trigger signature_intent_is_kept before delete on signature_intent for each row execute function refuse_early_purge();

create function refuse_odd_move() returns trigger language plpgsql as $$
begin
  if new.state <> old.state
     and not exists (select from signature_move m where m.from_state = old.state and m.to_state = new.state
                        and (m.act is null or m.act = new.act)) then
    raise exception 'a request does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger signature_request_moves_in_order before update on signature_request
  for each row execute function refuse_odd_move();

-- Whoever pleads their own case receives for themself; for a child below that age its representative does (SoL 3 kap. 4 §,
-- LVU 36 §). Not granted.
create function receives_alone(municipality uuid, of_case uuid, reader uuid, on_day date) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select not exists (select from case_file c
                       join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
                      where c.municipality_id = municipality and c.id = of_case and c.child_id = reader
                        and most_age_on(child.born, on_day) < (select years from legal_age where key = 'own_party' and valid @> on_day))
$$;

-- Whoever may read all of a decision that is to be served is asked for a receipt of their own as soon as it stands as bytes
-- and is decided (LVU 38 §, SoL 14 kap. 12 §: nobody receives for somebody else).
create function ask_for_receipts(municipality uuid, of_document uuid) returns void
language sql set search_path = public, pg_temp as $$
  insert into signature_request (municipality_id, document_version_id, person_id, act, asked_at, moved_at)
    select v.municipality_id, v.id, d.person_id, 'receipt', open.since, open.since
      from document x
      join lateral (select y.municipality_id, y.id from document_version y
                     where y.municipality_id = x.municipality_id and y.document_id = x.id
                       and version_is_decided(y.municipality_id, y.id)
                     order by y.number desc limit 1) v on true
      join document_file f on f.municipality_id = v.municipality_id and f.document_version_id = v.id
      join disclosure d on d.municipality_id = x.municipality_id and d.document_id = x.id and d.level = 'full'
     cross join lateral (select greatest(d.shown_from, f.frozen_at,
                                (select r.moved_at from signature_request r
                                  where r.municipality_id = v.municipality_id and r.document_version_id = v.id
                                    and r.act = 'decision' and r.state = 'signed')) as since) open
     where x.municipality_id = municipality and x.id = of_document and x.receipt_asked
       and receives_alone(x.municipality_id, x.case_id, d.person_id, stockholm_day(open.since))
  on conflict do nothing
$$;

create function ask_when_released() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform ask_for_receipts(new.municipality_id, new.document_id);
  return null;
end $$;
create trigger receipt_asked_when_released after insert or update of level on disclosure
  for each row when (new.document_id is not null and new.level = 'full') execute function ask_when_released();

-- A newer version withdraws what was asked of the ones before it. Not granted.
create function withdraw_earlier(v document_version, on_moment timestamptz, only_decisions boolean) returns void
language sql set search_path = public, pg_temp as $$
  update signature_request r set state = 'superseded', moved_at = on_moment
    from document_version older
   where older.municipality_id = v.municipality_id and older.document_id = v.document_id and older.number < v.number
     and r.municipality_id = older.municipality_id and r.document_version_id = older.id
     and (r.state in ('asked', 'declined') or r.act = 'receipt' and r.state = 'expired')
     and (r.act = 'decision' or not only_decisions)
$$;

-- While a newer version waits to be decided, the earlier one stands, and so does what is asked of it.
create function ask_when_frozen() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v document_version;
begin
  select * into v from document_version x where x.municipality_id = new.municipality_id and x.id = new.document_version_id;
  perform withdraw_earlier(v, new.frozen_at, not version_is_decided(v.municipality_id, v.id));
  perform ask_for_receipts(v.municipality_id, v.document_id);
  return null;
end $$;
create trigger receipt_asked_when_frozen after insert on document_file for each row execute function ask_when_frozen();

create function ask_when_decided() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v document_version;
begin
  select * into v from document_version x where x.municipality_id = new.municipality_id and x.id = new.document_version_id;
  perform withdraw_earlier(v, new.moved_at, false);
  perform ask_for_receipts(v.municipality_id, v.document_id);
  update notice n set due_at = greatest(d.shown_from, new.moved_at)
    from disclosure d
   where d.municipality_id = v.municipality_id and d.document_id = v.document_id
     and n.municipality_id = d.municipality_id and n.document_id = d.document_id and n.person_id = d.person_id
     and n.due_at = 'infinity';
  return null;
end $$;
create trigger receipt_asked_when_decided after update of state on signature_request
  for each row when (new.act = 'decision' and new.state = 'signed' and old.state <> 'signed') execute function ask_when_decided();

-- There is no later version, decided or not. Not granted.
create function is_newest(municipality uuid, of_version uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select not exists (select from document_version v
                       join document_version n on n.municipality_id = v.municipality_id and n.document_id = v.document_id and n.number > v.number
                      where v.municipality_id = municipality and v.id = of_version)
$$;

-- A document that a person may read in full, as far as it is decided. Not granted.
create function reads_in_full(municipality uuid, person uuid, of_version uuid, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select version_is_decided(municipality, of_version)
     and exists (select from document_version v
                   join document x on x.municipality_id = v.municipality_id and x.id = v.document_id
                   join disclosure d on d.municipality_id = x.municipality_id and d.document_id = x.id and d.person_id = person
                  where v.municipality_id = municipality and v.id = of_version
                    and d.level = 'full' and d.shown_from <= on_moment
                    and opens_case(municipality, person, x.case_id, on_moment))
$$;

-- From when until when a request is open: to a person on the newest version that is decided, to staff on the newest one. Who
-- may answer it then is asked beside: by the reader's own views, or by is_answerable. Not granted.
create view open_request with (security_barrier) as
select r.municipality_id, r.id as request_id, tstzrange(r.asked_at, r.answer_by) as answerable
  from signature_request r
  join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
 where r.state in ('asked', 'declined')
   and not exists (select from document_version n where n.municipality_id = v.municipality_id
                      and n.document_id = v.document_id and n.number > v.number
                      and (r.staff_id is not null
                           or not exists (select from undecided_version u where u.municipality_id = n.municipality_id
                                             and u.document_version_id = n.id)));

-- A request with an answer that nobody has judged yet. Not granted.
create view request_to_judge with (security_barrier) as
select r.municipality_id, r.id as request_id
  from signature_request r
 where r.state in ('asked', 'declined')
   and exists (select from signature_intent i
                 join signature_answer a on a.municipality_id = i.municipality_id and a.intent_id = i.id
                where i.municipality_id = r.municipality_id and i.request_id = r.id
                  and not exists (select from signature_refusal x where x.municipality_id = a.municipality_id and x.intent_id = a.intent_id));

-- A request that can be answered now, by whoever it was made to: a person must still read the document in full, staff must
-- have the right to decide on that very day. Not granted.
create function is_answerable(municipality uuid, r signature_request, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from open_request o
                  where o.municipality_id = municipality and o.request_id = r.id and o.answerable @> on_moment)
     and case when r.staff_id is null then reads_in_full(municipality, r.person_id, r.document_version_id, on_moment)
              else right_to_decide(municipality, r, stockholm_day(on_moment)) is not null end
$$;

-- Whoever has answered, or may not read it any more, is told nothing more of it.
create function forget_notices() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from notice n where n.municipality_id = new.municipality_id and n.request_id = new.id and n.sent_at is null;
  return null;
end $$;
create trigger answered_needs_no_notice after update of state on signature_request
  for each row when (old.state = 'asked' and new.state <> 'asked') execute function forget_notices();

create function forget_notices_of_document() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from notice n using signature_request r, document_version v
   where n.municipality_id = new.municipality_id and n.sent_at is null and n.person_id = new.person_id
     and r.municipality_id = n.municipality_id and r.id = n.request_id
     and v.municipality_id = r.municipality_id and v.id = r.document_version_id and v.document_id = new.document_id;
  return null;
end $$;
create trigger closed_needs_no_notice after update of level on disclosure
  for each row when (new.document_id is not null and new.level <> 'full') execute function forget_notices_of_document();

-- The parts of a decision that concern somebody, with what the law says of appealing them on that day. Not granted.
create function parts_for(municipality uuid, of_version uuid, of_person uuid, on_day date)
returns table (number int, law text, title text, weeks int) language sql stable set search_path = public, pg_temp as $$
  select p.number, p.law, p.title, a.weeks
    from decision_part p
    join appeal_rule a on a.law = p.law and a.valid @> on_day
   where p.municipality_id = municipality and p.document_version_id = of_version
     and (p.person_id is null or p.person_id = of_person)
   order by p.number
$$;
