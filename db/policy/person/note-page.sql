-- What the reader has said about a note or a document, at the most fifty. Of a case that is open to them. Not granted.
create function remarks_shown(municipality uuid, reader uuid, moment timestamptz, today date, of_case uuid, on_note uuid, on_document uuid)
returns json language sql stable set search_path = public, pg_temp as $$
  select coalesce(json_agg(json_build_object('id', m.remark_id, 'kind', m.kind, 'text', m.text, 'writtenAt', m.written_at, 'answer', m.answer,
                             'answeredAt', m.answered_at, 'answeredBy', m.answered_by)), '[]')
    from (select r.* from opened_remark(municipality, reader, moment, today, of_case) r
           where r.note_id = on_note or r.document_id = on_document
           order by r.written_at limit 50) m
$$;

-- All that the page of a note shows, in one question; null for a note that is unknown, hidden or of another case. Its text comes only
-- where it is opened, which is written as a reading in the same transaction; the newest version first.
create function person_note_page(of_case uuid, of_note uuid, is_opened boolean) returns json
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c record;
  n record;
  versions json;
begin
  select o.municipality_id, o.person_id, o.moment, o.today, p.case_number, p.audience, p.is_own, p.child_name
    into c from open_case o join person_case p on p.case_id = o.case_id where o.case_id = of_case;
  if not found then return null; end if;
  select x.* into n from opened_note(c.municipality_id, c.person_id, c.moment, c.today, of_case) x where x.note_id = of_note;
  if not found then return null; end if;

  if is_opened then
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id)
      values (c.municipality_id, c.moment, 'person', c.person_id, 'readNote', of_case, of_note);
    select coalesce(json_agg(t order by t.number desc), '[]')
      into versions from opened_note_text(c.municipality_id, c.person_id, c.moment, c.today, of_case) t where t.note_id = of_note;
  end if;

  return json_build_object(
    'note', json_build_object(
      'id', of_note, 'caseId', of_case, 'caseNumber', c.case_number, 'audience', c.audience, 'isOwn', c.is_own, 'childName', c.child_name,
      'kind', n.kind, 'eventAt', n.event_at, 'level', n.level, 'title', n.title, 'childTitle', n.child_title,
      'authorGivenName', n.author_given_name, 'authorFamilyName', n.author_family_name, 'ground', n.ground, 'reviewOn', n.review_on,
      'caseworkers', caseworkers_shown(c.municipality_id, c.person_id, c.moment, c.today, of_case),
      'remarks', remarks_shown(c.municipality_id, c.person_id, c.moment, c.today, of_case, of_note, null)),
    'versions', versions);
end $$;
grant execute on function person_note_page(uuid, uuid, boolean) to person;
