-- Freezes one's own draft: what it says now becomes a version that never changes, with its bytes, which were made of exactly
-- this revision at the given moment. For everybody who reads the case there must be a decision on exactly this text. Null where
-- another page has saved in between, it is frozen already, or the draft is not one's own. Of a finished PDF that was uploaded
-- the bytes are the uploaded ones, whatever is given.
create function staff_freeze_document(of_document uuid, at_revision int, made_at timestamptz, file bytea, file_pages int,
                                      parts jsonb) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare d document_draft := staff_lock_document(of_document); x document; made uuid := gen_random_uuid();
begin
  if d.document_id is null or d.revision <> at_revision then return null; end if;
  select * into x from document y where y.municipality_id = d.municipality_id and y.id = d.document_id for update;
  if d.content is null or made_at < d.saved_at or made_at > app_now() then
    raise exception 'not whole' using errcode = 'check_violation', constraint = 'document_version_is_whole';
  end if;
  if has_undecided_reader(x.municipality_id, x.case_id, x.id, x.id, document_draft_shown(d, x)) then
    raise exception 'a reader is undecided' using errcode = 'check_violation', constraint = 'document_version_has_readers';
  end if;
  insert into document_version (municipality_id, id, document_id, number, title, content, child_title, child_text, change_reason,
                                template, facts, signed_at, signed_by)
    select x.municipality_id, made, x.id,
           1 + coalesce((select max(v.number) from document_version v where v.municipality_id = x.municipality_id and v.document_id = x.id), 0),
           d.content ->> 'title', d.content, d.child_title, d.child_text, d.change_reason, d.template, d.facts, made_at, app_subject();
  insert into decision_part (municipality_id, document_version_id, number, law, title)
    select x.municipality_id, made, p.number, p.law, p.title from jsonb_to_recordset(parts) as p(number int, law text, title text);
  update document set dated_on = coalesce(d.dated_on, dated_on) where municipality_id = x.municipality_id and id = x.id;
  delete from document_draft where municipality_id = d.municipality_id and document_id = d.document_id;
  insert into document_file (municipality_id, document_version_id, bytes, pages, is_tagged, frozen_at)
    values (x.municipality_id, made, coalesce(d.uploaded, file), coalesce(d.uploaded_pages, file_pages), coalesce(d.uploaded_is_tagged, true), made_at);
  perform audit_staff('frozeDocument', x.case_id, of_document => x.id);
  return made;
end $$;
grant execute on function staff_freeze_document(uuid, int, timestamptz, bytea, int, jsonb) to staff;
