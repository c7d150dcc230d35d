-- What somebody told of themself goes, picture and all, when they have left.
create function service_erase_introductions() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare erased int;
begin
  perform require_service();
  with gone as (
    delete from staff_introduction i using staff_member s
     where s.municipality_id = i.municipality_id and s.id = i.staff_id and upper(s.employed) <= app_today()
    returning i.municipality_id, i.staff_id
  ), logged as (
    insert into audit_event (municipality_id, at, actor_kind, action, staff_id)
      select g.municipality_id, app_now(), 'service', 'erasedIntroduction', g.staff_id from gone g
  )
  select count(*) into erased from gone;
  return erased;
end $$;
grant execute on function service_erase_introductions() to service;
