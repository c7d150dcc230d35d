create view person_remark with (security_barrier) as
select r.id as remark_id, r.case_id, r.note_id, r.document_id, r.kind, r.text, r.written_at, r.answer, r.answered_at,
       s.given_name as answered_by
  from open_case c
  join remark r on r.municipality_id = c.municipality_id and r.case_id = c.case_id and r.person_id = c.person_id
  left join staff_member s on s.municipality_id = r.municipality_id and s.id = r.answered_by
 where r.written_at <= c.moment;

grant select on person_remark to person;

-- What a person may write, and who has read about them.

-- Adds a remark to a note or document the subject may see, or an access request to a case. Returns the
-- remark's id, the same id for a second post of the same form, or null where nothing such may be seen.
create function person_add_remark(to_case uuid, to_note uuid, to_document uuid, of_kind text, with_text text, key uuid)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made uuid;
  -- The form and what was sent of it: changed and sent again it is another remark, not lost.
  sent uuid := md5(concat_ws(' ', key, to_case, to_note, to_document, of_kind, with_text))::uuid;
begin
  insert into remark (municipality_id, case_id, note_id, document_id, person_id, kind, text, form_key, written_at)
    select app_municipality(), c.case_id, to_note, to_document, app_subject(), of_kind, with_text, sent, app_now()
      from person_case c
     where c.case_id = to_case
       and (to_note is null or exists (select from person_note n where n.note_id = to_note and n.case_id = to_case))
       and (to_document is null or exists (select from person_document d where d.document_id = to_document and d.case_id = to_case))
  on conflict (municipality_id, person_id, form_key) do nothing
  returning id into made;
  if made is null then
    return (select r.id from remark r where r.municipality_id = (select app_municipality()) and r.person_id = (select app_subject()) and r.form_key = sent);
  end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id, document_id, remark_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'wroteRemark', to_case, to_note, to_document, made);
  return made;
end $$;
grant execute on function person_add_remark(uuid, uuid, uuid, text, text, uuid) to person;
