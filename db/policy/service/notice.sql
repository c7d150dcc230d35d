-- The outbox of notices is emptied by workers at intervals, however many there are. Everything here is asked at the moment of
-- sending: what was taken back, read, or is not wanted any more is not told of.

-- When a message may go: now, or when the quiet hours that it is are over, by the clock on the wall.
create function loud_moment(quiet_from time, quiet_until time, on_moment timestamptz) returns timestamptz
language sql immutable parallel safe return (
  select case
    when not (case when quiet_from <= quiet_until then w.at::time >= quiet_from and w.at::time < quiet_until
                   else w.at::time >= quiet_from or w.at::time < quiet_until end) then on_moment
    else (w.at::date + case when w.at::time < quiet_until then 0 else 1 end + quiet_until) at time zone 'Europe/Stockholm'
  end
  from (select on_moment at time zone 'Europe/Stockholm' as at) w);

-- Whether anything may be sent by a channel today. Not granted.
create function channel_is_usable(c notice_channel) returns boolean language sql stable set search_path = public, pg_temp as $$
  select c.channel <> 'digitalPost' or may_have_digital_post(c.municipality_id, c.person_id, app_today())
$$;

-- Which channels want to hear of what. Not granted.
create view wanting_channel with (security_barrier) as
select c.municipality_id, c.person_id, c.id, h.topic
  from notice_channel c
  join notice_choice h on h.municipality_id = c.municipality_id and h.channel_id = c.id
 where c.confirmed_at is not null and c.stopped_at is null and channel_is_usable(c);

-- Lays notices that are due into messages, one a channel: into one that waits already, if it cannot have been sent.
create function plan_delivery(n notice, to_channel uuid) returns void language plpgsql set search_path = public, pg_temp as $$
declare into_delivery uuid;
begin
  -- Another worker may be laying another of this person's notices.
  perform from notice_channel c where c.municipality_id = n.municipality_id and c.id = to_channel for no key update;
  select d.id into into_delivery from notice_delivery d
   where d.municipality_id = n.municipality_id and d.channel_id = to_channel and not d.is_code and d.state = 'waiting' and not d.may_be_sent
   limit 1 for update skip locked;
  if into_delivery is null then
    insert into notice_delivery (municipality_id, channel_id, made_at, try_at)
      values (n.municipality_id, to_channel, app_now(), app_now()) returning id into into_delivery;
  end if;
  insert into notice_delivery_part (municipality_id, notice_id, channel_id, delivery_id)
    values (n.municipality_id, n.id, to_channel, into_delivery) on conflict do nothing;
end $$;

-- Returns how many notices were looked at.
create function service_plan_notices() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare n notice; became text; looked_at int := 0;
begin
  perform require_service();
  for n in select x.* from notice x join municipality m on m.id = x.municipality_id
            where x.planned_at is null and x.due_at <= app_now()
              and loud_moment(m.quiet_from, m.quiet_until, app_now()) <= app_now()
            -- In one order, so that two workers never wait for each other.
            order by x.municipality_id, x.person_id, x.due_at limit 500 for update of x skip locked loop
    looked_at := looked_at + 1;
    became := case when not notice_is_readable(n, app_now()) then 'gone' when notice_is_seen(n) then 'seen' end;
    if became is null then
      perform plan_delivery(n, c.id) from (select w.id from wanting_channel w
        where w.municipality_id = n.municipality_id and w.person_id = n.person_id and w.topic = notice_topic_of(n.kind) order by w.id) c;
      became := case when found then 'planned' else 'noChannel' end;
    end if;
    update notice set planned_at = app_now(), outcome = became where municipality_id = n.municipality_id and id = n.id;
  end loop;
  return looked_at;
end $$;
grant execute on function service_plan_notices() to service;

