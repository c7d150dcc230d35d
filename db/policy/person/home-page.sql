-- A case as the home page shows it: where it stands, and what is new or waits in it, `most` of each kind named and one more to tell that
-- there are more. Of a case that is open to the reader; whoever calls it has asked open_case. Not granted.
create function home_case(opened addressed_case, since timestamptz, most int, may_sign boolean) returns json
language plpgsql stable set search_path = public, pg_temp as $$
declare
  municipality uuid := opened.municipality_id;
  reader uuid := opened.person_id;
  moment timestamptz := opened.moment;
  today date := opened.today;
  of_case uuid := opened.case_id;
  shown record;
  notes record;
  documents record;
  new_answers json := '[]';
  waiting json := '[]';
  answer_news json := json_build_object('all', 0, 'unread', 0);
  answered_at timestamptz;
  to_sign json := '[]';
  new_lines int := 0;
begin
  shown := case_shown(municipality, reader, moment, today, of_case, 1);

  -- Most have none, and then the rule need not be asked again.
  if json_array_length(shown.lines) > 0 then
    select count(*) into new_lines from opened_case_line(municipality, reader, moment, today, of_case) l where l.written_at > since;
  end if;

  -- Counts only what the reader may see, so that what is withheld is never counted.
  select coalesce(json_agg(json_build_object('id', n.note_id, 'kind', n.kind, 'title', n.title, 'childTitle', n.child_title,
                             'eventAt', n.event_at) order by n.place) filter (where n.is_new and n.place <= most + 1), '[]') as unread,
         json_build_object('all', count(*) filter (where n.shown_from > since),
                           'unread', count(*) filter (where n.shown_from > since and n.is_new)) as news,
         max(n.shown_from) as changed_at
    into notes
    from (select x.note_id, x.kind, x.title, x.child_title, x.event_at, x.is_new, x.shown_from,
                 row_number() over (partition by x.is_new order by x.event_at desc) as place
            from opened_note(municipality, reader, moment, today, of_case) x) n;

  select coalesce(json_agg(json_build_object('id', d.document_id, 'type', d.type, 'title', d.title, 'childTitle', d.child_title,
                             'datedOn', d.dated_on, 'receiptAsked', d.receipt_asked) order by d.place)
                  filter (where d.is_new and d.place <= most + 1), '[]') as unread,
         json_build_object('all', count(*) filter (where d.shown_from > since),
                           'unread', count(*) filter (where d.shown_from > since and d.is_new)) as news,
         max(d.shown_from) as changed_at
    into documents
    from (select x.document_id, x.type, x.title, x.child_title, x.dated_on, x.receipt_asked, x.is_new, x.shown_from,
                 row_number() over (partition by x.is_new order by x.receipt_asked desc, x.dated_on desc) as place
            from opened_document(municipality, reader, moment, today, of_case) x) d;

  if may_sign then
    select coalesce(json_agg(json_build_object('id', s.request_id, 'documentId', s.document_id, 'act', s.act, 'answerOn', s.answer_on,
                               'isNew', s.is_new, 'title', s.title, 'childTitle', s.child_title, 'datedOn', s.dated_on)), '[]')
      into to_sign
      from (select r.request_id, r.document_id, r.act, r.answer_on, d.is_new, d.title, d.child_title, d.dated_on
              from person_signature_request r
              join opened_document(municipality, reader, moment, today, of_case) d on d.document_id = r.document_id
             where r.case_id = of_case and r.state = 'asked' and r.is_answerable
               -- Until it has been read, it stands among what is new; a day to answer by is named at once.
               and (not d.is_new or r.answer_on is not null)
             order by r.answer_on nulls last, r.asked_at limit most) s;
  end if;

  if shown.has_threads then
    select coalesce(json_agg(json_build_object('id', t.thread_id, 'kind', t.kind, 'subject', t.subject, 'answeredAt', t.answered_at)
                             order by t.answered_at desc) filter (where t.is_new and t.place <= most + 1), '[]'),
           coalesce(json_agg(json_build_object('id', t.thread_id, 'kind', t.kind, 'subject', t.subject, 'answerBy', t.answer_by,
                               'isLate', t.is_late) order by t.answer_by, t.thread_id)
                    filter (where t.is_waiting and t.waiting_place <= most), '[]'),
           json_build_object('all', count(*) filter (where t.answered_at > since),
                             'unread', count(*) filter (where t.answered_at > since and t.is_new)),
           max(t.answered_at)
      into new_answers, waiting, answer_news, answered_at
      from (select x.*, row_number() over (partition by x.is_new order by x.answered_at desc) as place,
                   row_number() over (partition by x.is_waiting order by x.answer_by, x.thread_id) as waiting_place
              from (select q.*, q.answer_by is not null and not q.is_new as is_waiting
                      from opened_question_thread(municipality, reader, moment, today, of_case) q) x) t;
  end if;

  return json_build_object(
    'id', of_case, 'audience', opened.audience, 'isOwn', opened.is_own, 'childName', opened.child_name,
    'closedOn', opened.closed_on, 'readableUntil', opened.readable_until,
    'stages', shown.stages, 'caseworkers', shown.caseworkers, 'deadlines', shown.deadlines, 'followUps', shown.follow_ups,
    'coming', shown.coming, 'calledOff', shown.called_off, 'lines', shown.lines,
    'changedAt', greatest(shown.changed_at, notes.changed_at, documents.changed_at, answered_at),
    'noteNews', notes.news, 'documentNews', documents.news, 'answerNews', answer_news,
    'lineNews', json_build_object('all', new_lines, 'unread', new_lines),
    'newNotes', notes.unread, 'newDocuments', documents.unread, 'toSign', to_sign,
    'newAnswers', new_answers, 'waiting', waiting);
end $$;

-- All that the home page shows, in one question. What is new is counted from the visit before this one; at the first there is none.
create function person_home_page(most int, can_sign boolean) returns json
language plpgsql stable security definer set search_path = public, pg_temp set random_page_cost = 1.1 as $$
declare
  me record;
  opened addressed_case;
  has record;
  cases json[] := '{}';
  invitations json := '[]';
  stopped json := '[]';
  has_results boolean := false;
begin
  select a.municipality_id, a.subject_id as person_id, a.previous_visit_at into me from acting a where a.kind = 'person';

  -- What few have is looked for before its rule is asked.
  select can_sign and exists (select from signature_request r where r.municipality_id = me.municipality_id
                                 and r.person_id = me.person_id and r.state = 'asked') as requests,
         exists (select from survey_invitation i where i.municipality_id = me.municipality_id and i.person_id = me.person_id) as invitations,
         exists (select from notice_channel c where c.municipality_id = me.municipality_id and c.person_id = me.person_id
                    and c.stopped_at is not null) as stopped
    into has;
  for opened in select a.* from addressed_case a order by a.opened_on desc loop
    cases := cases || home_case(opened, me.previous_visit_at, most, has.requests);
  end loop;

  if has.invitations then
    select coalesce(json_agg(i order by i.closes_on, i.instrument), '[]') into invitations from person_survey_invitation i;
    has_results := exists (select from person_survey_result);
  end if;
  if has.stopped then
    select coalesce(json_agg(c order by c.added_at, c.channel_id), '[]') into stopped from person_notice_channel c where c.stopped_at is not null;
  end if;
  return json_build_object('cases', array_to_json(cases), 'invitations', invitations, 'hasResults', has_results, 'stopped', stopped);
end $$;
grant execute on function person_home_page(int, boolean) to person;
