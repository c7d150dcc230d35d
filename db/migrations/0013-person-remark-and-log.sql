-- What a person may write, and who has read about them.

-- Adds a remark to a note or document the subject may see, or an access request to a case. Returns the
-- remark's id, the same id for a second post of the same form, or null where nothing such may be seen.
create function person_add_remark(to_case uuid, to_note uuid, to_document uuid, of_kind text, with_text text, key uuid)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare made uuid;
begin
  insert into remark (municipality_id, case_id, note_id, document_id, person_id, kind, text, form_key, written_at)
    select app_municipality(), c.case_id, to_note, to_document, app_subject(), of_kind, with_text, key, app_now()
      from person_case c
     where c.case_id = to_case
       and (to_note is null or exists (select from person_note n where n.note_id = to_note and n.case_id = to_case))
       and (to_document is null or exists (select from person_document d where d.document_id = to_document and d.case_id = to_case))
  on conflict (municipality_id, person_id, form_key) do nothing
  returning id into made;
  if made is null then
    return (select r.id from remark r where r.municipality_id = app_municipality() and r.person_id = app_subject() and r.form_key = key);
  end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id, document_id, remark_id)
    values (app_municipality(), app_now(), 'person', app_subject(), 'wroteRemark', to_case, to_note, to_document, made);
  return made;
end $$;

-- Who has read about me (lag 2001:454 10 §). A reading is told only of an item the subject may see, so that
-- the log never speaks of what is withheld. Staff opening the case is told to the child itself. From the age
-- in legal_age a youth also sees what guardians read, save a guardian whose own details are protected.
create view person_access_event with (security_barrier) as
select a.id as event_id, c.case_id, a.at, a.action, a.actor_kind, a.note_id, a.document_id,
       a.actor_id = app_subject() as is_me,
       coalesce(s.given_name, g.given_name) as given_name, s.family_name, s.title
  from open_case c
  join audit_event a on a.municipality_id = c.municipality_id and a.case_id = c.case_id
   and a.action in ('readNote', 'readDocument', 'readCase') and a.at <= app_now()
  left join staff_member s on a.actor_kind = 'staff' and s.municipality_id = a.municipality_id and s.id = a.actor_id
  left join person g on a.actor_kind = 'person' and g.municipality_id = a.municipality_id and g.id = a.actor_id
 where (a.note_id is null or exists (select from person_note n where n.note_id = a.note_id))
   and (a.document_id is null or exists (select from person_document d where d.document_id = a.document_id))
   and (a.action <> 'readCase' or c.is_own)
   and (a.actor_kind = 'staff' or a.actor_id = app_subject()
        or (c.is_own and c.child_age >= (select years from legal_age_today where key = 'sees_guardian_reads')
            and not exists (select from person_protection x where x.municipality_id = a.municipality_id
                               and x.person_id = a.actor_id and x.valid @> app_today())));

create view person_sign_in with (security_barrier) as
select a.id as event_id, a.at, a.device
  from audit_event a
 where a.municipality_id = app_municipality() and a.actor_id = app_subject() and a.action = 'signedIn' and a.at <= app_now();

grant select on person_access_event, person_sign_in to person;
grant execute on function person_add_remark(uuid, uuid, uuid, text, text, uuid) to person;
