-- When somebody is reminded: so many hours before their time is over, but not before half of it has passed. A receipt has the
-- municipality's hours before it is served otherwise. Null where nothing runs out. Not granted.
create function reminder_moment(r signature_request) returns timestamptz language sql stable set search_path = public, pg_temp as $$
  select greatest(t.until - make_interval(hours => m.reminder_hours), r.asked_at + (t.until - r.asked_at) / 2)
    from municipality m
   cross join lateral (select coalesce(r.answer_by, case when r.act = 'receipt' then r.asked_at + make_interval(hours => m.receipt_hours) end)
                                as until) t
   where m.id = r.municipality_id
$$;

-- Reminds everybody who has not answered, once each, however many workers ask: the notice itself says who was reminded.
create function service_remind_signers() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare r signature_request; reminded int := 0;
begin
  perform require_service();
  for r in select * from signature_request x
            where x.state = 'asked' and x.person_id is not null and reminder_moment(x) <= app_now()
              and not exists (select from notice n where n.municipality_id = x.municipality_id and n.request_id = x.id
                                 and n.kind = 'answerReminder')
              and not exists (select from request_to_judge j where j.municipality_id = x.municipality_id and j.request_id = x.id)
              and is_answerable(x.municipality_id, x, app_now())
            order by x.asked_at limit 500 for update skip locked loop
    insert into notice (municipality_id, person_id, kind, request_id, due_at)
      values (r.municipality_id, r.person_id, 'answerReminder', r.id, app_now())
    on conflict do nothing;
    continue when not found;
    insert into audit_event (municipality_id, at, actor_kind, action, case_id, document_id)
      select r.municipality_id, app_now(), 'service', 'remindedSigner', d.case_id, d.id
        from document_version v join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
       where v.municipality_id = r.municipality_id and v.id = r.document_version_id;
    reminded := reminded + 1;
  end loop;
  return reminded;
end $$;
grant execute on function service_remind_signers() to service;
