-- A page of the list of notes, newest event first; null for a case that is unknown or not the reader's. The order is that of an
-- index of note: the rule is asked for the notes up to the last that is shown, and for no more of a case that has thousands.
create function person_note_list_page(of_case uuid, most int, skip int) returns json
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  c record;
begin
  select a.* into c from addressed_case a where a.case_id = of_case;
  if not found then return null; end if;
  return (
    select json_build_object('id', c.case_id, 'audience', c.audience, 'isOwn', c.is_own, 'childName', c.child_name, 'notes',
             coalesce(json_agg(json_build_object('id', n.note_id, 'kind', n.kind, 'eventAt', n.event_at, 'level', n.level,
                        'title', n.title, 'childTitle', n.child_title, 'authorGivenName', n.author_given_name,
                        'authorFamilyName', n.author_family_name, 'isNew', n.is_new)), '[]'))
      from (select x.note_id, x.kind, x.event_at, x.level, x.title, x.child_title, x.author_given_name, x.author_family_name, x.is_new
              from opened_note(c.municipality_id, c.person_id, c.moment, c.today, of_case) x
             order by x.event_at desc, x.note_id limit most offset skip) n);
end $$;
grant execute on function person_note_list_page(uuid, int, int) to person;

-- When a note of the case last came to the reader, or came anew: of what was opened to them, newest first, the rule is asked until it
-- says yes. No row where nothing did. Whoever calls it has asked open_case; not granted.
create function note_shown_last(municipality uuid, reader uuid, moment timestamptz, today date, of_case uuid) returns setof timestamptz
language sql stable as $$
  select shown.shown_from
    from disclosure d
   -- The limits keep the order. With its event the note is found at once, by whichever index it is looked for.
   cross join lateral (select n.event_at from note n where n.municipality_id = municipality and n.id = d.note_id limit 1) e
   cross join lateral (select x.shown_from from opened_note(municipality, reader, moment, today, of_case) x
                        where x.note_id = d.note_id and x.event_at = e.event_at limit 1) shown
   where d.municipality_id = municipality and d.person_id = reader and d.note_id is not null
   order by d.shown_from desc limit 1
$$;
