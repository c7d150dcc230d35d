-- Answering never runs as a person: role respondent has exactly these functions, and each asks for the code once more.
grant usage on schema public to respondent;
grant execute on function app_today(), signed_context() to respondent;

-- Which instrument a code opens, and whether it can still be answered. Opens nothing and returns no row for a code
-- that there is not.
create function respondent_open_transaction(of_code bytea, at_time timestamptz)
returns table (round_id uuid, instrument text, instrument_version int, is_used boolean, is_open boolean, municipality_name text,
               municipality_phone text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare t survey.ticket;
begin
  perform require_opening();
  select * into t from survey.ticket x where x.code_hash = of_code;
  if not found then return; end if;
  perform open_context('respondent', t.municipality_id, null, at_time, stockholm_day(at_time), null);
  return query
    select t.round_id, t.instrument, t.instrument_version, t.is_used,
           stockholm_day(at_time) between r.opens_on and r.closes_on, m.name, m.phone
      from survey_round r join municipality m on m.id = r.municipality_id
     where r.municipality_id = t.municipality_id and r.id = t.round_id;
end $$;
grant execute on function respondent_open_transaction(bytea, timestamptz) to service;

-- The ticket that can be answered now, held until the transaction ends: two tabs wait for each other. Not granted.
create function respondent_ticket(of_code bytea) returns survey.ticket
language plpgsql set search_path = public, pg_temp as $$
declare t survey.ticket;
begin
  select x.* into t
    from acting a
    join survey.ticket x on x.municipality_id = a.municipality_id and x.code_hash = of_code and not x.is_used
    join survey_round r on r.municipality_id = x.municipality_id and r.id = x.round_id and a.today between r.opens_on and r.closes_on
   where a.kind = 'respondent'
     for update of x;
  return t;
end $$;

create function respondent_read_draft(of_code bytea) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare t survey.ticket := respondent_ticket(of_code);
begin
  return (select d.sealed from survey.draft d where d.municipality_id = t.municipality_id and d.code_hash = t.code_hash);
end $$;
grant execute on function respondent_read_draft(bytea) to respondent;

-- False when it can no longer be answered.
create function respondent_keep_draft(of_code bytea, sealed_answers bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare t survey.ticket := respondent_ticket(of_code);
begin
  if t.code_hash is null then return false; end if;
  insert into survey.draft values (t.municipality_id, t.code_hash, sealed_answers)
  on conflict (municipality_id, code_hash) do update set sealed = excluded.sealed;
  return true;
end $$;
grant execute on function respondent_keep_draft(bytea, bytea) to respondent;

-- Burns the code and keeps what was sent until it is mixed. False when it can no longer be answered.
create function respondent_send(of_code bytea, sealed_answers bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare t survey.ticket := respondent_ticket(of_code);
begin
  if t.code_hash is null then return false; end if;
  update survey.ticket x set is_used = true where x.municipality_id = t.municipality_id and x.code_hash = t.code_hash;
  delete from survey.draft d where d.municipality_id = t.municipality_id and d.code_hash = t.code_hash;
  insert into survey.envelope (municipality_id, round_id, instrument, instrument_version, sealed)
    values (t.municipality_id, t.round_id, t.instrument, t.instrument_version, sealed_answers);
  return true;
end $$;
grant execute on function respondent_send(bytea, bytea) to respondent;
