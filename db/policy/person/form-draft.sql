-- What a draft of another form than a question's or a reply's is for (message_draft.form).

-- Whether such a form can still be sent by the subject. What it says of a note or a document is asked by reads_what_is_asked. Not granted.
create function takes_words(of_form text, in_case uuid, document uuid, appointment uuid, request uuid) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
begin
  if of_form in ('point', 'otherTime') then
    return exists (select from person_appointment a where a.appointment_id = appointment and a.case_id = in_case and a.is_open);
  elsif of_form = 'decline' then
    return exists (select from person_signature_request q where q.request_id = request and q.case_id = in_case and q.document_id = document
                      and q.is_answerable and q.state = 'asked');
  elsif of_form = 'appeal' then
    return exists (select from person_signature_request q where q.request_id = request and q.case_id = in_case and q.document_id = document
                      and exists (select from person_decision_part p where p.request_id = q.request_id and p.is_open))
       and not exists (select from person_appeal_received g where g.request_id = request)
       and not exists (select from person_appeal a where a.request_id = request and a.handed_in_on is not null);
  end if;
  return true;
end $$;

-- Whether these words stand already: what arrives after it was sent is no draft. A form that sends once has sent all of it. Not granted.
create function words_stand(key uuid, of_form text, in_case uuid, with_text text, note uuid, document uuid, request uuid) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return case of_form
    when 'contactRequest' then exists (select from question_thread q where q.municipality_id = app_municipality() and q.person_id = app_subject() and q.form_key = key)
    when 'otherTime' then exists (select from appointment_change_request r where r.municipality_id = app_municipality() and r.id = key and r.person_id = app_subject())
    when 'point' then exists (select from appointment_point x where x.municipality_id = app_municipality() and x.id = key and x.person_id = app_subject() and x.text = with_text)
    when 'appeal' then exists (select from person_appeal a where a.request_id = request and a.text = with_text)
    when 'decline' then false
    -- As person_add_remark names what was sent of a form.
    else exists (select from remark r where r.municipality_id = app_municipality() and r.person_id = app_subject()
                    and r.form_key = md5(concat_ws(' ', key, in_case, note, document, of_form, with_text))::uuid)
  end;
end $$;
