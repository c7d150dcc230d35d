-- All of a draft that a reader may come to see, in the names that app/note/release/shown-text.ts uses.
create function draft_shown(v note_version, n note) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'title', v.title, 'text', v.draft_text, 'paragraphs', v.paragraphs, 'childTitle', v.child_title,
    'childText', v.child_text, 'childTextEasy', v.child_text_easy, 'changeReason', v.change_reason,
    'readBackTo', v.read_back_to, 'source', n.source, 'kind', n.kind, 'eventAt', extract(epoch from n.event_at),
    'bbicAreas', n.bbic_areas)
$$;
grant execute on function draft_shown(note_version, note) to staff;

-- The same of a document's draft, in the names that app/document/release/document-text.ts uses.
create function document_draft_shown(d document_draft, x document) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'type', x.type, 'datedOn', d.dated_on, 'content', d.content, 'childTitle', d.child_title, 'childText', d.child_text,
    'changeReason', d.change_reason, 'file', encode(sha256(d.uploaded), 'hex'))
$$;
grant execute on function document_draft_shown(document_draft, document) to staff;

-- A decision by the draft's writer is one on its text as it stands. By anybody else it is none on that text.
create function keep_disclosure_basis() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_municipality() is null then return null; end if;
  delete from disclosure_basis b
   where b.municipality_id = new.municipality_id and b.document_id = new.document_id and b.person_id = new.person_id;
  insert into disclosure_basis (municipality_id, document_id, person_id, shown)
    select d.municipality_id, d.document_id, new.person_id, document_draft_shown(d, x)
      from document_draft d join document x on x.municipality_id = d.municipality_id and x.id = d.document_id
     where d.municipality_id = new.municipality_id and d.document_id = new.document_id
       and d.written_by = (select app_subject());
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
select b.municipality_id, v.note_id, null::uuid as document_id, b.person_id, b.shown, b.shown = draft_shown(v, n) as holds
  from acting me
  join note_version v on v.municipality_id = me.municipality_id and v.written_by = me.subject_id and v.signed_at is null
  join note n on n.municipality_id = v.municipality_id and n.id = v.note_id
  join staff_open_case o on o.municipality_id = n.municipality_id and o.case_id = n.case_id
  join disclosure_basis b on b.municipality_id = v.municipality_id and b.note_version_id = v.id
 where me.kind = 'staff'
union all
select b.municipality_id, null, d.document_id, b.person_id, b.shown, b.shown = document_draft_shown(d, x)
  from acting me
  join document_draft d on d.municipality_id = me.municipality_id and d.written_by = me.subject_id
  join document x on x.municipality_id = d.municipality_id and x.id = d.document_id
  join staff_open_case o on o.municipality_id = x.municipality_id and o.case_id = x.case_id
  join disclosure_basis b on b.municipality_id = d.municipality_id and b.document_id = d.document_id
 where me.kind = 'staff';
grant select on staff_decided_text to staff;

-- Whether somebody who reads the case today waits for a decision on exactly this text (default is closed, but nobody is
-- forgotten). What is kept of a draft stands under the version of a note, or under the document. Not granted.
create function has_undecided_reader(municipality uuid, of_case uuid, of_item uuid, of_draft uuid, shown_now jsonb) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from case_party p join party_role r on r.role = p.role and r.reads_case
                  where p.municipality_id = municipality and p.case_id = of_case and p.valid @> (select app_today())
                    and not exists (select from disclosure d
                                      join disclosure_basis b on b.municipality_id = d.municipality_id and b.person_id = d.person_id
                                     where d.municipality_id = municipality and d.person_id = p.person_id
                                       and of_item in (d.note_id, d.document_id)
                                       and of_draft in (b.note_version_id, b.document_id) and b.shown = shown_now))
$$;
