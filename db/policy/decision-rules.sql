-- Who decides alone for a committee, and what follows from it. Nothing here is granted.

-- Versions that somebody must decide and nobody has: neither by BankID nor on paper. What is written as a decision that
-- cannot await the committee is such from the moment it is frozen, and a document that was once put to decision stays so,
-- whatever is written later. They are nobody's to read who is a person of the case.
-- No barrier: the views of documents keep conditions out, and one inside them is looked up version by version, not as a whole.
create view undecided_version as
select v.municipality_id, v.id as document_version_id
  from document_version v
 where exists (select from document_version o
                where o.municipality_id = v.municipality_id and o.document_id = v.document_id
                  and (o.cannot_wait is not null
                       or exists (select from signature_request r where r.municipality_id = o.municipality_id
                                     and r.document_version_id = o.id and r.act = 'decision')))
   and not exists (select from signature_request r
                    where r.municipality_id = v.municipality_id and r.document_version_id = v.id
                      and r.act = 'decision' and r.state = 'signed');

create function version_is_decided(municipality uuid, of_version uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select not exists (select from undecided_version u where u.municipality_id = municipality and u.document_version_id = of_version)
$$;

-- Who may decide alone, by which mandate and which law, and on which days. Whoever is no longer employed or elected
-- may not.
create view right_of_decider with (security_barrier) as
select a.municipality_id, a.id as mandate_id, a.committee_id, a.staff_id, a.kind, a.source, l.law, a.valid * s.employed * l.valid as valid
  from committee_mandate a
  join staff_member s on s.municipality_id = a.municipality_id and s.id = a.staff_id
 cross join urgent_law l;

-- The mandate by which whoever was asked may decide on that day; null: they may not.
create function right_to_decide(municipality uuid, r signature_request, on_day date) returns uuid
language sql stable set search_path = public, pg_temp as $$
  select d.mandate_id
    from urgent_decision u
    join right_of_decider d on d.municipality_id = u.municipality_id and d.committee_id = u.committee_id and d.law = u.law
   where u.municipality_id = municipality and u.request_id = r.id and d.staff_id = r.staff_id and d.valid @> on_day
$$;

-- The committee's next meeting after a moment. One that has begun hears of it at the next.
create function next_meeting_on(municipality uuid, of_committee uuid, after_moment timestamptz) returns date
language sql stable set search_path = public, pg_temp as $$
  select min(m.held_on) from committee_meeting m
   where m.municipality_id = municipality and m.committee_id = of_committee
     and (m.held_on + m.starts_at) at time zone 'Europe/Stockholm' > after_moment
$$;

-- What must be done when a decision has been made by a section of law, and until when. The court's clock runs from the day
-- it was decided; the committee hears of it at the next meeting after it was written down here.
create function deadlines_after(municipality uuid, of_committee uuid, by_law text, decided_on date, recorded_at timestamptz)
returns table (kind text, due_on date, source text) language sql stable set search_path = public, pg_temp as $$
  select x.kind, x.due_on, x.source
    from (select d.kind, coalesce(decided_on + d.days, next_meeting_on(municipality, of_committee, recorded_at)) as due_on, d.source
            from decision_deadline d where d.law = by_law and d.valid @> decided_on) x
   where x.due_on is not null
   order by x.due_on, x.kind
$$;

-- Makes a decision stand: whose right it was, the state, and the days that follow. What follows for those who may read it
-- (receipts, what is withdrawn) a trigger does. The days are staff's own until somebody tells them to the persons.
create function record_decision(municipality uuid, r signature_request, decided timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
declare u urgent_decision; decided_on date := stockholm_day(decided);
begin
  update urgent_decision x set mandate_id = right_to_decide(municipality, r, decided_on), decided_at = decided
   where x.municipality_id = municipality and x.request_id = r.id returning * into u;
  update signature_request set state = 'signed', moved_at = app_now() where municipality_id = municipality and id = r.id;
  insert into deadline (municipality_id, case_id, kind, due_on, source, shown_from)
    select municipality, d.case_id, a.kind, a.due_on, a.source, 'infinity'
      from document_version v
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
     cross join deadlines_after(municipality, u.committee_id, u.law, decided_on, app_now()) a
     where v.municipality_id = municipality and v.id = r.document_version_id;
end $$;

-- What a decision stands on is kept; by which right and when is added once.
create function refuse_other_decision() returns trigger language plpgsql as $$
begin
  if (new.law, new.ground, new.cannot_wait, new.committee_id, new.asked_by)
     is distinct from (old.law, old.ground, old.cannot_wait, old.committee_id, old.asked_by) or old.decided_at is not null then
    raise exception 'a decision is kept as it was put' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger urgent_decision_is_kept before update on urgent_decision for each row execute function refuse_other_decision();
