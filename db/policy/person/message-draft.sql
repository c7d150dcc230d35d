-- What somebody is writing and has not sent: theirs alone. Staff have no right to it in any way.
create view person_message_draft with (security_barrier) as
select d.id as message_id, d.case_id, d.form, d.thread_id, d.appointment_id, d.signature_request_id, d.subject, d.text, d.about_note_id, d.about_document_id, d.about_paragraph,
       d.saved_at, d.saved_at + make_interval(days => coalesce(r.draft_days, 180)) as kept_until
  from open_case c
  join message_draft d on d.municipality_id = c.municipality_id and d.case_id = c.case_id and d.from_person_id = c.person_id
  left join message_rule r on r.municipality_id = c.municipality_id and r.valid @> c.today;
grant select on person_message_draft to person;

-- Keeps what has been written so far. 'saved', 'sent' where its message has gone meanwhile, or 'tooMany' where as many are begun in
-- the case as one may have: then nothing is kept. Null for a case, thread, note, document, meeting or signature that is not theirs
-- to write to.
create function person_save_draft(key uuid, in_case uuid, of_form text, in_thread uuid, with_subject text, with_text text,
                                  note uuid, document uuid, paragraph int, appointment uuid, request uuid)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform lock_message(key);
  if not reads_what_is_asked(in_case, note, document)
     or in_thread is not null and not exists (select from person_question_thread t where t.thread_id = in_thread and t.case_id = in_case)
     or not takes_words(of_form, in_case, document, appointment, request) then
    return null;
  end if;
  if of_form = 'message' then
    if exists (select from sent_with_key(key, in_case, with_text)) then return 'sent'; end if;
  elsif with_text = '' or words_stand(key, of_form, in_case, with_text, note, document, request) then
    -- Nothing, or what stands already, is nothing begun.
    perform person_discard_draft(key);
    return case when with_text = '' or of_form in ('point', 'appeal') then 'saved' else 'sent' end;
  end if;
  if is_key_of_another(key) then return null; end if;
  if not exists (select from message_draft d where d.municipality_id = app_municipality() and d.id = key) then
    -- Two new ones at once are counted.
    perform pg_advisory_xact_lock(hashtextextended(app_subject() || ' ' || in_case, 12));
    if (select count(*) from message_draft d where d.municipality_id = app_municipality() and d.case_id = in_case and d.from_person_id = app_subject())
       >= (select l.most_drafts from draft_limits(app_municipality(), app_today()) l) then
      return 'tooMany';
    end if;
  end if;
  insert into message_draft (municipality_id, id, case_id, from_person_id, form, thread_id, subject, text,
                             about_note_id, about_document_id, about_paragraph, appointment_id, signature_request_id, saved_at)
    values (app_municipality(), key, in_case, app_subject(), of_form, in_thread, with_subject, with_text,
            note, document, seen_paragraph(note, document, paragraph), appointment, request, app_now())
  on conflict (municipality_id, id) do update
    set subject = excluded.subject, text = excluded.text, saved_at = excluded.saved_at
    where message_draft.case_id = excluded.case_id
      and (message_draft.form, message_draft.appointment_id, message_draft.signature_request_id)
          is not distinct from (excluded.form, excluded.appointment_id, excluded.signature_request_id);
  if not found then return null; end if;
  return 'saved';
end $$;
grant execute on function person_save_draft(uuid, uuid, text, uuid, text, text, uuid, uuid, int, uuid, uuid) to person;

-- Which of what the subject has begun in a case can be sent no more: its meeting has begun, its time is out, the case has ended, or
-- what it is about is not theirs to read any longer. It is still their words.
create function person_unsendable_drafts(in_case uuid) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select d.message_id from person_message_draft d
     where d.case_id = in_case
       and not (reads_what_is_asked(in_case, d.about_note_id, d.about_document_id)
                and takes_words(d.form, in_case, d.about_document_id, d.appointment_id, d.signature_request_id)
                and (d.thread_id is null or exists (select from person_question_thread t where t.thread_id = d.thread_id and t.case_id = in_case))
                and (d.form <> 'message' or not exists (select from person_case c where c.case_id = in_case and c.closed_on <= app_today())));
end $$;
grant execute on function person_unsendable_drafts(uuid) to person;

-- Throws a draft of the subject's away; one that is not there is gone already.
create function person_discard_draft(key uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform lock_message(key);
  delete from message_draft d using open_case c
   where d.municipality_id = c.municipality_id and d.id = key and d.case_id = c.case_id and d.from_person_id = c.person_id;
end $$;
grant execute on function person_discard_draft(uuid) to person;

-- Takes a message back while nobody else has read it or can: it is a draft again, and a question that was nothing else is no more.
-- 'back' (also for one that was taken back before) with the thread that is left, 'late' when it can be read. No row for what is not theirs.
create function person_take_back(key uuid) returns table (outcome text, in_case uuid, in_thread uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sent message;
  asked question_thread;
  is_all boolean;
begin
  perform lock_message(key);
  select m.* into sent from message m join person_question_thread t on t.thread_id = m.thread_id
   where m.municipality_id = app_municipality() and m.id = key and m.from_person_id = app_subject();
  if not found then
    return query select 'back', d.case_id, d.thread_id from person_message_draft d where d.message_id = key and d.form = 'message';
    return;
  end if;
  select t.* into asked from question_thread t where t.municipality_id = app_municipality() and t.id = sent.thread_id for update;
  -- Who of the staff has seen it meanwhile was let in by a clock that is ahead of when this began.
  if sent.readable_from <= app_now()
     or exists (select from message_receipt r where r.municipality_id = sent.municipality_id and r.message_id = key) then
    return query select 'late', asked.case_id, asked.id;
    return;
  end if;
  is_all := asked.kind <> 'contactRequest'
        and not exists (select from message m where m.municipality_id = sent.municipality_id and m.thread_id = asked.id and m.id <> key);
  insert into message_draft (municipality_id, id, case_id, from_person_id, thread_id, text, saved_at)
    values (sent.municipality_id, key, asked.case_id, app_subject(), asked.id, sent.text, app_now());
  delete from message m where m.municipality_id = sent.municipality_id and m.id = key;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'tookBackMessage', asked.case_id, asked.id);
  if is_all then
    update message_draft d
       set thread_id = null, subject = asked.subject, about_note_id = asked.about_note_id,
           about_document_id = asked.about_document_id, about_paragraph = asked.about_paragraph
     where d.municipality_id = asked.municipality_id and d.thread_id = asked.id;
    delete from question_thread t where t.municipality_id = asked.municipality_id and t.id = asked.id;
  end if;
  return query select 'back', asked.case_id, case when not is_all then asked.id end;
end $$;
grant execute on function person_take_back(uuid) to person;
