-- What every role stands on. Every table has row-level security on: one without a policy shows staff nothing.
revoke all on schema public from public;
grant usage on schema public to person, staff, service;
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;

-- Nobody calls a function that was not granted by name.
alter default privileges revoke execute on functions from public;

-- Legal days are Swedish days, wherever the server stands.
create function stockholm_day(at_time timestamptz) returns date language sql immutable parallel safe as
  $$ select (at_time at time zone 'Europe/Stockholm')::date $$;

-- Nobody makes tables of their own: a temporary one could stand in for one of ours.
do $$ begin
  execute format('revoke temporary on database %I from public', current_database());
end $$;

-- The signature of what a transaction was opened with: it holds for one connection and one transaction. The secret
-- stands on both sides, so that nothing can be appended to what was signed.
create function context_seal(secret text, context text) returns text language sql stable parallel restricted as $$
  select encode(sha256(convert_to(
           secret || pg_backend_pid()::text || transaction_timestamp()::text || context || secret, 'UTF8')), 'hex')
$$;

-- For whom the transaction acts, and when, as "kind|municipality|subject|moment|day|previous visit". It stands in a setting beside its
-- signature. A role can overwrite a setting but not sign it: then this is null, and so is all that stands on it. It is null too for
-- another role than the transaction was opened for.
-- Every row policy and view of a statement asks: as a function it costs each of them one call, where a view would be a plan of its
-- own, made ready whether it is asked or not.
create function signed_context() returns text
language plpgsql stable security definer parallel restricted set search_path = public, pg_temp as $$
declare
  context text := current_setting('app.context', true);
  signing text;
begin
  if starts_with(context, current_setting('role') || '|') is not true then return null; end if;
  select s.secret into signing from context_secret s;
  if (current_setting('app.seal', true) = context_seal(signing, context)) is not true then return null; end if;
  return context;
end $$;

-- The same in its parts: null by null where the transaction was opened for nobody.
create function opened_context(out kind text, out municipality_id uuid, out subject_id uuid, out moment timestamptz, out today date,
  out previous_visit_at timestamptz)
language plpgsql stable parallel restricted as $$
declare context text := signed_context();
begin
  if context is null then return; end if;
  kind := split_part(context, '|', 1);
  municipality_id := nullif(split_part(context, '|', 2), '')::uuid;
  subject_id := nullif(split_part(context, '|', 3), '')::uuid;
  moment := split_part(context, '|', 4)::timestamptz;
  today := split_part(context, '|', 5)::date;
  previous_visit_at := nullif(split_part(context, '|', 6), '')::timestamptz;
end $$;

-- What is signed for the cases that were open when the transaction was: it begins like no context, is bound to the role and to the
-- context by its seal, and the seal's length keeps the one from running into the other.
create function cases_to_sign(for_role text, seal text, cases text) returns text language sql immutable parallel safe as $$
  select case when length(seal) = 64 then 'cases|' || for_role || '|' || seal || cases end
$$;

-- Which cases are open in the transaction, to a role of those named: what each of a page's views would work out again. For a person
-- and a child's device as openable_cases told them when it was opened, for staff as an array, found by the first who asks.
create function opened_cases(for_roles text[]) returns text
language plpgsql stable security definer parallel restricted set search_path = public, pg_temp as $$
declare
  acts_as text := current_setting('role');
  cases text := current_setting('app.open_cases', true);
  signed text := cases_to_sign(acts_as, current_setting('app.seal', true), cases);
  signing text;
begin
  if not acts_as = any (for_roles) then return null; end if;
  select s.secret into signing from context_secret s;
  if (current_setting('app.open_cases_seal', true) = context_seal(signing, signed)) is not true then return null; end if;
  return cases;
end $$;

-- The context as a row, for what joins with it; none where nothing was opened.
create view acting with (security_barrier) as
select c.kind, c.municipality_id, c.subject_id, c.moment, c.today, c.previous_visit_at from opened_context() c where c.kind is not null;
-- Row policies are asked as the role itself; a person's views and every function look as the owner.
grant select on acting to staff;

