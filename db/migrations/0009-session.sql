-- Sign-in and sessions. Rows from before a person is identified belong to no municipality.
-- Lifetimes run on the database's own clock; only events that are shown take the time of the transaction.
create table session_rule (
  kind text primary key check (kind in ('person', 'staff')),
  idle interval not null,
  absolute interval not null,
  reason text not null
);
insert into session_rule values
  ('person', '20 minutes', '4 hours', 'A phone changes hands at home; a long letter is read well within 20 minutes (ASVS 7.1.1)'),
  ('staff', '30 minutes', '10 hours', 'A working day, with breaks between visits (ASVS 7.1.1)');

create table sign_in_transaction (
  state_hash bytea primary key,
  browser_hash bytea not null,
  kind text not null check (kind in ('person', 'staff')),
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  started_at timestamptz not null default now()
);
create index on sign_in_transaction (browser_hash);
create index on sign_in_transaction (started_at);

-- Who a number that was just verified may go on as, when several municipalities know it. Kept for five minutes,
-- for the browser that identified itself; one choice ends all offers.
create table sign_in_choice (
  municipality_id uuid not null references municipality,
  browser_hash bytea not null,
  kind text not null check (kind in ('person', 'staff')),
  subject_id uuid not null,
  return_to text not null,
  verified_at timestamptz not null default now(),
  primary key (municipality_id, browser_hash)
);
create index on sign_in_choice (browser_hash);

create table session (
  municipality_id uuid not null references municipality,
  token_hash bytea not null,
  kind text not null references session_rule,
  subject_id uuid not null,
  device text not null check (device in ('phone', 'tablet', 'computer')),
  previous_visit_at timestamptz,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  primary key (municipality_id, token_hash)
);
create index on session (municipality_id, subject_id);

-- Tries per key and window (ASVS 2.4.1). The key is hashed by the caller: no address is stored.
create table rate_count (
  bucket text not null,
  key_hash bytea not null,
  window_start timestamptz not null,
  tries int not null,
  primary key (bucket, key_hash, window_start)
);

-- Starts a sign-in. At most five wait in one browser (several tabs), each for 15 minutes.
create function sign_in_start(state bytea, browser bytea, for_kind text, with_nonce text, verifier text, go_to text)
returns void language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_transaction where started_at < now() - interval '15 minutes';
  delete from sign_in_transaction where state_hash in (
    select state_hash from sign_in_transaction where browser_hash = browser order by started_at desc offset 4);
  insert into sign_in_transaction (state_hash, browser_hash, kind, nonce, code_verifier, return_to)
    values (state, browser, for_kind, with_nonce, verifier, go_to);
$$;

-- Takes a pending sign-in, once, for the browser that began it. No row: unknown, used, late or another browser.
-- What an earlier sign-in of that browser left to choose from is gone with it.
create function sign_in_take(state bytea, browser bytea)
returns table (kind text, nonce text, code_verifier text, return_to text)
language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_choice where browser_hash = browser;
  delete from sign_in_transaction t
   where t.state_hash = state and t.browser_hash = browser and t.started_at >= now() - interval '15 minutes'
  returning t.kind, t.nonce, t.code_verifier, t.return_to
$$;