-- Takes one message to send, for as long as sending may last; codes first, since somebody waits for them. No row when there is
-- nothing to send, or when so many were not to be sent now that the rest is left to the next time that is asked. sealed_number: the
-- person's own, for digital post alone.
create function service_claim_delivery(channels text[])
returns table (municipality_id uuid, delivery_id uuid, try int, channel text, channel_id uuid, sealed_address bytea, sealed_number bytea,
               sealed_code bytea, wording text, language text, municipality_name text, municipality_code text, organisation_number text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare d notice_delivery; c notice_channel; m municipality; loud timestamptz;
begin
  perform require_service();
  for looked_at in 1..200 loop
    select x.* into d from notice_delivery x
      join notice_channel y on y.municipality_id = x.municipality_id and y.id = x.channel_id and y.channel = any (channels)
     where x.state in ('waiting', 'sending') and x.try_at <= app_now()
     order by x.is_code desc, x.try_at limit 1 for update of x skip locked;
    if not found then return; end if;
    select * into strict c from notice_channel x where x.municipality_id = d.municipality_id and x.id = d.channel_id;
    select * into strict m from municipality x where x.id = d.municipality_id;
    if not d.is_code then perform drop_unwanted_parts(d); end if;
    loud := case when d.is_code then app_now() else loud_moment(m.quiet_from, m.quiet_until, app_now()) end;
    if not delivery_is_wanted(d, c) then
      update notice_delivery x set state = 'dropped', sealed_code = null where x.municipality_id = d.municipality_id and x.id = d.id;
    elsif d.state = 'sending' and d.may_be_sent then
      perform give_up_delivery(d, 'takenOver');
    elsif loud > app_now() then
      -- What may have been sent stays so: nothing more is laid into it.
      update notice_delivery x set state = 'waiting', try_at = loud, may_be_sent = x.may_be_sent or x.state = 'sending'
       where x.municipality_id = d.municipality_id and x.id = d.id;
    else
      update notice_delivery x set state = 'sending', tries = x.tries + 1, try_at = app_now() + interval '2 minutes',
             may_be_sent = x.may_be_sent or x.state = 'sending'
       where x.municipality_id = d.municipality_id and x.id = d.id;
      return query select d.municipality_id, d.id, d.tries + 1, c.channel, c.id, c.sealed_address,
                          case when c.channel = 'digitalPost' then p.id_number_encrypted end,
                          d.sealed_code, c.wording, p.language, m.name, m.code, m.organisation_number
                     from person p where p.municipality_id = c.municipality_id and p.id = c.person_id;
      return;
    end if;
  end loop;
end $$;
grant execute on function service_claim_delivery(text[]) to service;

-- Two tries broke off after the message may have been taken: a third could come a third time. An operator decides; of a code its
-- owner does, who can ask for another.
create function give_up_delivery(d notice_delivery, with_fault text) returns void language sql set search_path = public, pg_temp as $$
  update notice_delivery x set state = case when d.is_code then 'dropped' else 'failed' end, sealed_code = null, fault = with_fault
   where x.municipality_id = d.municipality_id and x.id = d.id
$$;

create function drop_unwanted_parts(d notice_delivery) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  -- One notice after the other, and of this message alone: what can be read is asked with a page's worth of work.
  with laid as materialized (
    select n from notice_delivery_part q join notice n on n.municipality_id = q.municipality_id and n.id = q.notice_id
     where q.municipality_id = d.municipality_id and q.delivery_id = d.id
  ), judged as materialized (
    select l.n, not notice_is_readable(l.n, app_now()) as is_gone from laid l
  ), gone as (
    select (j.n).id, j.is_gone from judged j
     where j.is_gone or notice_is_seen(j.n)
        or not exists (select from wanting_channel w where w.municipality_id = d.municipality_id and w.id = d.channel_id
                          and w.person_id = (j.n).person_id and w.topic = notice_topic_of((j.n).kind))
  ), taken as (
    delete from notice_delivery_part q using gone g
     where q.municipality_id = d.municipality_id and q.delivery_id = d.id and q.notice_id = g.id
  )
  update notice n set outcome = 'gone' from gone g
   where g.is_gone and n.municipality_id = d.municipality_id and n.id = g.id and n.sent_at is null;
end $$;

create function delivery_is_wanted(d notice_delivery, c notice_channel) returns boolean language sql stable set search_path = public, pg_temp as $$
  select case when d.is_code then c.code_hash is not null and c.code_until > app_now() and channel_is_usable(c)
              else exists (select from notice_delivery_part q where q.municipality_id = d.municipality_id and q.delivery_id = d.id) end
$$;

-- Only for the try that was claimed: whoever was taken for dead changes nothing.
create function service_delivery_sent(municipality uuid, delivery uuid, claimed_try int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  update notice_delivery set state = 'sent', sent_at = app_now(), sealed_code = null, fault = null
   where municipality_id = municipality and id = delivery and state = 'sending' and tries = claimed_try;
  if not found then return; end if;
  update notice n set sent_at = app_now() from notice_delivery_part q
   where q.municipality_id = municipality and q.delivery_id = delivery and n.municipality_id = q.municipality_id and n.id = q.notice_id
     and n.sent_at is null;
end $$;

-- Tried again after one minute, two, four, at most a quarter of an hour, for two days. Then it waits for an operator; a code ends.
-- maybe_sent: it broke off after the message may have been taken. That is tried once more and no oftener: no telephone is rung every
-- quarter of an hour because an answer does not reach us.
create function service_delivery_failed(municipality uuid, delivery uuid, claimed_try int, with_fault text, maybe_sent boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare twice notice_delivery;
begin
  perform require_service();
  select x.* into twice from notice_delivery x
   where maybe_sent and x.may_be_sent and x.municipality_id = municipality and x.id = delivery and x.state = 'sending' and x.tries = claimed_try
     for update;
  if found then
    perform give_up_delivery(twice, with_fault);
    return;
  end if;
  update notice_delivery d
     set state = case when d.is_code or d.made_at > app_now() - interval '2 days' then 'waiting' else 'failed' end,
         try_at = app_now() + least(interval '1 minute' * power(2, least(d.tries, 10) - 1), interval '15 minutes'),
         fault = with_fault, may_be_sent = d.may_be_sent or maybe_sent
   where d.municipality_id = municipality and d.id = delivery and d.state = 'sending' and d.tries = claimed_try;
end $$;

-- The address is no address, or not any more: nothing goes there until it is confirmed anew, and the person is told inside.
-- What was sent before it was confirmed last says nothing of it now.
create function stop_notice_channel(d notice_delivery, because text) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  update notice_channel c set stopped_at = app_now(), stopped_because = because, code_hash = null, code_until = null
   where c.municipality_id = d.municipality_id and c.id = d.channel_id and c.stopped_at is null
     and coalesce(c.confirmed_at, c.added_at) <= d.made_at;
  if not found then return; end if;
  update notice_delivery x set state = 'dropped', sealed_code = null
   where x.municipality_id = d.municipality_id and x.channel_id = d.channel_id and x.state in ('waiting', 'sending');
  insert into audit_event (municipality_id, at, actor_kind, action)
    values (d.municipality_id, app_now(), 'service', 'stoppedNoticeChannel');
end $$;

-- Whoever removes a channel takes its messages with it: who stops it begins there, too. Not granted.
create function hold_channel_of_delivery(municipality uuid, delivery uuid) returns void language sql set search_path = public, pg_temp as $$
  select from notice_channel c join notice_delivery x on x.municipality_id = c.municipality_id and x.channel_id = c.id
   where x.municipality_id = municipality and x.id = delivery for no key update of c
$$;

create function service_delivery_bounced(municipality uuid, delivery uuid, claimed_try int, because text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d notice_delivery;
begin
  perform require_service(), hold_channel_of_delivery(municipality, delivery);
  update notice_delivery x set state = 'bounced', sealed_code = null
   where x.municipality_id = municipality and x.id = delivery and x.state = 'sending' and x.tries = claimed_try returning * into d;
  if d.id is not null then perform stop_notice_channel(d, because); end if;
end $$;

-- What a gateway tells afterwards, as often as it likes: the first word of how it ended stands.
create function service_delivery_receipt(municipality uuid, delivery uuid, is_delivered boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d notice_delivery;
begin
  perform require_service(), hold_channel_of_delivery(municipality, delivery);
  -- A receipt of what was sent but not yet written down as sent, or was given up as perhaps sent, stands for both.
  update notice_delivery x set state = case when is_delivered then 'delivered' else 'bounced' end, sent_at = coalesce(x.sent_at, app_now()), sealed_code = null
   where x.municipality_id = municipality and x.id = delivery and x.state in ('sending', 'sent', 'waiting', 'failed') and x.tries > 0 returning * into d;
  if d.id is null then return; end if;
  update notice n set sent_at = app_now() from notice_delivery_part q
   where is_delivered and q.municipality_id = municipality and q.delivery_id = delivery
     and n.municipality_id = q.municipality_id and n.id = q.notice_id and n.sent_at is null;
  if not is_delivered then perform stop_notice_channel(d, 'bounced'); end if;
end $$;
grant execute on function service_delivery_sent(uuid, uuid, int), service_delivery_failed(uuid, uuid, int, text, boolean),
  service_delivery_bounced(uuid, uuid, int, text), service_delivery_receipt(uuid, uuid, boolean) to service;

-- For the operator: what was tried for two days, and what broke off twice when it may have been sent. No address and nobody's name.
create function service_failed_deliveries() returns table (municipality_id uuid, delivery_id uuid, made_at timestamptz, fault text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return query select d.municipality_id, d.id, d.made_at, d.fault from notice_delivery d where d.state = 'failed' order by d.made_at;
end $$;

create function service_retry_delivery(delivery uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  update notice_delivery set state = 'waiting', tries = 0, made_at = app_now(), try_at = app_now() where id = delivery and state = 'failed';
  return found;
end $$;
grant execute on function service_failed_deliveries(), service_retry_delivery(uuid) to service;

-- How often somebody asked for a code, and of which address, counts for a day and is kept no longer. Returns how many were forgotten.
create function service_forget_asked_codes() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare forgotten int;
begin
  perform require_service();
  delete from notice_code_asked where asked_at <= app_now() - interval '1 day';
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
grant execute on function service_forget_asked_codes() to service;
