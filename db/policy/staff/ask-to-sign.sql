-- Whom a document can be put to, in which meaning, now: whoever reads all of its newest version and signs in themself. That
-- somebody will not appeal is asked only of those who have received a decision and whose time to appeal it runs. Not granted.
create function askable(municipality uuid, of_document uuid, on_moment timestamptz)
returns table (version_id uuid, person_id uuid, act text, until date) language sql stable set search_path = public, pg_temp as $$
  select v.id, d.person_id, a.act, appeal.last_day
    from document x
    join municipality m on m.id = x.municipality_id
    join signature_act_document a on a.document_type = x.type
    join lateral (select y.id from document_version y where y.municipality_id = x.municipality_id and y.document_id = x.id
                                                        and version_is_decided(y.municipality_id, y.id)
                   order by y.number desc limit 1) v on true
    join document_file f on f.municipality_id = x.municipality_id and f.document_version_id = v.id
    join disclosure d on d.municipality_id = x.municipality_id and d.document_id = x.id
    join person p on p.municipality_id = d.municipality_id and p.id = d.person_id
    left join lateral (select max(w.last_day) as last_day
                         from signature_request q
                         join appeal_window w on w.municipality_id = q.municipality_id and w.request_id = q.id
                        where q.municipality_id = x.municipality_id and q.document_version_id = v.id and q.person_id = d.person_id
                          and q.act = 'receipt' and q.state in ('signed', 'servedOtherwise') and w.last_day >= stockholm_day(on_moment)
                          and not exists (select from appeal_received g where g.municipality_id = q.municipality_id and g.request_id = q.id)
                      ) appeal on a.act = 'noAppeal'
   where x.municipality_id = municipality and x.id = of_document
     and reads_in_full(municipality, d.person_id, v.id, on_moment)
     and is_of_sign_in_age(m, p.born, stockholm_day(on_moment))
     and (a.act <> 'noAppeal' or appeal.last_day is not null)
     and not exists (select from signature_request r where r.municipality_id = x.municipality_id and r.document_version_id = v.id
                        and r.person_id = d.person_id and r.act = a.act and r.stands)
$$;

-- The same for a document of a case that is open to the staff member.
create function staff_askable(of_document uuid) returns table (person_id uuid, given_name text, family_name text, act text, until date)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.person_id, p.given_name, p.family_name, a.act, a.until
    from acting me
    join document d on d.municipality_id = me.municipality_id and d.id = of_document
    join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id
   cross join lateral askable(me.municipality_id, d.id, me.moment) a
    join person p on p.municipality_id = me.municipality_id and p.id = a.person_id
   order by p.given_name, p.family_name, a.act
$$;
grant execute on function staff_askable(uuid) to staff;

-- Asks somebody to sign, by a day that has not passed. The name of what stands against it, or null when they are asked.
create function staff_ask_to_sign(of_document uuid, of_person uuid, in_act text, by_day date) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_one record; r signature_request;
begin
  select a.version_id, a.until into found_one
    from acting me
    join document d on d.municipality_id = me.municipality_id and d.id = of_document
    join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id
   cross join lateral askable(me.municipality_id, d.id, me.moment) a
   where a.person_id = of_person and a.act = in_act;
  if not found then return 'whom'; end if;
  if by_day < app_today() or by_day > coalesce(found_one.until, app_today() + 365) then return 'day'; end if;
  insert into signature_request (municipality_id, document_version_id, person_id, act, asked_at, moved_at, answer_by)
    values (app_municipality(), found_one.version_id, of_person, in_act, app_now(), app_now(),
            (by_day + 1)::timestamp at time zone 'Europe/Stockholm')
  on conflict do nothing returning * into r;
  if not found then return 'whom'; end if;
  insert into notice (municipality_id, person_id, kind, request_id, due_at)
    values (r.municipality_id, r.person_id, 'askedToSign', r.id, app_now());
  perform audit_staff_document('askedToSign', r);
  return null;
end $$;
grant execute on function staff_ask_to_sign(uuid, uuid, text, date) to staff;

-- That an answer which asks something of staff has been seen: a no to something else than a receipt, or a consent taken back.
create function staff_note_answer(of_request uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare r signature_request := staff_request_for_update(of_request);
begin
  if r.id is null or r.act = 'receipt' or r.state not in ('declined', 'withdrawn') or r.noted_at is not null then return false; end if;
  update signature_request set noted_at = app_now(), noted_by = app_subject()
   where municipality_id = r.municipality_id and id = r.id;
  perform audit_staff_document('notedAnswer', r);
  return true;
end $$;
grant execute on function staff_note_answer(uuid) to staff;

-- That somebody was told of a question, to whoever sees the question.
create policy staff_reads_of_request on notice for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from signature_request r where r.municipality_id = notice.municipality_id and r.id = notice.request_id));
