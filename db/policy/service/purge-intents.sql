-- Tries to sign that nothing came back from are purged when their time is over. That somebody tried stays in the log.
create function service_purge_intents() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare purged int;
begin
  perform require_service();
  with old as (
    select i.municipality_id, i.id, i.request_id
      from signature_intent i
      join municipality m on m.id = i.municipality_id
     where i.begun_at < app_now() - make_interval(days => m.intent_days)
       and not exists (select from signature_answer a where a.municipality_id = i.municipality_id and a.intent_id = i.id)
     order by i.begun_at limit 500 for update of i skip locked
  ), gone as (
    delete from signature_intent i using old where i.municipality_id = old.municipality_id and i.id = old.id
    returning i.municipality_id, i.request_id
  )
  insert into audit_event (municipality_id, at, actor_kind, action, case_id, document_id)
    select g.municipality_id, app_now(), 'service', 'purgedIntent', d.case_id, d.id
      from gone g
      join signature_request r on r.municipality_id = g.municipality_id and r.id = g.request_id
      join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id;
  get diagnostics purged = row_count;
  return purged;
end $$;
grant execute on function service_purge_intents() to service;
