-- Begins a session and writes the sign-in; an old token of the same browser dies with it, in whichever
-- municipality it was. Sessions nobody came back to are swept on the way: none lives a whole day.
create function session_start(municipality uuid, for_kind text, subject uuid, token bytea, old_token bytea, on_device text,
  old_municipality uuid default null)
returns void language sql security definer set search_path = public, pg_temp as $$
  select require_service();
  delete from session where municipality_id = coalesce(old_municipality, municipality) and token_hash = old_token;
  delete from session where municipality_id = municipality and started_at < now() - interval '1 day';
  insert into session (municipality_id, token_hash, kind, subject_id, device, previous_visit_at)
    values (municipality, token, for_kind, subject, on_device,
            (select max(at) from audit_event where municipality_id = municipality and action = 'signedIn'
                 and actor_id in (select ids_of_person(municipality, subject))));
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, device)
    values (municipality, app_now(), for_kind, subject, 'signedIn', on_device);
  -- What they read with a child on another device ends with it.
  select end_readings_of(municipality, subject) where for_kind = 'staff';
$$;
grant execute on function session_start(uuid, text, uuid, bytea, bytea, text, uuid) to service;

-- Opens the transaction for whoever holds the token: as whom, where, when, and the cases open to them. Opens nothing
-- and returns no row without a living session. seen_at moves once a minute, so that reading a page is not a write.
create function session_open_transaction(for_kind text, municipality uuid, token bytea, at_time timestamptz)
returns table (subject_id uuid, previous_visit_at timestamptz, seconds_left int, given_name text, language text,
               text_size text, municipality_name text, municipality_phone text,
               emergency_phone text, emergency_hours text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare s record; holder record; today date := stockholm_day(at_time);
begin
  perform require_opening();
  select x.*, r.idle, x.started_at + r.absolute as last_moment into s
    from session x join session_rule r on r.kind = x.kind
   where x.municipality_id = municipality and x.token_hash = token and x.kind = for_kind;
  if not found then return; end if;
  if least(s.seen_at + s.idle, s.last_moment) <= now() then
    delete from session where municipality_id = municipality and token_hash = token;
    return;
  end if;
  if for_kind = 'person' then
    select p.given_name, p.language, p.text_size into holder
      from person p where p.municipality_id = municipality and p.id = s.subject_id;
  else
    select e.given_name, e.language, 'normal' as text_size into holder
      from staff_member e where e.municipality_id = municipality and e.id = s.subject_id and e.employed @> today;
  end if;
  if not found then return; end if;
  if s.seen_at < now() - interval '1 minute' then
    update session set seen_at = now() where municipality_id = municipality and token_hash = token;
  end if;
  perform open_context(for_kind, municipality, s.subject_id, at_time,
                       case for_kind when 'person' then openable_cases(municipality, s.subject_id, today)::text
                                     when 'staff' then staff_openable_cases(municipality, s.subject_id, today)::text end,
                       s.previous_visit_at);
  return query
    select s.subject_id, s.previous_visit_at, extract(epoch from least(s.idle, s.last_moment - now()))::int,
           holder.given_name, holder.language, holder.text_size, m.name, m.phone,
           m.emergency_phone, m.emergency_hours
      from municipality m where m.id = municipality;
end $$;
grant execute on function session_open_transaction(text, uuid, bytea, timestamptz) to service;

-- The same for whoever sends the next statement without waiting for the answer: without a living session it fails, so that
-- nothing behind it in the transaction is run.
create function session_must_open_transaction(for_kind text, municipality uuid, token bytea, at_time timestamptz)
returns table (subject_id uuid, previous_visit_at timestamptz, seconds_left int, given_name text, language text,
               text_size text, municipality_name text, municipality_phone text,
               emergency_phone text, emergency_hours text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query select * from session_open_transaction(for_kind, municipality, token, at_time);
  if not found then raise exception 'no living session' using errcode = 'invalid_authorization_specification'; end if;
end $$;
grant execute on function session_must_open_transaction(text, uuid, bytea, timestamptz) to service;

-- Ends one session, or all of the same subject, and writes how. No row to end is no error: it was ended before.
create function session_end(for_kind text, municipality uuid, token bytea, how text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare ended uuid;
begin
  perform require_service();
  delete from session where municipality_id = municipality and token_hash = token and kind = for_kind
    returning subject_id into ended;
  if ended is null then return; end if;
  if how = 'signedOutEverywhere' then
    delete from session where municipality_id = municipality and subject_id = ended and kind = for_kind;
  end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action)
    values (municipality, app_now(), for_kind, ended, how);
end $$;
grant execute on function session_end(text, uuid, bytea, text) to service;
