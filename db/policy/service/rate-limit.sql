-- Counts a try; false when the window is full. Old windows are swept on the way.
create function rate_take(in_bucket text, key bytea, most int, per interval)
returns boolean language sql security definer set search_path = public, pg_temp as $$
  select require_service();
  delete from rate_count where window_start < now() - interval '1 day';
  insert into rate_count values (in_bucket, key, date_bin(per, now(), 'epoch'), 1)
  on conflict (bucket, key_hash, window_start) do update set tries = rate_count.tries + 1
  returning tries <= most
$$;
grant execute on function rate_take(text, bytea, int, interval) to service;
