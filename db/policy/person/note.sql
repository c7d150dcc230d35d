-- What a person may see of notes. A list row tells what the disclosure allows; the text comes only through
-- person_read_note, which writes the reading in the same transaction. Levels 'withheld' and 'later' give no
-- row at all: no count, id, size, time or order tells that there is something.
create view person_note with (security_barrier) as
select n.id as note_id, n.case_id, n.kind, n.event_at, d.level,
       coalesce(d.title, v.title) as title,
       case when d.level = 'full' then v.child_title end as child_title,
       s.given_name as author_given_name, s.family_name as author_family_name, s.title as author_title,
       case when d.ground_shown then d.ground end as ground,
       case when d.ground_shown then d.review_on end as review_on,
       d.shown_from,
       not exists (select from audit_event a
                    where a.municipality_id = c.municipality_id and a.note_id = n.id
                      and a.actor_id = any (array(select c.person_id union all
                                                  select f.id from person f where f.municipality_id = c.municipality_id and f.merged_into = c.person_id))
                      and a.action = 'readNote'
                      and a.at >= case when d.level = 'full' then greatest(d.shown_from, v.signed_at) else d.shown_from end) as is_new
  from open_case c
  join note n on n.municipality_id = c.municipality_id and n.case_id = c.case_id
  -- One at most of each. The limits have them looked up for one note after the other: a page stops when it is full, and nothing
  -- else that was ever opened to the reader is read.
  join lateral (select y.level, y.title, y.ground, y.ground_shown, y.review_on, y.shown_from from disclosure y
                 where y.municipality_id = n.municipality_id and y.note_id = n.id and y.person_id = c.person_id limit 1) d on true
  -- There is one. So asked, it is not looked up where nobody asks for its names.
  left join lateral (select max(y.given_name) as given_name, max(y.family_name) as family_name, max(y.title) as title from staff_member y
                      where y.municipality_id = n.municipality_id and y.id = n.author_id) s on true
  join lateral (select x.title, x.child_title, x.signed_at from note_version x
                 where x.municipality_id = n.municipality_id and x.note_id = n.id and x.signed_at <= c.moment
                 order by x.number desc limit 1) v on true
 where d.level in ('full', 'partial', 'title') and d.shown_from <= c.moment and n.event_at <= c.moment;

-- Speakers as the reader may know them: a name and whether it is the reader, never an id.
create function paragraphs_for(reader uuid, paragraphs jsonb) returns jsonb language sql stable as $$
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('voice', p.value -> 'voice', 'text', p.value -> 'text',
           'speaker', p.value -> 'speaker', 'isYou', (p.value ->> 'speakerId')::uuid = reader)) order by p.ordinality)
    from jsonb_array_elements(paragraphs) with ordinality p
$$;

create view note_text with (security_barrier) as
select n.note_id, v.number, v.title, paragraphs_for(me.subject_id, speakers_now(v.municipality_id, v.paragraphs)) as paragraphs, v.child_title, v.child_text, v.child_text_easy,
       v.change_reason, v.signed_at, v.origin, v.read_back_to,
       coalesce(v.audio_erased_at, sound_erased_at(v.municipality_id, v.id)) as audio_erased_at, x.source, x.bbic_areas
  from acting me
 cross join person_note n
  join note_version v on v.municipality_id = me.municipality_id and v.note_id = n.note_id and v.signed_at <= me.moment
  join note x on x.municipality_id = v.municipality_id and x.id = v.note_id
 where n.level = 'full'
union all
select n.note_id, 1, n.title, paragraphs_for(me.subject_id, speakers_now(d.municipality_id, d.partial_text)), null, null, null, null, d.decided_at, null, null, null, null, null
  from acting me
 cross join person_note n
  join disclosure d on d.municipality_id = me.municipality_id and d.note_id = n.note_id and d.person_id = me.subject_id
 where n.level = 'partial';

-- Reads a note, newest version first, and writes that it was read. An id that may not be read and one that
-- does not exist both return no row and write nothing.
create function person_read_note(note uuid) returns setof note_text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id)
    select app_municipality(), app_now(), 'person', app_subject(), 'readNote', n.case_id, n.note_id
      from person_note n where n.note_id = note;
  if not found then return; end if;
  return query select * from note_text t where t.note_id = note order by t.number desc;
end $$;
grant execute on function person_read_note(uuid) to person;

grant select on person_note to person;
