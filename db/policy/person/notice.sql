-- Whether somebody may be told by digital post: their municipality sends any, and their details are not protected. To send it their
-- number is given to whoever knows their mailbox (docs/decisions/0038-digital-post.md). Not granted.
create function may_have_digital_post(municipality uuid, to_person uuid, on_day date) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from municipality m where m.id = municipality and m.organisation_number is not null)
     and not exists (select from person_protection x where x.municipality_id = municipality and x.person_id = to_person and x.valid @> on_day)
$$;

create function person_may_have_digital_post() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select may_have_digital_post(a.municipality_id, a.subject_id, a.today) from acting a where a.kind = 'person'), false)
$$;
grant execute on function person_may_have_digital_post() to person;

-- Where somebody wants to be told that there is something: their own to see, to set and to take away. A guardian has no way to a
-- child's, staff have none to anybody's, and what staff see with a person's eyes (staff_look_as) has none of it.
create view person_notice_channel with (security_barrier) as
select c.id as channel_id, c.channel, c.sealed_address, c.wording, c.added_at, c.confirmed_at, c.stopped_at,
       c.code_until > a.moment as is_code_waiting,
       array(select h.topic from notice_choice h join notice_topic t on t.topic = h.topic
              where h.municipality_id = c.municipality_id and h.channel_id = c.id order by t.position) as topics
  from acting a
  join notice_channel c on c.municipality_id = a.municipality_id and c.person_id = a.subject_id
 where a.kind = 'person' and not exists (select from preview)
   and (c.channel <> 'digitalPost' or (select person_may_have_digital_post()));
grant select on person_notice_channel to person;

-- When the municipality sends nothing but a code that is asked for, by the clock on the wall. No row where it has no such hours.
create view person_quiet_hours with (security_barrier) as
select m.quiet_from, m.quiet_until
  from acting a
  join municipality m on m.id = a.municipality_id
 where a.kind = 'person' and m.quiet_from <> m.quiet_until;
grant select on person_quiet_hours to person;

-- Not granted. A channel of the subject, and its log line.
create function own_notice_channel(which uuid) returns notice_channel language sql stable set search_path = public, pg_temp as $$
  select c from notice_channel c join person_notice_channel p on p.channel_id = c.id
   where c.municipality_id = app_municipality() and c.id = which
$$;
create function log_notice_channel(what text) returns void language sql set search_path = public, pg_temp as $$
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action)
    values (app_municipality(), app_now(), 'person', app_subject(), what)
$$;

create function choose_notice_topics(of_channel uuid, chosen text[]) returns void language sql set search_path = public, pg_temp as $$
  delete from notice_choice where municipality_id = app_municipality() and channel_id = of_channel and topic <> all (chosen);
  insert into notice_choice (municipality_id, channel_id, topic) select app_municipality(), of_channel, unnest(chosen) on conflict do nothing
$$;

-- Nobody's telephone is rung without end: five codes an hour and ten a day for whoever asks, however they write an address, and
-- five a day to one address, whoever asks. What was asked is forgotten after that day (service_forget_asked_codes).
create function may_ask_notice_code(to_hash bytea) returns boolean language plpgsql set search_path = public, pg_temp as $$
begin
  -- Two at once are counted one after the other.
  perform pg_advisory_xact_lock(hashtextextended(encode(to_hash, 'hex'), 0));
  perform from person where municipality_id = app_municipality() and id = app_subject() for no key update;
  if (select count(*) from notice_code_asked k where k.municipality_id = app_municipality() and k.person_id = app_subject()
         and k.asked_at > app_now() - interval '1 hour') >= 5
     or (select count(*) from notice_code_asked k where k.municipality_id = app_municipality() and k.person_id = app_subject()
            and k.asked_at > app_now() - interval '1 day') >= 10
     or (select count(*) from notice_code_asked k where k.municipality_id = app_municipality() and k.asked_at > app_now() - interval '1 day'
            and k.address_hash = to_hash) >= 5 then
    return false;
  end if;
  insert into notice_code_asked (municipality_id, person_id, address_hash, asked_at)
    values (app_municipality(), app_subject(), to_hash, app_now());
  return true;
end $$;

create function send_notice_code(to_channel uuid, hashed bytea, sealed bytea) returns void language sql set search_path = public, pg_temp as $$
  update notice_channel set code_hash = hashed, code_until = app_now() + interval '15 minutes', code_tries = 0
   where municipality_id = app_municipality() and id = to_channel;
  update notice_delivery set state = 'dropped', sealed_code = null
   where municipality_id = app_municipality() and channel_id = to_channel and is_code and state = 'waiting';
  insert into notice_delivery (municipality_id, channel_id, is_code, sealed_code, made_at, try_at)
    values (app_municipality(), to_channel, true, sealed, app_now(), app_now())
