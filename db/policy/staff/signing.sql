-- The rule of signing: reviewed as it stands, what the child reads instead approved, every difference of the careful pass decided, and for every person
-- who reads the case a decision on exactly this text (default is closed, but nobody is forgotten).
create function refuse_unready_signature() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.signed_at is null or old.signed_at is not null or app_municipality() is null then return new; end if;
  if new.reviewed_at is null or jsonb_array_length(new.paragraphs) = 0 then
    raise exception 'not reviewed' using errcode = 'check_violation', constraint = 'note_version_is_reviewed';
  end if;
  if num_nonnulls(new.child_title, new.child_text, new.child_text_easy) > 0 and not 'childText' = any (new.checked) then
    raise exception 'the text to the child is not approved' using errcode = 'check_violation', constraint = 'note_version_child_text_is_approved';
  end if;
  if exists (select from transcript_segment s where s.municipality_id = new.municipality_id and s.note_version_id = new.id
                and ((s.final_text is not null and s.final_decided is null) or s.number > new.merged_to)) then
    raise exception 'undecided' using errcode = 'check_violation', constraint = 'note_version_is_decided';
  end if;
  if exists (select from recording r where r.municipality_id = new.municipality_id and r.note_version_id = new.id
                and r.state in ('recording', 'stopped') and r.problem is distinct from 'decodeFailed') then
    raise exception 'still transcribing' using errcode = 'check_violation', constraint = 'note_version_is_transcribed';
  end if;
  if exists (select from note n where n.municipality_id = new.municipality_id and n.id = new.note_id
                and has_undecided_reader(n.municipality_id, n.case_id, n.id, new.id, draft_shown(new, n))) then
    raise exception 'a reader is undecided' using errcode = 'check_violation', constraint = 'note_version_has_readers';
  end if;
  return new;
end $$;
create trigger note_version_signed_when_ready before update on note_version
  for each row execute function refuse_unready_signature();

-- A changed text is an unreviewed one, whoever changes it. What was approved for the child was approved as the same thing in other
-- words: it is asked for again, and the review says why.
create function unreview_changed_text() returns trigger language plpgsql as $$
begin
  if new.draft_text is not distinct from old.draft_text then return new; end if;
  if new.reviewed_at is not distinct from old.reviewed_at then new.reviewed_at := null; end if;
  if 'childText' = any (old.checked) then
    new.checked := array_remove(array_remove(new.checked, 'childText'), 'childTextAgain') || array['childTextAgain'];
  end if;
  return new;
end $$;
create trigger note_version_changed before update on note_version
  for each row execute function unreview_changed_text();
