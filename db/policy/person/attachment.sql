-- Files of one's own drafts, and of the messages of one's own questions. Of a file of the other side nothing but that there
-- is one is told until it may be opened; its bytes are had through person_read_attachment alone.
create view person_attachment with (security_barrier) as
select a.id as attachment_id, a.case_id, d.thread_id, a.message_id, true as is_draft, true as is_mine,
       a.name, a.type, a.size, a.state, a.added_at
  from open_case c
  join message_draft d on d.municipality_id = c.municipality_id and d.case_id = c.case_id and d.from_person_id = c.person_id
  join attachment a on a.municipality_id = d.municipality_id and a.message_id = d.id and a.case_id = d.case_id
union all
select a.id, a.case_id, t.thread_id, a.message_id, false, m.from_person_id is not null,
       case when m.from_person_id is not null or a.state = 'clean' then a.name end,
       case when m.from_person_id is not null or a.state = 'clean' then a.type end,
       case when m.from_person_id is not null or a.state = 'clean' then a.size end,
       a.state, a.added_at
  from acting me
 cross join person_question_thread t
  join message m on m.municipality_id = me.municipality_id and m.thread_id = t.thread_id
                and case when m.from_person_id is null then m.readable_from else m.sent_at end <= me.moment
  join attachment a on a.municipality_id = m.municipality_id and a.message_id = m.id and a.case_id = t.case_id;
grant select on person_attachment to person;

-- Bytes that the subject has added in a case since a moment, to what is begun and what was sent: of their own alone, so that
-- nobody learns what others add. Not granted.
create function own_bytes_since(in_case uuid, since timestamptz) returns bigint
language sql stable set search_path = public, pg_temp as $$
  select coalesce(sum(a.size), 0)
    from attachment a
    left join message m on m.municipality_id = a.municipality_id and m.id = a.message_id
    left join message_draft d on d.municipality_id = a.municipality_id and d.id = a.message_id
   where a.municipality_id = app_municipality() and a.case_id = in_case and a.added_at > since
     and app_subject() in (m.from_person_id, d.from_person_id)
$$;

-- As add_attachment, and 'tooMuchToday'; null for what is no draft of the subject's in an open case.
create function person_add_attachment(in_case uuid, of_draft uuid, new_id uuid, file jsonb, bytes bytea, must_wait boolean) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from message_draft d
    join open_case c on c.municipality_id = d.municipality_id and c.case_id = d.case_id and c.person_id = d.from_person_id
   where d.municipality_id = app_municipality() and d.id = of_draft and d.case_id = in_case and d.form = 'message';
  if not found then return null; end if;
  -- One file of theirs at a time, also to another draft: of two at once the second counts the first.
  perform pg_advisory_xact_lock(hashtextextended(app_subject() || ' ' || in_case, 13));
  -- The same file again is no more.
  if own_bytes_since(in_case, app_now() - interval '1 day') + (file ->> 'size')::int > (select l.most_day_bytes from attachment_limits() l)
     and not exists (select from attachment a where a.municipality_id = app_municipality() and a.message_id = of_draft
                        and a.fingerprint = decode(file ->> 'fingerprint', 'hex')) then
    return 'tooMuchToday';
  end if;
  return add_attachment(in_case, of_draft, new_id, file, bytes, must_wait);
end $$;
grant execute on function person_add_attachment(uuid, uuid, uuid, jsonb, bytea, boolean) to person;

-- Takes a file off a draft of one's own. False where there is no such file.
create function person_remove_attachment(in_case uuid, of_attachment uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from attachment a using person_attachment p
   where p.attachment_id = of_attachment and p.case_id = in_case and p.is_draft
     and a.municipality_id = app_municipality() and a.id = p.attachment_id;
  return found;
end $$;
grant execute on function person_remove_attachment(uuid, uuid) to person;

-- The sealed bytes of a file that may be opened, in a question or (without one named) in a draft of one's own; writes that
-- it was read once it is sent. No row for any other.
create function person_read_attachment(in_case uuid, of_thread uuid, of_attachment uuid) returns table (sealed bytea, type text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare found_draft boolean := (select p.is_draft from person_attachment p
                                 where p.attachment_id = of_attachment and p.case_id = in_case and p.state = 'clean'
                                   and case when of_thread is null then p.is_draft else not p.is_draft and p.thread_id = of_thread end);
begin
  if found_draft is null then return; end if;
  if not found_draft then
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id, attachment_id)
      values (app_municipality(), app_now(), 'person', app_subject(), 'readAttachment', in_case, of_thread, of_attachment);
  end if;
  return query select a.sealed, a.type from attachment a where a.municipality_id = app_municipality() and a.id = of_attachment;
end $$;
grant execute on function person_read_attachment(uuid, uuid, uuid) to person;
