-- Who a verified number is, in each municipality that knows it, and whether they may sign in themselves.
create function sign_in_people(number_hash bytea)
returns table (municipality_id uuid, municipality_name text, municipality_phone text, subject_id uuid, outcome text)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select m.id, m.name, m.phone, p.id,
         case when not exists (select from case_party cp join party_role r using (role)
                                where cp.municipality_id = m.id and cp.person_id = p.id and r.reads_case
                                  and cp.valid @> (select app_today())) then 'unknown'
              when not is_of_sign_in_age(m, p.born, (select app_today())) then 'readsWithAdult'
              else 'welcome' end
    from municipality m join person p on p.municipality_id = m.id and p.id_number_hash = number_hash
$$;
grant execute on function sign_in_people(bytea) to service;

create function sign_in_staff(number_hash bytea)
returns table (municipality_id uuid, municipality_name text, municipality_phone text, subject_id uuid, outcome text)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select m.id, m.name, m.phone, s.id, 'welcome'
    from municipality m join staff_member s on s.municipality_id = m.id and s.id_number_hash = number_hash
   where s.employed @> (select app_today())
$$;
grant execute on function sign_in_staff(bytea) to service;

-- Whose a number is, in each municipality, signing in or not. Not granted.
create function holders_of_number(for_kind text, number_hash bytea) returns table (municipality_id uuid, subject_id uuid)
language sql stable set search_path = public, pg_temp as $$
  select m.id, p.id from municipality m join person p on p.municipality_id = m.id and p.id_number_hash = number_hash
   where for_kind = 'person'
  union all
  select m.id, s.id from municipality m join staff_member s on s.municipality_id = m.id and s.id_number_hash = number_hash
   where for_kind = 'staff'
$$;

-- Whether an account at a broker is new, or has come with this person's number before (OpenID Connect Core 8: a subject
-- is never given to somebody else). If not, the log tells it of everybody it was and of everybody it came as.
create function sign_in_account_agrees(for_kind text, account bytea, number_hash bytea, on_device text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare is_known boolean; agrees boolean;
begin
  perform require_service();
  perform pg_advisory_xact_lock(hashtextextended(encode(account, 'hex'), 0));
  select count(*) > 0, count(h.subject_id) > 0 into is_known, agrees
    from sign_in_account a left join holders_of_number(for_kind, number_hash) h using (municipality_id, subject_id)
   where a.kind = for_kind and a.account_hash = account;
  if is_known and not agrees then
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, device)
      select x.municipality_id, app_now(), for_kind, x.subject_id, 'refusedAccount', on_device
        from (select a.municipality_id, a.subject_id from sign_in_account a where a.kind = for_kind and a.account_hash = account
              union
              select * from holders_of_number(for_kind, number_hash)) x;
    return false;
  end if;
  insert into sign_in_account (municipality_id, kind, account_hash, subject_id)
    select h.municipality_id, for_kind, account, h.subject_id from holders_of_number(for_kind, number_hash) h
  on conflict do nothing;
  return true;
end $$;
grant execute on function sign_in_account_agrees(text, bytea, bytea, text) to service;

-- Keeps what a verified number may go on as in several municipalities, until the person has chosen.
create function sign_in_offer(browser bytea, for_kind text, municipalities uuid[], subjects uuid[], go_to text)
returns void language sql security definer set search_path = public, pg_temp as $$
  select require_service();
  delete from sign_in_choice where verified_at < now() - interval '5 minutes';
  insert into sign_in_choice (municipality_id, browser_hash, kind, subject_id, return_to)
    select municipality, browser, for_kind, subject, go_to from unnest(municipalities, subjects) as known (municipality, subject)
  on conflict (municipality_id, browser_hash) do update
    set kind = excluded.kind, subject_id = excluded.subject_id, return_to = excluded.return_to, verified_at = now()
$$;
grant execute on function sign_in_offer(bytea, text, uuid[], uuid[], text) to service;

create function sign_in_offers(browser bytea)
returns table (municipality_id uuid, municipality_name text, kind text)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select m.id, m.name, c.kind from sign_in_choice c join municipality m on m.id = c.municipality_id
   where c.browser_hash = browser and c.verified_at >= now() - interval '5 minutes'
   order by m.name
$$;
grant execute on function sign_in_offers(bytea) to service;

-- Takes the choice, once: every offer of the browser goes, whichever was chosen.
create function sign_in_choose(browser bytea, municipality uuid)
returns table (kind text, subject_id uuid, return_to text)
language sql security definer set search_path = public, pg_temp as $$
  select require_service();
  with taken as (delete from sign_in_choice where browser_hash = browser returning *)
  select kind, subject_id, return_to from taken
   where municipality_id = municipality and verified_at >= now() - interval '5 minutes'
$$;
grant execute on function sign_in_choose(bytea, uuid) to service;

-- A known person who was turned away, for whoever follows up why: a child's own e-ID may be in other hands.
create function sign_in_refused(municipality uuid, subject uuid, on_device text)
returns void language sql security definer set search_path = public, pg_temp as $$
  select require_service();
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, device)
    values (municipality, app_now(), 'person', subject, 'refusedSignIn', on_device)
$$;
grant execute on function sign_in_refused(uuid, uuid, text) to service;

-- Where somebody can turn who is known nowhere. Public facts of the municipalities of this installation.
create function municipality_contacts() returns table (name text, phone text)
language sql stable security definer set search_path = public, pg_temp as $$
  select require_service();
  select name, phone from municipality order by name
$$;
grant execute on function municipality_contacts() to service;
