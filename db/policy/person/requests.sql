-- What the reader is asked to sign in a case, or of one of its documents, and what they have answered, of every version: by act, the
-- newest first. Empty where nothing is asked of them, or the document is unknown or not theirs to read in full.
create function person_requests(of_case uuid, of_document uuid) returns json
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(json_agg(json_build_object(
           'id', r.request_id, 'caseId', r.case_id, 'documentId', r.document_id, 'caseNumber', c.case_number, 'audience', c.audience,
           'isOwn', c.is_own, 'title', r.title, 'datedOn', r.dated_on, 'act', r.act, 'state', r.state, 'answerOn', r.answer_on,
           'movedAt', r.moved_at, 'servedOn', r.served_on, 'version', r.version, 'sha256', r.sha256, 'pages', r.pages,
           'isAnswerable', r.is_answerable, 'isJudgedSoon', r.is_judged_soon,
           'isWritten', exists (select from person_appeal a where a.request_id = r.request_id),
           'packageSize', k.size, 'sealedAt', k.sealed_at, 'stampedAt', k.stamped_at,
           'caseworkers', w.who,
           'parts', (select coalesce(json_agg(json_build_object('number', p.number, 'law', p.law, 'title', p.title, 'weeks', p.weeks,
                                                'receivedOn', p.received_on, 'lastDay', p.last_day, 'isOpen', p.is_open) order by p.number), '[]')
                       from person_decision_part p where p.request_id = r.request_id))
         order by r.act, r.version desc, r.stands desc, r.asked_at desc), '[]')
    from person_signature_request r
    join person_case c on c.case_id = r.case_id
    left join person_package k on k.request_id = r.request_id
   cross join (select caseworkers_shown(o.municipality_id, o.person_id, o.moment, o.today, o.case_id) as who
                 from open_case o where o.case_id = of_case) w
   where r.case_id = of_case and (of_document is null or r.document_id = of_document)
$$;
grant execute on function person_requests(uuid, uuid) to person;
