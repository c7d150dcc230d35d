-- What a person writes to the caseworkers of a case. The key of each is the id of its message, chosen by the form: the same
-- one twice (double click, two tabs, sent again) is one message. No row is told of a case or thread that is not theirs.

-- One key, one at a time: sending, saving and taking back follow each other. Not granted.
create function lock_message(key uuid) returns void language sql set search_path = public, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended(key::text, 11))
$$;

-- A day is named wherever the municipality has promised one, and lies within what a person may be told. Not granted.
create function require_answer_day(answer_day date) returns void language plpgsql stable set search_path = public, pg_temp as $$
begin
  if answer_day is null and not exists (select from person_message_rule) then return; end if;
  if answer_day is null or answer_day not between app_today() and app_today() + 40 then
    raise exception 'an answer is expected within 40 days' using errcode = 'check_violation';
  end if;
end $$;

-- Whether somebody who reads a case reads what they ask about in it. Most ask about nothing: what is not asked for is not even
-- planned, and a view of what is read costs milliseconds of that. Not granted.
create function reads_what_is_asked(in_case uuid, note uuid, document uuid) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
begin
  if num_nonnulls(note, document) > 1 or not exists (select from person_case c where c.case_id = in_case) then return false; end if;
  if note is not null then return exists (select from person_note n where n.note_id = note and n.case_id = in_case); end if;
  if document is not null then return exists (select from person_document d where d.document_id = document and d.case_id = in_case); end if;
  return true;
end $$;

-- The paragraph, counted from 1, if the reader sees one there; null if not. Not granted.
create function seen_paragraph(note uuid, document uuid, paragraph int) returns int
language plpgsql stable set search_path = public, pg_temp as $$
declare seen int;
begin
  if note is not null then
    select jsonb_array_length(t.paragraphs) into seen from note_text t where t.note_id = note order by t.number desc limit 1;
  elsif document is not null then
    select jsonb_array_length(t.content -> 'blocks') into seen from document_text t where t.document_id = document
     order by t.number desc limit 1;
  end if;
  return case when paragraph between 1 and seen then paragraph end;
end $$;

-- Puts a message into a thread of the subject's; its draft is then no more. Not granted.
create function put_message(key uuid, in_case uuid, in_thread uuid, with_text text, answer_day date, action_name text) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  insert into message (municipality_id, id, thread_id, from_person_id, text, sent_at, readable_from, answer_by)
    values (app_municipality(), key, in_thread, app_subject(), with_text, app_now(),
            app_now() + make_interval(secs => coalesce((select undo_seconds from person_message_rule), 0)), answer_day);
  delete from message_draft where municipality_id = app_municipality() and id = key and from_person_id = app_subject();
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id)
    values (app_municipality(), app_now(), 'person', app_subject(), action_name, in_case, in_thread);
end $$;

-- What became of a key that is used already: 'sent' for the same words, 'otherWords' for others, which are not kept. Not granted.
create function sent_with_key(key uuid, in_case uuid, with_text text) returns table (outcome text, thread uuid)
language sql stable set search_path = public, pg_temp as $$
  -- Not by the view of threads: of two sent at once, the first may have been written a moment after the second began.
  select case when m.text = with_text then 'sent' else 'otherWords' end, t.id
    from person_case c
    join question_thread t on t.municipality_id = (select app_municipality()) and t.case_id = c.case_id and t.person_id = (select app_subject())
    join message m on m.municipality_id = t.municipality_id and m.thread_id = t.id
   where c.case_id = in_case and m.id = key and m.from_person_id = (select app_subject())
$$;

-- Whether a key is somebody's already, in either shape. Not granted.
create function is_key_of_another(key uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from message m where m.municipality_id = (select app_municipality()) and m.id = key)
      or exists (select from message_draft d where d.municipality_id = (select app_municipality()) and d.id = key
                    and d.from_person_id is distinct from (select app_subject()))
$$;

-- Asks a question. Outcome 'sent' with its thread, 'otherWords', or 'closed' where the case has ended.
create function person_ask(in_case uuid, with_subject text, with_text text, key uuid,
                           note uuid, document uuid, paragraph int, answer_day date)
returns table (outcome text, thread uuid) language plpgsql security definer set search_path = public, pg_temp as $$
declare made uuid;
begin
  perform lock_message(key), require_answer_day(answer_day);
  return query select s.outcome, s.thread from sent_with_key(key, in_case, with_text) s;
  if found or is_key_of_another(key) or not reads_what_is_asked(in_case, note, document) then return; end if;
  if exists (select from person_case c where c.case_id = in_case and c.closed_on <= app_today()) then
    return query select 'closed', null::uuid;
    return;
  end if;
  insert into question_thread (municipality_id, case_id, person_id, subject, started_at, form_key,
                               about_note_id, about_document_id, about_paragraph)
    values (app_municipality(), in_case, app_subject(), with_subject, app_now(), key,
            note, document, seen_paragraph(note, document, paragraph))
  on conflict (municipality_id, person_id, form_key) do nothing
  returning id into made;
  if made is null then return; end if;
  perform put_message(key, in_case, made, with_text, answer_day, 'asked');
  return query select 'sent', made;
end $$;
grant execute on function person_ask(uuid, text, text, uuid, uuid, uuid, int, date) to person;

-- Writes on in a thread. Outcomes as above.
create function person_reply(in_thread uuid, with_text text, key uuid, answer_day date)
returns table (outcome text, thread uuid) language plpgsql security definer set search_path = public, pg_temp as $$
declare in_case uuid := (select t.case_id from person_question_thread t where t.thread_id = in_thread);
begin
  if in_case is null then return; end if;
  perform lock_message(key), require_answer_day(answer_day);
  return query select s.outcome, s.thread from sent_with_key(key, in_case, with_text) s;
  if found or is_key_of_another(key) then return; end if;
  if exists (select from person_case c where c.case_id = in_case and c.closed_on <= app_today()) then
    return query select 'closed', in_thread;
    return;
  end if;
  perform put_message(key, in_case, in_thread, with_text, answer_day, 'replied');
  return query select 'sent', in_thread;
end $$;
grant execute on function person_reply(uuid, text, uuid, date) to person;
