-- What the reader has said about a note or a document, at the most fifty. Of a case that is open to them. Not granted.
create function remarks_shown(municipality uuid, reader uuid, moment timestamptz, today date, of_case uuid, on_note uuid, on_document uuid)
returns json language plpgsql stable set search_path = public, pg_temp as $$
begin
  -- Most have said nothing.
  if not exists (select from remark r where r.municipality_id = municipality and r.case_id = of_case and r.person_id = reader) then
    return '[]';
  end if;
  return (
    select coalesce(json_agg(json_build_object('id', m.remark_id, 'kind', m.kind, 'text', m.text, 'writtenAt', m.written_at, 'answer', m.answer,
                               'answeredAt', m.answered_at, 'answeredBy', m.answered_by)), '[]')
      from (select r.* from opened_remark(municipality, reader, moment, today, of_case) r
             where r.note_id = on_note or r.document_id = on_document
             order by r.written_at limit 50) m);
end $$;

-- All that the page of a note shows, in one question; null for a note that is unknown, hidden or of another case. Its text comes only
-- where it is opened, which is written as a reading in the same transaction; the newest version first.
create function person_note_page(of_case uuid, of_note uuid, is_opened boolean) returns json
language plpgsql security definer set search_path = public, pg_temp set random_page_cost = 1.1 as $$
declare
  c record;
  n record;
  versions json;
begin
  select a.* into c from addressed_case a where a.case_id = of_case;
  if not found then return null; end if;
  select x.kind, x.event_at, x.level, x.title, x.child_title, x.author_given_name, x.author_family_name, x.ground, x.review_on
    into n from opened_note(c.municipality_id, c.person_id, c.moment, c.today, of_case) x where x.note_id = of_note;
  if not found then return null; end if;

  if is_opened then
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id)
      values (c.municipality_id, c.moment, 'person', c.person_id, 'readNote', of_case, of_note);
    versions := '[]';
    if n.level = 'full' then
      select coalesce(json_agg(t order by t.number desc), '[]')
        into versions from full_note_text(c.municipality_id, c.person_id, c.moment, of_note, n.title) t;
    elsif n.level = 'partial' then
      select coalesce(json_agg(t), '[]')
        into versions from partial_note_text(c.municipality_id, c.person_id, c.moment, of_note, n.title) t;
    end if;
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
