-- All of a draft that a reader may come to see, in the names that app/note/release/shown-text.ts uses.
create function draft_shown(v note_version, n note) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'title', v.title, 'text', v.draft_text, 'paragraphs', v.paragraphs, 'childTitle', v.child_title,
    'childText', v.child_text, 'childTextEasy', v.child_text_easy, 'changeReason', v.change_reason,
    'readBackTo', v.read_back_to, 'source', n.source, 'kind', n.kind, 'eventAt', extract(epoch from n.event_at),
    'bbicAreas', n.bbic_areas)
$$;
grant execute on function draft_shown(note_version, note) to staff;

-- A decision by the draft's writer is one on its text as it stands. By anybody else it is none on that text.
create function keep_disclosure_basis() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_municipality() is null or new.note_id is null then return null; end if;
  delete from disclosure_basis b using note_version v
   where v.municipality_id = new.municipality_id and v.note_id = new.note_id and v.signed_at is null
     and b.municipality_id = v.municipality_id and b.note_version_id = v.id and b.person_id = new.person_id;
  insert into disclosure_basis (municipality_id, note_version_id, person_id, shown)
    select v.municipality_id, v.id, new.person_id, draft_shown(v, n)
      from note_version v join note n on n.municipality_id = v.municipality_id and n.id = v.note_id
     where v.municipality_id = new.municipality_id and v.note_id = new.note_id and v.signed_at is null
       and v.written_by = (select app_subject());
  return null;
end $$;
create trigger disclosure_basis_kept after insert or update on disclosure for each row execute function keep_disclosure_basis();

-- A signed text does not change: what it was decided on is what stands there.
create function drop_disclosure_basis() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.signed_at is not null and old.signed_at is null then
    delete from disclosure_basis b where b.municipality_id = new.municipality_id and b.note_version_id = new.id;
  end if;
  return null;
end $$;
create trigger disclosure_basis_dropped after update on note_version for each row execute function drop_disclosure_basis();

-- For the draft's writer: the text each reader was decided on, and whether it still stands.
create view staff_decided_text with (security_barrier) as
select b.municipality_id, b.note_version_id, b.person_id, b.shown, b.shown = draft_shown(v, n) as holds
  from acting me
  join note_version v on v.municipality_id = me.municipality_id and v.written_by = me.subject_id and v.signed_at is null
  join note n on n.municipality_id = v.municipality_id and n.id = v.note_id
  join staff_open_case o on o.municipality_id = n.municipality_id and o.case_id = n.case_id
  join disclosure_basis b on b.municipality_id = v.municipality_id and b.note_version_id = v.id
 where me.kind = 'staff';
grant select on staff_decided_text to staff;
