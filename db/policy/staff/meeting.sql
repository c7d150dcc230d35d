-- What a committee meets about. Its members alone open it, who sit in it both on that day and now; each opening is written.
create view staff_meeting with (security_barrier) as
select m.id as meeting_id, b.name as committee, m.held_on, m.starts_at, m.place, m.committee_id,
       (m.held_on + m.starts_at) at time zone 'Europe/Stockholm' as begins_at,
       (select max((e.held_on + e.starts_at) at time zone 'Europe/Stockholm') from committee_meeting e
         where e.municipality_id = m.municipality_id and e.committee_id = m.committee_id and e.held_on < m.held_on) as earlier_at
  from acting me
  join staff_member s on s.municipality_id = me.municipality_id and s.id = me.subject_id and s.employed @> me.today
  join committee_meeting m on m.municipality_id = me.municipality_id
  join committee b on b.municipality_id = m.municipality_id and b.id = m.committee_id
 where me.kind = 'staff'
   and exists (select from committee_member x where x.municipality_id = m.municipality_id and x.committee_id = m.committee_id
                  and x.staff_id = s.id and x.valid @> me.today and x.valid @> m.held_on);

-- Decisions that were made alone since the meeting before, and what staff have put there. Not granted.
create view staff_meeting_matter with (security_barrier) as
select q.meeting_id, u.decided_at, u.law, u.ground, u.cannot_wait, r.document_version_id, r.moved_at as put_at,
       full_name(s.given_name, s.family_name) as by_name, s.title as by_title, p.attested_by is not null as is_on_paper
  from acting me
 cross join staff_meeting q
  join urgent_decision u on u.municipality_id = me.municipality_id and u.committee_id = q.committee_id and u.decided_at is not null
  join signature_request r on r.municipality_id = u.municipality_id and r.id = u.request_id
                          and r.moved_at < q.begins_at and (q.earlier_at is null or r.moved_at >= q.earlier_at)
  join staff_member s on s.municipality_id = r.municipality_id and s.id = r.staff_id
  left join paper_signature p on p.municipality_id = r.municipality_id and p.request_id = r.id
union all
select q.meeting_id, null, null, null, null, x.document_version_id, x.put_at, full_name(s.given_name, s.family_name), s.title, false
  from acting me
 cross join staff_meeting q
  join committee_matter x on x.municipality_id = me.municipality_id and x.meeting_id = q.meeting_id
  join staff_member s on s.municipality_id = x.municipality_id and s.id = x.put_by;
grant select on staff_meeting to staff;

create function staff_meeting_members(of_meeting uuid) returns table (name text, title text)
language sql stable security definer set search_path = public, pg_temp as $$
  select full_name(s.given_name, s.family_name), s.title
    from staff_meeting q
    join committee_member x on x.municipality_id = (select app_municipality()) and x.committee_id = q.committee_id and x.valid @> q.held_on
    join staff_member s on s.municipality_id = x.municipality_id and s.id = x.staff_id
   where q.meeting_id = of_meeting
   order by s.family_name, s.given_name
$$;
grant execute on function staff_meeting_members(uuid) to staff;

-- Opens the package of a meeting; writes that it was opened, and each document in it as read.
create function staff_open_meeting(of_meeting uuid)
returns table (case_number text, title text, dated_on date, version int, content jsonb, decided_at timestamptz, law text, ground text,
               cannot_wait text, by_name text, by_title text, is_on_paper boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, meeting_id)
    select app_municipality(), app_now(), 'staff', app_subject(), 'openedMeeting', q.meeting_id
      from staff_meeting q where q.meeting_id = of_meeting;
  if not found then return; end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    select distinct app_municipality(), app_now(), 'staff', app_subject(), 'readDocument', d.case_id, d.id
      from staff_meeting_matter m
      join document_version v on v.municipality_id = (select app_municipality()) and v.id = m.document_version_id
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
     where m.meeting_id = of_meeting;
  return query
    select c.case_number, v.title, d.dated_on, v.number, v.content, m.decided_at, m.law, m.ground, m.cannot_wait,
           m.by_name, m.by_title, m.is_on_paper
      from staff_meeting_matter m
      join document_version v on v.municipality_id = (select app_municipality()) and v.id = m.document_version_id
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
      join case_file c on c.municipality_id = d.municipality_id and c.id = d.case_id
     where m.meeting_id = of_meeting
     order by m.decided_at nulls last, m.put_at, v.title;
end $$;
grant execute on function staff_open_meeting(uuid) to staff;

-- Puts the newest version of a document before a meeting that has not begun. False where it cannot be.
create function staff_put_matter(of_document uuid, to_meeting uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare d document; v document_version;
begin
  select x.* into d from document x join staff_open_case o on o.municipality_id = x.municipality_id and o.case_id = x.case_id
   where x.municipality_id = (select app_municipality()) and x.id = of_document
     and exists (select from committee_meeting m where m.municipality_id = x.municipality_id and m.id = to_meeting
                    and (m.held_on + m.starts_at) at time zone 'Europe/Stockholm' > (select app_now()));
  select x.* into v from document_version x join document_file f on f.municipality_id = x.municipality_id and f.document_version_id = x.id
   where x.municipality_id = d.municipality_id and x.document_id = d.id order by x.number desc limit 1;
  if v.id is null then return false; end if;
  delete from committee_matter m using document_version older
   where m.municipality_id = v.municipality_id and m.meeting_id = to_meeting and older.municipality_id = v.municipality_id
     and older.id = m.document_version_id and older.document_id = d.id and older.id <> v.id;
  insert into committee_matter (municipality_id, meeting_id, document_version_id, put_by, put_at)
    values (v.municipality_id, to_meeting, v.id, app_subject(), app_now())
  on conflict do nothing;
  if found then
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id, meeting_id)
      values (v.municipality_id, app_now(), 'staff', app_subject(), 'putMatter', d.case_id, d.id, to_meeting);
  end if;
  return true;
end $$;
grant execute on function staff_put_matter(uuid, uuid) to staff;

grant select on committee_matter to staff;
create policy staff_reads on committee_matter for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from document_version v where v.municipality_id = committee_matter.municipality_id and v.id = committee_matter.document_version_id));
