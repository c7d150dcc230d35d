-- What nobody may change, the owner included: bytes, what was bound to a signature, what came back, what holds.
create function refuse_any_change() returns trigger language plpgsql as $$
begin
  raise exception '% is kept as it is', tg_table_name using errcode = 'check_violation';
end $$;
create trigger document_file_is_frozen before update or delete on document_file for each row execute function refuse_any_change();
create trigger signature_intent_is_frozen before update or delete on signature_intent for each row execute function refuse_any_change();
create trigger signature_answer_is_frozen before update or delete on signature_answer for each row execute function refuse_any_change();
create trigger signature_refusal_is_frozen before update or delete on signature_refusal for each row execute function refuse_any_change();
create trigger signature_evidence_is_frozen before update or delete on signature_evidence for each row execute function refuse_any_change();

create function refuse_odd_move() returns trigger language plpgsql as $$
begin
  if new.state <> old.state
     and not exists (select from signature_move m where m.from_state = old.state and m.to_state = new.state) then
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
-- (LVU 38 §, SoL 14 kap. 12 §: nobody receives for somebody else).
create function ask_for_receipts(municipality uuid, of_document uuid) returns void
language sql set search_path = public, pg_temp as $$
  insert into signature_request (municipality_id, document_version_id, person_id, act, asked_at, moved_at)
    select v.municipality_id, v.id, d.person_id, 'receipt', greatest(d.shown_from, f.frozen_at), greatest(d.shown_from, f.frozen_at)
      from document x
      join lateral (select y.municipality_id, y.id from document_version y
                     where y.municipality_id = x.municipality_id and y.document_id = x.id
                     order by y.number desc limit 1) v on true
      join document_file f on f.municipality_id = v.municipality_id and f.document_version_id = v.id
      join disclosure d on d.municipality_id = x.municipality_id and d.document_id = x.id and d.level = 'full'
     where x.municipality_id = municipality and x.id = of_document and x.receipt_asked
       and receives_alone(x.municipality_id, x.case_id, d.person_id, stockholm_day(greatest(d.shown_from, f.frozen_at)))
  on conflict do nothing
$$;

create function ask_when_released() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform ask_for_receipts(new.municipality_id, new.document_id);
  return null;
end $$;
create trigger receipt_asked_when_released after insert or update of level on disclosure
  for each row when (new.document_id is not null and new.level = 'full') execute function ask_when_released();

-- A new version withdraws what was asked of the ones before it.
create function ask_when_frozen() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v document_version;
begin
  select * into v from document_version x where x.municipality_id = new.municipality_id and x.id = new.document_version_id;
  update signature_request r set state = 'superseded', moved_at = new.frozen_at
    from document_version older
   where older.municipality_id = v.municipality_id and older.document_id = v.document_id and older.number < v.number
     and r.municipality_id = older.municipality_id and r.document_version_id = older.id and r.state in ('asked', 'declined');
  perform ask_for_receipts(v.municipality_id, v.document_id);
  return null;
end $$;
create trigger receipt_asked_when_frozen after insert on document_file for each row execute function ask_when_frozen();

-- A request that can be answered now, by whoever it was made to: open, in time, on the newest version, and the document
-- still theirs to read in full. Not granted.
create function is_answerable(municipality uuid, r signature_request, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select r.state in ('asked', 'declined') and r.asked_at <= on_moment
     and (r.answer_by is null or r.answer_by > on_moment)
     and exists (select from document_version v
                   join document x on x.municipality_id = v.municipality_id and x.id = v.document_id
                   join disclosure d on d.municipality_id = x.municipality_id and d.document_id = x.id and d.person_id = r.person_id
                  where v.municipality_id = municipality and v.id = r.document_version_id
                    and d.level = 'full' and d.shown_from <= on_moment
                    and not exists (select from document_version n where n.municipality_id = v.municipality_id
                                       and n.document_id = v.document_id and n.number > v.number)
                    and exists (select from jsonb_to_recordset(openable_cases(municipality, r.person_id, stockholm_day(on_moment)))
                                         as o(case_id uuid) where o.case_id = x.case_id))
$$;

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