-- Opens the transaction for somebody. Called by the functions that have found out who it is; not granted. Written as assignments, as
-- a statement costs more than what it sets.
create function open_context(for_kind text, municipality uuid, subject uuid, at_time timestamptz, on_day date, open_cases text,
  previous_visit timestamptz default null) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  signing text := (select secret from context_secret);
  context text := set_config('app.context', concat_ws('|', for_kind, coalesce(municipality::text, ''), coalesce(subject::text, ''), at_time,
                                                      on_day, coalesce(previous_visit::text, '')), true);
  seal text := set_config('app.seal', context_seal(signing, context), true);
  cases text := set_config('app.open_cases', coalesce(open_cases, ''), true);
  cases_seal text := set_config('app.open_cases_seal', coalesce(context_seal(signing, cases_to_sign(for_kind, seal, open_cases)), ''), true);
begin
end $$;

-- Keeps for the transaction which cases are open in it. Called where opened_context has just told for whom; not granted.
create function keep_open_cases(for_role text, open_cases text) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  signing text := (select secret from context_secret);
  cases text := set_config('app.open_cases', open_cases, true);
  cases_seal text := set_config('app.open_cases_seal', context_seal(signing, cases_to_sign(for_role, current_setting('app.seal'), cases)), true);
begin
end $$;

-- Only the message that begins a transaction may open it: what comes later in it is a statement of somebody's.
create function require_opening() returns void language plpgsql as $$
begin
  if statement_timestamp() <> transaction_timestamp() then
    raise exception 'a transaction is opened when it begins' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Every function of role service asks first: in a person's or staff's transaction it does nothing, whatever the role.
create function require_service() returns void language plpgsql stable set search_path = public, pg_temp as $$
begin
  if not exists (select from acting where kind = 'service') then
    raise exception 'this is not a transaction of the service' using errcode = 'insufficient_privilege';
  end if;
end $$;

create function service_open_transaction(at_time timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_opening();
  perform open_context('service', null, null, at_time, stockholm_day(at_time), null);
end $$;
grant execute on function service_open_transaction(timestamptz) to service;

-- The same one by one. Null where nothing is opened, and null matches no row: closed by default. Their bodies are parsed when they
-- are made: put into a statement in their place, they mean the same whatever that has set.
create function app_municipality() returns uuid language sql stable return nullif(split_part(signed_context(), '|', 2), '')::uuid;
create function app_subject() returns uuid language sql stable return nullif(split_part(signed_context(), '|', 3), '')::uuid;
create function app_now() returns timestamptz language sql stable return split_part(signed_context(), '|', 4)::timestamptz;
create function app_today() returns date language sql stable return split_part(signed_context(), '|', 5)::date;
grant execute on function signed_context(), opened_context(), opened_cases(text[]), app_municipality(), app_subject(), app_now(),
  app_today() to person, staff, service;

-- The ages in force on the day of the transaction. A rule that is not in force gives null, which opens nothing.
create view legal_age_today as select key, years from legal_age where valid @> (select app_today());

-- Whole years lived on a day. 29 February is reached on 1 March in other years: age() would say 28 February.
create function age_on(birth date, on_day date) returns int language sql immutable parallel safe as $$
  select extract(year from on_day)::int - extract(year from birth)::int
       - case when (extract(month from on_day), extract(day from on_day))
                 < (extract(month from birth), extract(day from birth)) then 1 else 0 end
$$;
grant execute on function age_on(date, date) to person, staff, service;

-- The same where the day of birth may not be known: the fewest and the most years there can be. A rule takes the one that
-- keeps it closed while it cannot be told which side of its edge somebody is on.
create function least_age_on(born daterange, on_day date) returns int language sql immutable parallel safe as
  $$ select age_on(upper(born) - 1, on_day) $$;
create function most_age_on(born daterange, on_day date) returns int language sql immutable parallel safe as
  $$ select age_on(lower(born), on_day) $$;
-- Whether somebody born then signs in themselves; whoever is younger reads with an adult.
create function is_of_sign_in_age(m municipality, born daterange, on_day date) returns boolean language sql immutable parallel safe as
  $$ select least_age_on(born, on_day) >= m.own_sign_in_age $$;
-- Null while it cannot be told.
create function known_age_on(born daterange, on_day date) returns int language sql immutable parallel safe as $$
  select case when least_age_on(born, on_day) = most_age_on(born, on_day) then least_age_on(born, on_day) end
$$;
grant execute on function least_age_on(daterange, date), most_age_on(daterange, date), known_age_on(daterange, date),
  is_of_sign_in_age(municipality, daterange, date) to staff;
