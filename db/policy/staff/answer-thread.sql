-- Not granted.
create function log_staff_thread(action_name text, of_case uuid, of_thread uuid) returns void
language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id)
    values (app_municipality(), app_now(), 'staff', app_subject(), action_name, of_case, of_thread)
$$;

-- The thread, locked, when it is open to the caller; else nothing. Not granted.
create function open_thread_of_staff(of_thread uuid) returns question_thread
language sql set search_path = public, pg_temp as $$
  select q from question_thread q
   where q.municipality_id = (select app_municipality()) and q.id = of_thread and q.started_at <= (select app_now())
     and q.case_id in (select o.case_id from staff_open_case o) and thread_is_sent(q.municipality_id, q.id)
     for update of q
$$;

-- Reads a thread, oldest message first; writes that it was read, and leaves the receipt that the person's words were seen,
-- and by whom. A thread without words is one row without a message. No row and no line for one that is not open to the caller.
create function staff_read_thread(of_thread uuid)
returns table (case_id uuid, kind text, subject text, started_at timestamptz, person_name text, given_name text,
               person_language text, about_child text, message_id uuid, text text, sent_at timestamptz, from_name text,
               is_own boolean, readable_from timestamptz, is_held boolean, seen_at timestamptz, seen_by text, answer_by date,
               waits boolean, no_answer_by text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare thread question_thread := open_thread_of_staff(of_thread);
begin
  if thread.id is null then return; end if;
  perform log_staff_thread('readThread', thread.case_id, of_thread);
  insert into message_receipt (municipality_id, message_id, seen_at, by_staff_id)
    select m.municipality_id, m.id, app_now(), app_subject() from message m
     where m.municipality_id = (select app_municipality()) and m.thread_id = of_thread and m.from_person_id is not null
       and m.readable_from <= (select app_now())
  on conflict do nothing;
  return query
    select q.case_id, q.kind, q.subject, q.started_at, full_name(p.given_name, p.family_name), p.given_name, p.language,
           case when c.child_id <> p.id then child.given_name end, m.id, m.text, m.sent_at,
           full_name(s.given_name, s.family_name), m.from_staff_id is not distinct from app_subject(), m.readable_from,
           m.readable_from > app_now(), r.seen_at, seer.given_name, m.answer_by, u.message_id is not null, needless.given_name
      from question_thread q
      join person p on p.municipality_id = q.municipality_id and p.id = q.person_id
      join case_file c on c.municipality_id = q.municipality_id and c.id = q.case_id
      join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
      left join message m on m.municipality_id = q.municipality_id and m.thread_id = q.id and m.sent_at <= (select app_now())
                         and (m.from_staff_id is not null or m.readable_from <= (select app_now()))
      left join unanswered_message u on u.municipality_id = m.municipality_id and u.message_id = m.id
      left join staff_member s on s.municipality_id = m.municipality_id and s.id = m.from_staff_id
      left join staff_member needless on needless.municipality_id = m.municipality_id and needless.id = m.no_answer_needed_by
      left join message_receipt r on r.municipality_id = m.municipality_id and r.message_id = m.id
      left join staff_member seer on seer.municipality_id = r.municipality_id and seer.id = r.by_staff_id
     where q.municipality_id = (select app_municipality()) and q.id = of_thread
     order by m.sent_at, m.id;
end $$;
grant execute on function staff_read_thread(uuid) to staff;

-- Keeps what the caller is writing in a thread; nothing to keep takes away what was kept. What was sent meanwhile as the
-- message of the same key is not kept again. False for a thread that is not open to the caller.
create function staff_keep_answer(of_thread uuid, with_text text, key uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare thread question_thread := open_thread_of_staff(of_thread);
begin
  if thread.id is null then return false; end if;
  if exists (select from message m where m.municipality_id = thread.municipality_id and m.id = key) then return true; end if;
  -- Files that were added are something.
  if with_text = '' and not exists (select from staff_attachment a where a.thread_id = of_thread and a.is_draft) then
    delete from message_draft d where d.municipality_id = thread.municipality_id and d.thread_id = thread.id
       and d.from_staff_id = app_subject();
    return true;
  end if;
  insert into message_draft (municipality_id, id, case_id, from_staff_id, thread_id, text, saved_at)
    values (thread.municipality_id, gen_random_uuid(), thread.case_id, app_subject(), thread.id, with_text, app_now())
  on conflict (municipality_id, thread_id, from_staff_id) where from_staff_id is not null
    do update set text = excluded.text, saved_at = excluded.saved_at;
  return true;
end $$;
grant execute on function staff_keep_answer(uuid, text, uuid) to staff;

-- Answers in a thread: what the caller was writing there is now sent, and the person is told of it when it can be read. key is
-- the message's id, chosen by the form: sent twice it is one answer. last_shown is the last message of the page it was written on,
-- and words_shown how many of the person's stood there, none of which is ever taken away: what has come since is read first, since
-- all that can be read when an answer is written counts as answered.
-- 'sent'; 'colleague' or 'newer' when a colleague or the person has written since, 'otherWords' when the key has sent something else, or 'tooManyFiles' when an answer taken back and what was
-- begun after it have more together than one message may: nothing was sent; null for a thread that is not open
-- to the caller.
create function staff_answer_thread(of_thread uuid, with_text text, key uuid, last_shown uuid, words_shown int) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  thread question_thread := open_thread_of_staff(of_thread);
  undo int := (select r.undo_seconds from message_rule r where r.municipality_id = (select app_municipality())
                  and r.valid @> (select app_today()));
  shown_at timestamptz := (select m.sent_at from message m where m.municipality_id = thread.municipality_id
                              and m.thread_id = of_thread and m.id = last_shown);
  sent text;
begin
  if thread.id is null then return null; end if;
  select m.text into sent from message m where m.municipality_id = thread.municipality_id and m.id = key
     and m.thread_id = thread.id and m.from_staff_id = app_subject();
  if sent is not null then return case when sent = with_text then 'sent' else 'otherWords' end; end if;
  if exists (select from message m where m.municipality_id = thread.municipality_id and m.thread_id = thread.id
                and m.from_staff_id <> app_subject() and m.id is distinct from last_shown
                and (shown_at is null or m.sent_at >= shown_at)) then
    return 'colleague';
  end if;
  if (select count(*) from message m where m.municipality_id = thread.municipality_id and m.thread_id = thread.id
         and m.from_person_id is not null and m.readable_from <= app_now()) > words_shown then
    return 'newer';
  end if;
  if (select count(*) from message_draft d join attachment a on a.municipality_id = d.municipality_id and a.message_id = d.id
       where d.municipality_id = thread.municipality_id and d.thread_id = thread.id and d.from_staff_id = app_subject())
     > (select l.most_files from attachment_limits() l) then
    return 'tooManyFiles';
  end if;
  insert into message (municipality_id, id, thread_id, from_staff_id, text, sent_at, readable_from)
    values (thread.municipality_id, key, thread.id, app_subject(), with_text, app_now(),
            app_now() + make_interval(secs => coalesce(undo, 0)));
  insert into notice (municipality_id, person_id, kind, message_id, due_at)
    select thread.municipality_id, thread.person_id, 'newAnswer', m.id, m.readable_from from message m
     where m.municipality_id = thread.municipality_id and m.id = key;
  delete from message_draft d where d.municipality_id = thread.municipality_id and d.thread_id = thread.id
     and d.from_staff_id = app_subject();
  perform log_staff_thread('answeredThread', thread.case_id, thread.id);
  return 'sent';
end $$;
grant execute on function staff_answer_thread(uuid, text, uuid, uuid, int) to staff;

-- Takes back an answer before it can be read: it is what the caller is writing again, and nobody is told of it.
-- 'taken', or 'late' when the person can read it; null for what is not the caller's own in that thread, or a thread not open to them.
create function staff_take_back(of_thread uuid, of_message uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  answer message;
  thread question_thread;
begin
  thread := open_thread_of_staff(coalesce(
    (select m.thread_id from message m where m.municipality_id = (select app_municipality()) and m.id = of_message
        and m.thread_id = of_thread and m.from_staff_id = (select app_subject())),
    (select d.thread_id from message_draft d where d.municipality_id = (select app_municipality()) and d.id = of_message
        and d.thread_id = of_thread and d.from_staff_id = (select app_subject()))));
  if thread.id is null then return null; end if;
  select m.* into answer from message m where m.municipality_id = thread.municipality_id and m.id = of_message for update;
  -- Pressed twice.
  if answer.id is null then return 'taken'; end if;
  -- Also while this waited for somebody who has read it.
  if answer.readable_from <= app_now()
     or exists (select from message_receipt r where r.municipality_id = answer.municipality_id and r.message_id = answer.id) then
    return 'late';
  end if;
  delete from notice n where n.municipality_id = thread.municipality_id and n.message_id = answer.id;
  delete from message m where m.municipality_id = thread.municipality_id and m.id = answer.id;
  -- What was begun after it comes after it.
  insert into message_draft as d (municipality_id, id, case_id, from_staff_id, thread_id, text, saved_at)
    values (thread.municipality_id, answer.id, thread.case_id, app_subject(), thread.id, answer.text, app_now())
  on conflict (municipality_id, thread_id, from_staff_id) where from_staff_id is not null
    do update set id = excluded.id, text = concat_ws(E'\n\n', excluded.text, nullif(d.text, '')), saved_at = excluded.saved_at;
  perform log_staff_thread('tookBackMessage', thread.case_id, thread.id);
  return 'taken';
end $$;
grant execute on function staff_take_back(uuid, uuid) to staff;

-- Says of a person's message that it asks nothing: of the newest that waits, since what came after it may.
-- 'done', or 'notNewest'; null for a message that does not wait in a thread open to the caller.
create function staff_needs_no_answer(of_thread uuid, of_message uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  thread question_thread := open_thread_of_staff(of_thread);
  said message;
begin
  if thread.id is null then return null; end if;
  select m.* into said from message m where m.municipality_id = thread.municipality_id and m.id = of_message and m.thread_id = thread.id
     and m.from_person_id is not null and m.readable_from <= app_now();
  if said.id is null then return null; end if;
  if said.no_answer_needed_at is not null then return 'done'; end if;
  if said.id is distinct from (select u.message_id from unanswered_message u where u.municipality_id = thread.municipality_id
                                  and u.thread_id = thread.id order by u.sent_at desc, u.message_id limit 1) then
    return 'notNewest';
  end if;
  update message m set no_answer_needed_at = app_now(), no_answer_needed_by = app_subject()
   where m.municipality_id = thread.municipality_id and m.id = said.id;
  perform log_staff_thread('needsNoAnswer', thread.case_id, thread.id);
  return 'done';
end $$;
grant execute on function staff_needs_no_answer(uuid, uuid) to staff;
