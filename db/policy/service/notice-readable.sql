-- A notice is sent only while the thing it tells of can be read: the same rules as the reader's own views, asked for somebody who
-- is not here. A kind that is not named is never sent; a new one needs a line in notice_topic_of and one in notice_is_readable.

-- As which of the things somebody can ask to be told of.
create function notice_topic_of(kind text) returns text language sql immutable parallel safe return
  case
    when kind in ('newNote', 'newDocument', 'newAnswer', 'newLine', 'askedToSign') then 'news'
    when kind in ('answerReminder') then 'reminders'
    when kind in ('surveyOffer', 'surveyReminder') then 'survey'
    when kind in ('newAppointment', 'movedAppointment', 'cancelledAppointment', 'takenOutOfAppointment', 'appointmentReminder',
                  'answeredTimeRequest')
      then 'appointments'
  end;

-- As person_note.
create function note_is_readable(municipality uuid, reader uuid, of_note uuid, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from note n
                   join disclosure d on d.municipality_id = n.municipality_id and d.note_id = n.id and d.person_id = reader
                  where n.municipality_id = municipality and n.id = of_note and n.event_at <= on_moment
                    and d.level in ('full', 'partial', 'title') and d.shown_from <= on_moment
                    and exists (select from note_version v where v.municipality_id = n.municipality_id and v.note_id = n.id and v.signed_at <= on_moment)
                    and opens_case(municipality, reader, n.case_id, on_moment))
$$;

-- As person_document.
create function document_is_told(municipality uuid, of_document uuid, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from document_version v
                  where v.municipality_id = municipality and v.document_id = of_document and v.signed_at <= on_moment
                    and not exists (select from undecided_version u
                                     where u.municipality_id = v.municipality_id and u.document_version_id = v.id))
$$;

create function document_is_readable(municipality uuid, reader uuid, of_document uuid, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from document x
                   join disclosure d on d.municipality_id = x.municipality_id and d.document_id = x.id and d.person_id = reader
                  where x.municipality_id = municipality and x.id = of_document
                    and d.level in ('full', 'partial', 'title') and d.shown_from <= on_moment
                    and document_is_told(municipality, x.id, on_moment)
                    and opens_case(municipality, reader, x.case_id, on_moment))
$$;

-- As thread_message.
create function message_is_readable(municipality uuid, reader uuid, of_message uuid, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from message m
                   join question_thread t on t.municipality_id = m.municipality_id and t.id = m.thread_id
                  where m.municipality_id = municipality and m.id = of_message and m.from_staff_id is not null
                    and m.readable_from <= on_moment and t.person_id = reader
                    and opens_case(municipality, reader, t.case_id, on_moment))
$$;

-- Nobody is asked again who has answered and waits for the judgement.
create function request_is_readable(municipality uuid, of_request uuid, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from signature_request r
                  where r.municipality_id = municipality and r.id = of_request and r.state = 'asked' and is_answerable(municipality, r, on_moment)
                    and not exists (select from request_to_judge j where j.municipality_id = r.municipality_id and j.request_id = r.id))
$$;

-- As person_survey_invitation.
create function invitation_is_readable(municipality uuid, reader uuid, of_invitation uuid, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from survey_invitation i
                   join survey_round r on r.municipality_id = i.municipality_id and r.id = i.round_id and r.sealed_secret is not null
                  where i.municipality_id = municipality and i.id = of_invitation and i.person_id = reader
                    and stockholm_day(on_moment) between i.opens_on and i.closes_on)
$$;

-- As person_case_line.
create function line_is_readable(municipality uuid, reader uuid, of_line uuid, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from case_line l
                  where l.municipality_id = municipality and l.id = of_line and l.person_id = reader and l.written_at <= on_moment
                    and opens_case(municipality, reader, l.case_id, on_moment))
$$;

create function notice_is_readable(n notice, on_moment timestamptz) returns boolean language sql stable set search_path = public, pg_temp as $$
  select coalesce(case
    when n.kind = 'newNote' then note_is_readable(n.municipality_id, n.person_id, n.note_id, on_moment)
    when n.kind = 'newDocument' then document_is_readable(n.municipality_id, n.person_id, n.document_id, on_moment)
    when n.kind = 'newAnswer' then message_is_readable(n.municipality_id, n.person_id, n.message_id, on_moment)
    when n.kind = 'newLine' then line_is_readable(n.municipality_id, n.person_id, n.line_id, on_moment)
    when n.kind in ('askedToSign', 'answerReminder') then request_is_readable(n.municipality_id, n.request_id, on_moment)
    when n.kind in ('newAppointment', 'movedAppointment', 'cancelledAppointment', 'answeredTimeRequest')
      then appointment_is_shown(n.municipality_id, n.appointment_id, n.person_id, on_moment)
    when n.kind = 'takenOutOfAppointment' then taken_out_is_shown(n.municipality_id, n.appointment_id, n.person_id, on_moment)
    -- Of the time it was written for, while that is ahead.
    when n.kind = 'appointmentReminder'
      then appointment_is_shown(n.municipality_id, n.appointment_id, n.person_id, on_moment)
           and exists (select from appointment a where a.municipality_id = n.municipality_id and a.id = n.appointment_id
                          and a.state in ('planned', 'moved') and a.starts_at = n.appointment_start and a.starts_at > on_moment)
    when n.kind in ('surveyOffer', 'surveyReminder') then invitation_is_readable(n.municipality_id, n.person_id, n.invitation_id, on_moment)
  end, false)
$$;

-- Whoever has read it meanwhile, in the evening before the quiet hours ended, is not told of it any more.
create function notice_is_seen(n notice) returns boolean language sql stable set search_path = public, pg_temp as $$
  select case
    when n.kind = 'newAnswer' then exists (select from message_receipt r
                                            where r.municipality_id = n.municipality_id and r.message_id = n.message_id)
    when n.kind = 'newNote' then exists (select from audit_event a
                                          where a.municipality_id = n.municipality_id and a.note_id = n.note_id and a.action = 'readNote'
                                            and a.actor_id in (select ids_of_person(n.municipality_id, n.person_id)) and a.at >= n.due_at)
    when n.kind = 'newDocument' then exists (select from audit_event a
                                              where a.municipality_id = n.municipality_id and a.document_id = n.document_id and a.action = 'readDocument'
                                                and a.actor_id in (select ids_of_person(n.municipality_id, n.person_id)) and a.at >= n.due_at)
    else false
  end
$$;
