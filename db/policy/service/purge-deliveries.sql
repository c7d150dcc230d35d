-- Messages that are over are purged when their time is over: channel, tries and faults. That somebody was told, and when, stands with
-- the notice (sent_at); what waits, is being sent or has failed is work that is left to do, and stays.
create function service_purge_deliveries() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare purged int;
begin
  perform require_service();
  delete from notice_delivery d using (
    select x.municipality_id, x.id from notice_delivery x join municipality m on m.id = x.municipality_id
     where x.state in ('sent', 'delivered', 'bounced', 'dropped') and x.made_at < app_now() - make_interval(days => m.delivery_days)
     order by x.made_at limit 500 for update of x skip locked) old
   where d.municipality_id = old.municipality_id and d.id = old.id;
  get diagnostics purged = row_count;
  return purged;
end $$;
grant execute on function service_purge_deliveries() to service;