-- Who a verified number is, in each municipality that knows it, and whether they may sign in themselves.
create function sign_in_people(number_hash bytea)
returns table (municipality_id uuid, municipality_name text, municipality_phone text, subject_id uuid, outcome text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.name, m.phone, p.id,
         case when not exists (select from case_party cp join party_role r using (role)
                                where cp.municipality_id = m.id and cp.person_id = p.id and r.reads_case
                                  and cp.valid @> app_today()) then 'unknown'
              when age_on(p.birth_date, app_today()) < m.own_sign_in_age then 'readsWithAdult'
              else 'welcome' end
    from municipality m join person p on p.municipality_id = m.id and p.id_number_hash = number_hash
$$;

create function sign_in_staff(number_hash bytea)
returns table (municipality_id uuid, municipality_name text, municipality_phone text, subject_id uuid, outcome text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.name, m.phone, s.id, 'welcome'
    from municipality m join staff_member s on s.municipality_id = m.id and s.id_number_hash = number_hash
   where s.employed @> app_today()
$$;

-- Keeps what a verified number may go on as in several municipalities, until the person has chosen.
create function sign_in_offer(browser bytea, for_kind text, municipalities uuid[], subjects uuid[], go_to text)
returns void language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_choice where verified_at < now() - interval '5 minutes';
  insert into sign_in_choice (municipality_id, browser_hash, kind, subject_id, return_to)
    select municipality, browser, for_kind, subject, go_to from unnest(municipalities, subjects) as known (municipality, subject)
  on conflict (municipality_id, browser_hash) do update
    set kind = excluded.kind, subject_id = excluded.subject_id, return_to = excluded.return_to, verified_at = now()
$$;

create function sign_in_offers(browser bytea)
returns table (municipality_id uuid, municipality_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.name from sign_in_choice c join municipality m on m.id = c.municipality_id
   where c.browser_hash = browser and c.verified_at >= now() - interval '5 minutes'
   order by m.name
$$;

-- Takes the choice, once: every offer of the browser goes, whichever was chosen.
create function sign_in_choose(browser bytea, municipality uuid)
returns table (kind text, subject_id uuid, return_to text)
language sql security definer set search_path = public, pg_temp as $$
  with taken as (delete from sign_in_choice where browser_hash = browser returning *)
  select kind, subject_id, return_to from taken
   where municipality_id = municipality and verified_at >= now() - interval '5 minutes'
$$;

-- A known person who was turned away, for whoever follows up why: a child's own e-ID may be in other hands.
create function sign_in_refused(municipality uuid, subject uuid, on_device text)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, device)
    values (municipality, app_now(), 'person', subject, 'refusedSignIn', on_device)
$$;

-- Where somebody can turn who is known nowhere. Public facts of the municipalities of this installation.
create function municipality_contacts() returns table (name text, phone text)
language sql stable security definer set search_path = public, pg_temp as $$
  select name, phone from municipality order by name
$$;

-- Begins a session and writes the sign-in; an old token of the same browser dies with it, in whichever
-- municipality it was. Sessions nobody came back to are swept on the way: none lives a whole day.
create function session_start(municipality uuid, for_kind text, subject uuid, token bytea, old_token bytea, on_device text,
  old_municipality uuid default null)
returns void language sql security definer set search_path = public, pg_temp as $$
  delete from session where municipality_id = coalesce(old_municipality, municipality) and token_hash = old_token;
  delete from session where municipality_id = municipality and started_at < now() - interval '1 day';
  insert into session (municipality_id, token_hash, kind, subject_id, device, previous_visit_at)
    values (municipality, token, for_kind, subject, on_device,
            (select max(at) from audit_event where municipality_id = municipality and actor_id = subject and action = 'signedIn'));
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, device)
    values (municipality, app_now(), for_kind, subject, 'signedIn', on_device);
$$;

-- Opens the transaction for whoever holds the token: sets municipality, subject, time and the cases open to the
-- subject, or sets nothing and returns no row. seen_at moves once a minute, so that reading a page is not a write.
create function session_enter(for_kind text, municipality uuid, token bytea, at_time timestamptz)
returns table (subject_id uuid, previous_visit_at timestamptz, seconds_left int, given_name text, language text,
               text_size text, municipality_name text, municipality_phone text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare s record;
begin
  perform set_config('app.now', at_time::text, true);
  select x.*, r.idle, x.started_at + r.absolute as last_moment into s
    from session x join session_rule r on r.kind = x.kind
   where x.municipality_id = municipality and x.token_hash = token and x.kind = for_kind;
  if not found then return; end if;
  if least(s.seen_at + s.idle, s.last_moment) <= now() then
    delete from session where municipality_id = municipality and token_hash = token;
    return;
  end if;
  if s.seen_at < now() - interval '1 minute' then
    update session set seen_at = now() where municipality_id = municipality and token_hash = token;
  end if;
  perform set_config('app.municipality', municipality::text, true), set_config('app.subject', s.subject_id::text, true);
  if for_kind = 'person' then
    perform set_config('app.open_cases', coalesce(jsonb_agg(to_jsonb(o)), '[]')::text, true) from openable_case o;
  end if;
  return query
    select s.subject_id, s.previous_visit_at, extract(epoch from least(s.idle, s.last_moment - now()))::int,
           h.given_name, h.language, h.text_size, m.name, m.phone
      from municipality m
      join (select p.given_name, p.language, p.text_size from person p
             where for_kind = 'person' and p.municipality_id = municipality and p.id = s.subject_id
            union all
            select e.given_name, e.language, 'normal' from staff_member e
             where for_kind = 'staff' and e.municipality_id = municipality and e.id = s.subject_id
               and e.employed @> app_today()) h on true
     where m.id = municipality;
end $$;

-- Ends one session, or all of the same subject, and writes how. No row to end is no error: it was ended before.
create function session_end(for_kind text, municipality uuid, token bytea, how text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare ended uuid;
begin
  delete from session where municipality_id = municipality and token_hash = token and kind = for_kind
    returning subject_id into ended;
  if ended is null then return; end if;
  if how = 'signedOutEverywhere' then
    delete from session where municipality_id = municipality and subject_id = ended and kind = for_kind;
  end if;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action)
    values (municipality, app_now(), for_kind, ended, how);
end $$;

-- Counts a try; false when the window is full. Old windows are swept on the way.
create function rate_take(in_bucket text, key bytea, most int, per interval)
returns boolean language sql security definer set search_path = public, pg_temp as $$
  delete from rate_count where window_start < now() - interval '1 day';
  insert into rate_count values (in_bucket, key, date_bin(per, now(), 'epoch'), 1)
  on conflict (bucket, key_hash, window_start) do update set tries = rate_count.tries + 1
  returning tries <= most
$$;

grant execute on function sign_in_start(bytea, bytea, text, text, text, text), sign_in_take(bytea, bytea),
  sign_in_people(bytea), sign_in_staff(bytea), sign_in_offer(bytea, text, uuid[], uuid[], text), sign_in_offers(bytea),
  sign_in_choose(bytea, uuid), sign_in_refused(uuid, uuid, text), municipality_contacts(),
  session_start(uuid, text, uuid, bytea, bytea, text, uuid),
  session_enter(text, uuid, bytea, timestamptz), session_end(text, uuid, bytea, text),
  rate_take(text, bytea, int, interval) to service;
