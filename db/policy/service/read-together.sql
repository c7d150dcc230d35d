-- Whoever types a code that holds gets the reading on their device, once: the code is gone with it. No row for one that is
-- wrong, used or late, whose case the staff member has lost, or which the child may no longer open: they look the same.
create function service_open_together(code bytea, token bytea, on_device text, on_staff_device boolean)
returns table (municipality_id uuid, language text, text_size text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare r read_together;
begin
  perform require_service();
  select x.* into r
    from together_session s
    join read_together x on x.municipality_id = s.municipality_id and x.id = s.read_together_id and x.ended_at is null
   where s.code_hash = code and s.code_until > now()
     and is_open_to_staff(x.municipality_id, x.staff_id, x.case_id, app_today())
     and exists (select from case_of_child(x.municipality_id, x.case_id, app_today()))
     for update of s;
  if not found then return; end if;
  update together_session s set code_hash = null, code_until = null, network_hash = null, token_hash = token, opened_at = now(),
         is_staff_device = on_staff_device
   where s.municipality_id = r.municipality_id and s.read_together_id = r.id and s.code_hash = code;
  if not found then return; end if;
  update read_together x set begun_at = app_now() where x.municipality_id = r.municipality_id and x.id = r.id;
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, device)
    values (r.municipality_id, app_now(), 'staff', r.staff_id, 'beganTogether', r.case_id, on_device);
  return query select p.municipality_id, p.language, p.text_size
                 from case_file c join person p on p.municipality_id = c.municipality_id and p.id = c.child_id
                where c.municipality_id = r.municipality_id and c.id = r.case_id;
end $$;
grant execute on function service_open_together(bytea, bytea, text, boolean) to service;

-- Whether a code that holds was prepared from a network: who is there guesses within that network's own tries.
create function service_is_together_network(network bytea) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return exists (select from together_session s where s.network_hash = network and s.code_until > now());
end $$;
grant execute on function service_is_together_network(bytea) to service;

-- Ends what a device holds. Whether it is the staff member's own; null where it held nothing.
create function service_end_together(municipality uuid, token bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare s together_session;
begin
  perform require_service();
  select * into s from together_session x where x.municipality_id = municipality and x.token_hash = token;
  if not found then return null; end if;
  perform end_readings(municipality, array[s.read_together_id]);
  return s.is_staff_device;
end $$;
grant execute on function service_end_together(uuid, bytea) to service;
