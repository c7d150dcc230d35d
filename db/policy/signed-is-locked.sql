create function refuse_change_when_signed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' and is_erasing() then return old; end if;
  if old.signed_at is not null then
    raise exception 'a signed version is locked' using errcode = 'check_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger note_version_is_locked before update or delete on note_version
  for each row execute function refuse_change_when_signed();
create trigger document_version_is_locked before update or delete on document_version
  for each row execute function refuse_change_when_signed();
