-- Makes room for an identification that begins: at most five wait in one browser (several tabs), each for 15 minutes.
-- Not granted.
create function pending_identification_room(browser bytea) returns void language sql set search_path = public, pg_temp as $$
  delete from pending_identification where started_at < now() - interval '15 minutes';
  delete from pending_identification where state_hash in (
    select state_hash from pending_identification where browser_hash = browser order by started_at desc offset 4);
$$;

create function pending_sign_in_start(state bytea, browser bytea, for_kind text, with_nonce text, verifier text, go_to text)
returns void language sql security definer set search_path = public, pg_temp as $$
  select require_service();
  select pending_identification_room(browser);
  insert into pending_identification (state_hash, browser_hash, purpose, kind, nonce, code_verifier, return_to)
    values (state, browser, 'sign-in', for_kind, with_nonce, verifier, go_to);
$$;
grant execute on function pending_sign_in_start(bytea, bytea, text, text, text, text) to service;

-- Whose signature it is, the transaction says: nobody begins one for somebody else.
create function pending_signature_start(state bytea, browser bytea, intent uuid, with_nonce text, verifier text, go_to text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pending_identification_room(browser);
  insert into pending_identification (state_hash, browser_hash, purpose, kind, municipality_id, subject_id, intent_id, nonce,
                                      code_verifier, return_to)
    select state, browser, 'signature', a.kind, a.municipality_id, a.subject_id, intent, with_nonce, verifier, go_to
      from acting a where a.kind in ('person', 'staff');
  if not found then
    raise exception 'nobody signs without a session' using errcode = 'insufficient_privilege';
  end if;
end $$;
grant execute on function pending_signature_start(bytea, bytea, uuid, text, text, text) to person, staff;

-- Takes a pending identification, once, for the browser that began it; a signature only while its holder's own session
-- lives there. No row: unknown, used, late, another browser or another holder.
-- What an earlier sign-in of that browser left to choose from is gone with a sign-in.
create function pending_identification_take(state bytea, browser bytea, session_municipality uuid, session_token bytea)
returns table (purpose text, kind text, municipality_id uuid, subject_id uuid, intent_id uuid, nonce text,
               code_verifier text, return_to text)
language sql security definer set search_path = public, pg_temp as $$
  select require_service();
  with taken as (
    delete from pending_identification p
     where p.state_hash = state and p.browser_hash = browser and p.started_at >= now() - interval '15 minutes'
       and (p.purpose = 'sign-in' or exists (
         select from session s join session_rule r on r.kind = s.kind
          where s.municipality_id = session_municipality and s.token_hash = session_token
            and (s.municipality_id, s.kind, s.subject_id) = (p.municipality_id, p.kind, p.subject_id)
            and now() < least(s.seen_at + r.idle, s.started_at + r.absolute)))
    returning *),
  gone as (
    delete from sign_in_choice c where c.browser_hash = browser
       and not exists (select from taken t where t.purpose = 'signature'))
  select t.purpose, t.kind, t.municipality_id, t.subject_id, t.intent_id, t.nonce, t.code_verifier, t.return_to from taken t
$$;
grant execute on function pending_identification_take(bytea, bytea, uuid, bytea) to service;
