-- What was begun, has not been written on for the days its municipality says, and was never sent goes, with its files. That
-- somebody was writing is told to nobody, so the log says only that it was done.
create function service_purge_drafts() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare purged int;
begin
  perform require_service();
  with old as (
    select d.municipality_id, d.id
      from municipality m
     cross join lateral draft_limits(m.id, app_today()) l
      join message_draft d on d.municipality_id = m.id and d.saved_at < app_now() - make_interval(days => l.draft_days)
     limit 500 for update of d skip locked
  ), gone as (
    delete from message_draft d using old where d.municipality_id = old.municipality_id and d.id = old.id
    returning d.municipality_id
  ), logged as (
    insert into audit_event (municipality_id, at, actor_kind, action)
      select distinct g.municipality_id, app_now(), 'service', 'purgedDrafts' from gone g
  )
  select count(*) into purged from gone;
  return purged;
end $$;
grant execute on function service_purge_drafts() to service;
