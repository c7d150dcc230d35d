-- A file belongs to the draft or the message of its id. When neither is left at the end of a transaction it is erased,
-- whoever did it: a draft thrown away, a question erased. A message taken back and its draft written anew leave it where it
-- is, in whatever order.
create function erase_left_attachments() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from attachment a
   where a.municipality_id = old.municipality_id and a.message_id = old.id
     and not exists (select from message m where m.municipality_id = old.municipality_id and m.id = old.id)
     and not exists (select from message_draft d where d.municipality_id = old.municipality_id and d.id = old.id);
  return null;
end $$;
create constraint trigger attachments_go_with_it after delete on message
  deferrable initially deferred for each row execute function erase_left_attachments();
create constraint trigger attachments_go_with_it after delete on message_draft
  deferrable initially deferred for each row execute function erase_left_attachments();

-- Files go over from one draft or message to another of the same writer; one that is there already is not there twice. Not granted.
create function move_attachments(of_municipality uuid, from_id uuid, to_id uuid) returns void
language sql set search_path = public, pg_temp as $$
  delete from attachment a
   where a.municipality_id = of_municipality and a.message_id = from_id
     and exists (select from attachment b where b.municipality_id = a.municipality_id and b.message_id = to_id and b.fingerprint = a.fingerprint);
  update attachment a set message_id = to_id where a.municipality_id = of_municipality and a.message_id = from_id
$$;

-- A staff member writes one answer at a time in a thread, and it is sent under the key of the page that sends it.
create function take_attachments_along() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform move_attachments(d.municipality_id, d.id, new.id) from message_draft d
   where d.municipality_id = new.municipality_id and d.thread_id = new.thread_id and d.from_staff_id = new.from_staff_id and d.id <> new.id;
  return null;
end $$;
create trigger attachments_go_along after insert on message
  for each row when (new.from_staff_id is not null) execute function take_attachments_along();

-- An answer taken back into what was begun after it.
create function keep_attachments_with_draft() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform move_attachments(new.municipality_id, old.id, new.id);
  return null;
end $$;
create trigger attachments_stay_with_it after update of id on message_draft
  for each row when (old.id <> new.id) execute function keep_attachments_with_draft();

-- What a municipality takes in today; the table's own defaults where it has said nothing.
create function attachment_limits() returns table (most_files int, most_file_bytes int, most_day_bytes bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(r.most_files), 10), coalesce(max(r.most_file_bytes), 20971520), coalesce(max(r.most_day_bytes), 209715200)
    from message_rule r where r.municipality_id = (select app_municipality()) and r.valid @> (select app_today())
$$;
grant execute on function attachment_limits() to person, staff;

-- Adds a file to a draft that its writer may write on, which the functions that call it have found out: 'added' (once, however
-- often it is sent), 'infected' when that was found out of the same file before, 'tooMany' or 'tooLarge'. Not granted. The draft is locked, so that two files at once are counted and none is added to what is being sent.
create function add_attachment(in_case uuid, of_draft uuid, new_id uuid, file jsonb, bytes bytea, must_wait boolean) returns text
language plpgsql set search_path = public, pg_temp as $$
declare limits record; before text;
begin
  perform from message_draft d where d.municipality_id = app_municipality() and d.id = of_draft for update;
  if not found then return null; end if;
  select case a.state when 'infected' then 'infected' else 'added' end into before from attachment a
   where a.municipality_id = app_municipality() and a.message_id = of_draft and a.fingerprint = decode(file ->> 'fingerprint', 'hex');
  if found then return before; end if;
  select * into limits from attachment_limits();
  if (file ->> 'size')::int > limits.most_file_bytes then return 'tooLarge'; end if;
  if (select count(*) from attachment a where a.municipality_id = app_municipality() and a.message_id = of_draft) >= limits.most_files then
    return 'tooMany';
  end if;
  insert into attachment (municipality_id, id, case_id, message_id, name, type, size, fingerprint, sealed, state, added_at, scan_after)
    values (app_municipality(), new_id, in_case, of_draft, file ->> 'name', file ->> 'type', (file ->> 'size')::int,
            decode(file ->> 'fingerprint', 'hex'), bytes, case when must_wait then 'waiting' else 'clean' end, app_now(),
            case when must_wait then app_now() end);
  return 'added';
end $$;
