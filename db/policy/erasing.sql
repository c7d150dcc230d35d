-- What can never change goes in one way alone: when its time is over (service/retention.sql). While it erases, that function has a
-- setting that only the owner's functions can sign, as a context is signed; what is signed here begins like no context. Not granted.
create function is_erasing() returns boolean language sql stable set search_path = public, pg_temp as $$
  select current_setting('app.erasing', true) = context_seal(secret, 'erasing') from context_secret
$$;

create function set_erasing(on_now boolean) returns void language sql set search_path = public, pg_temp as $$
  select set_config('app.erasing', case when on_now then context_seal(secret, 'erasing') else '' end, true) from context_secret
$$;
