-- What was read together is for those who work with the case, and for the child (db/policy/person/read-together.sql).
grant select on read_together to staff;
create policy staff_reads on read_together for select to staff
  using (municipality_id = (select app_municipality()) and case_id = any ((select staff_case_ids())::uuid[]));
grant select on read_together_item to staff;
create policy staff_reads on read_together_item for select to staff
  using (municipality_id = (select app_municipality())
         and exists (select from read_together r where r.municipality_id = read_together_item.municipality_id
                        and r.id = read_together_item.read_together_id));

-- Keeps what is to be read with the child of an open case, in order, and a code for it. The list names things of the case;
-- whether the child may read them is asked when it does. from_network: a keyed hash of where the staff member sits. Null: not such a case, nothing chosen, or somebody has the code.
-- Sent again, until somebody has typed the code, the list and the company are as they were sent last, and the code, made of the same
-- key, holds for ten minutes more.
create function staff_prepare_together(of_case uuid, with_child uuid, chosen jsonb, at_level text, with_company text,
                                       named text, key uuid, code bytea, from_network bytea) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare a acting; made uuid;
begin
  select * into a from acting where kind = 'staff';
  if not exists (select from staff_open_case o cross join lateral case_of_child(a.municipality_id, o.case_id, a.today) c
                  where o.case_id = of_case and c.child_id = with_child) then return null; end if;
  delete from read_together r where r.municipality_id = a.municipality_id and r.staff_id = a.subject_id and r.begun_at is null
     and r.prepared_at < a.moment - interval '1 day';
  delete from together_session where code_until < now() or opened_at < now() - interval '1 day';
  if exists (select from together_session s left join read_together r on r.municipality_id = s.municipality_id and r.id = s.read_together_id
                 and r.municipality_id = a.municipality_id and r.staff_id = a.subject_id and r.form_key = key
              where s.code_hash = code and r.id is null) then return null; end if;
  insert into read_together (municipality_id, case_id, staff_id, level, company, company_name, form_key, prepared_at)
    values (a.municipality_id, of_case, a.subject_id, at_level, with_company, named, key, a.moment)
  on conflict (municipality_id, staff_id, form_key) do nothing returning id into made;
  if made is not null then
    perform audit_staff('preparedTogether', of_case);
  else
    -- Held in the order of whoever types the code: the device, then the list.
    perform from read_together r
      join together_session s on s.municipality_id = r.municipality_id and s.read_together_id = r.id
     where r.municipality_id = a.municipality_id and r.staff_id = a.subject_id and r.form_key = key for update of s;
    update read_together r set level = at_level, company = with_company, company_name = named, prepared_at = a.moment
     where r.municipality_id = a.municipality_id and r.staff_id = a.subject_id and r.form_key = key
       and r.case_id = of_case and r.begun_at is null and r.ended_at is null
    returning r.id into made;
    if not found then return null; end if;
    delete from read_together_item i where i.municipality_id = a.municipality_id and i.read_together_id = made;
  end if;
  insert into read_together_item (municipality_id, read_together_id, position, kind, note_id, document_id)
    select a.municipality_id, made, row_number() over (order by i.n), i.value ->> 'kind', n.id, d.id
      from jsonb_array_elements(chosen) with ordinality i (value, n)
      left join note n on i.value ->> 'kind' = 'note' and n.municipality_id = a.municipality_id
                      and n.id = (i.value ->> 'id')::uuid and n.case_id = of_case
      left join document d on i.value ->> 'kind' = 'document' and d.municipality_id = a.municipality_id
                          and d.id = (i.value ->> 'id')::uuid and d.case_id = of_case
     where i.value ->> 'kind' in ('plan', 'dates') or n.id is not null or d.id is not null;
  if not found then
    raise exception 'nothing to read' using errcode = 'check_violation';
  end if;
  insert into together_session as s (municipality_id, read_together_id, code_hash, code_until, network_hash)
    values (a.municipality_id, made, code, now() + interval '10 minutes', from_network)
  on conflict (municipality_id, read_together_id) do update
    set code_hash = excluded.code_hash, code_until = excluded.code_until, network_hash = excluded.network_hash
   where s.token_hash is null;
  return made;
end $$;
grant execute on function staff_prepare_together(uuid, uuid, jsonb, text, text, text, uuid, bytea, bytea) to staff;

-- Ends a reading of a case that is open to the staff member, whoever began it. False where there is none.
create function staff_end_together(reading uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from read_together r join staff_open_case o on o.municipality_id = r.municipality_id and o.case_id = r.case_id
                  where r.id = reading) then return false; end if;
  perform end_readings(app_municipality(), array[reading], app_subject());
  return true;
end $$;
grant execute on function staff_end_together(uuid) to staff;

-- What a child wondered has been talked about. False where nothing waits.
create function staff_settle_wondering(reading uuid, at_position int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare of_case uuid;
begin
  select r.case_id into of_case
    from read_together r join staff_open_case o on o.municipality_id = r.municipality_id and o.case_id = r.case_id
   where r.municipality_id = app_municipality() and r.id = reading;
  update read_together_item i set settled_at = app_now(), settled_by = app_subject()
   where of_case is not null and i.municipality_id = app_municipality() and i.read_together_id = reading
     and i.position = at_position and i.mark = 'wondering' and i.settled_at is null;
  if not found then return false; end if;
  perform audit_staff('settledWondering', of_case);
  return true;
end $$;
grant execute on function staff_settle_wondering(uuid, int) to staff;