$$;

-- Adds an address and sends it a code, but to a device that has just asked for it here. 'there' for one that was added before
-- (a form sent twice), 'other' beside another address of the same channel, 'tooMany' when too many codes were asked for, 'full' when
-- there are ten. Null for a channel that is not offered to the subject.
create function person_add_notice_channel(new_id uuid, by_channel text, sealed bytea, hashed bytea, in_wording text, chosen text[],
  hashed_code bytea, sealed_code bytea) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if by_channel = 'digitalPost' and not may_have_digital_post(app_municipality(), app_subject(), app_today()) then return null; end if;
  perform from person where municipality_id = app_municipality() and id = app_subject() for no key update;
  if exists (select from notice_channel c where c.municipality_id = app_municipality() and c.person_id = app_subject() and c.address_hash = hashed) then
    return 'there';
  end if;
  if by_channel <> 'push' then
    if exists (select from notice_channel c where c.municipality_id = app_municipality() and c.person_id = app_subject() and c.channel = by_channel) then
      return 'other';
    end if;
    if not may_ask_notice_code(hashed) then return 'tooMany'; end if;
  elsif (select count(*) from notice_channel c where c.municipality_id = app_municipality() and c.person_id = app_subject()) >= 10 then
    return 'full';
  end if;
  insert into notice_channel (municipality_id, id, person_id, channel, sealed_address, address_hash, wording, added_at, said_safe_at, confirmed_at)
    values (app_municipality(), new_id, app_subject(), by_channel, sealed, hashed, in_wording, app_now(), app_now(),
            case when by_channel = 'push' then app_now() end);
  perform choose_notice_topics(new_id, chosen), log_notice_channel('addedNoticeChannel');
  if by_channel <> 'push' then perform send_notice_code(new_id, hashed_code, sealed_code); end if;
  return 'added';
end $$;

-- Sends another code, also to an address that was stopped. Null for a channel that is not the subject's.
create function person_ask_notice_code(to_channel uuid, hashed_code bytea, sealed_code bytea) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare c notice_channel := own_notice_channel(to_channel);
begin
  if c.id is null or c.channel = 'push' then return null; end if;
  if not may_ask_notice_code(c.address_hash) then return 'tooMany'; end if;
  perform send_notice_code(c.id, hashed_code, sealed_code);
  return 'asked';
end $$;

-- 'confirmed', 'wrong', or 'over' when the code's time or its five tries are.
create function person_confirm_notice_channel(which uuid, hashed_code bytea) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare c notice_channel;
begin
  update notice_channel x set code_tries = x.code_tries + 1
   where x.municipality_id = app_municipality() and x.id = (own_notice_channel(which)).id returning * into c;
  if c.id is null then return null; end if;
  if c.code_hash is null and c.confirmed_at is not null and c.stopped_at is null then return 'confirmed'; end if;
  if c.code_hash is null or c.code_until <= app_now() or c.code_tries > 5 then return 'over'; end if;
  if c.code_hash <> hashed_code then return 'wrong'; end if;
  update notice_channel set confirmed_at = app_now(), code_hash = null, code_until = null, stopped_at = null, stopped_because = null
   where municipality_id = c.municipality_id and id = c.id;
  perform log_notice_channel('confirmedNoticeChannel');
  return 'confirmed';
end $$;

-- False for a channel that is not the subject's.
create function person_change_notice_channel(which uuid, in_wording text, chosen text[]) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare c notice_channel := own_notice_channel(which);
begin
  if c.id is null then return false; end if;
  update notice_channel set wording = in_wording where municipality_id = c.municipality_id and id = c.id;
  perform choose_notice_topics(c.id, chosen), log_notice_channel('changedNoticeChannel');
  return true;
end $$;

create function person_remove_notice_channel(which uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare c notice_channel := own_notice_channel(which);
begin
  if c.id is null then return false; end if;
  delete from notice_channel where municipality_id = c.municipality_id and id = c.id;
  perform log_notice_channel('removedNoticeChannel');
  return true;
end $$;
grant execute on function person_add_notice_channel(uuid, text, bytea, bytea, text, text[], bytea, bytea),
  person_ask_notice_code(uuid, bytea, bytea), person_confirm_notice_channel(uuid, bytea),
  person_change_notice_channel(uuid, text, text[]), person_remove_notice_channel(uuid) to person;
