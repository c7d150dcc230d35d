-- Erasing by rule: what each case is judged by is written down, and what is due is erased whole, case by case, with a proof.

-- Those that have said what the law leaves to them; whether any case was judged yet.
create function service_retention_municipalities() returns table (municipality_id uuid, at_night boolean, is_judged boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return query select s.municipality_id, s.at_night, exists (select from retention_decision d where d.municipality_id = s.municipality_id) from retention_setting s where s.valid @> app_today() order by s.municipality_id;
end $$;

-- Judges the next cases in the order of their ids. Gives the last of them; null when there are no more.
create function service_settle_retention(municipality uuid, after uuid, at_most int) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare next_cases uuid[];
begin
  perform require_service();
  next_cases := array(select id from case_file where municipality_id = municipality and (after is null or id > after) order by id limit at_most);
  insert into retention_decision as known (municipality_id, case_id, ground, rule, earliest_on, why, computed_at)
    select municipality, d.case_id, d.ground, d.rule, d.earliest_on, d.why, app_now() from retention_of(municipality, next_cases) d
  on conflict (municipality_id, case_id) do update
    set ground = excluded.ground, rule = excluded.rule, earliest_on = excluded.earliest_on, why = excluded.why, computed_at = excluded.computed_at
    where (known.ground, known.rule, known.earliest_on, known.why)
          is distinct from (excluded.ground, excluded.rule, excluded.earliest_on, excluded.why);
  return next_cases[cardinality(next_cases)];
end $$;

-- The next cases that may go today. Late: the calendar year after is over too (SoL 16 kap. 1 §).
create function service_due_cases(municipality uuid, after uuid, at_most int)
returns table (case_id uuid, rule text, earliest_on date, is_late boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return query
    select d.case_id, d.rule, d.earliest_on, app_today() > make_date(extract(year from d.earliest_on)::int + 1, 12, 31)
      from retention_decision d
     where d.municipality_id = municipality and d.earliest_on <= app_today() and (after is null or d.case_id > after)
     order by d.case_id limit at_most;
end $$;

-- Tables from those that nothing refers to upwards: what refers to a row goes before it.
create view retention_order with (security_barrier) as
with recursive deep (table_name, depth) as (
  select distinct table_name, 0 from retention_reach
  union
  select k.confrelid::regclass::text, d.depth + 1
    from deep d
    join pg_constraint k on k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid = d.table_name::regclass
                        and k.confrelid <> k.conrelid
   where k.confrelid::regclass::text in (select table_name from retention_reach)
)
-- The log last: what goes must not be written in it anew.
select table_name, max(depth) + case table_name when 'audit_event' then 1000 else 0 end as depth from deep group by table_name;

-- Rows of one table that go with others that are known to go (pg_temp.erasing). Only those that others hang on by id are noted.
create function note_erasing(municipality uuid) returns void language plpgsql set search_path = public, pg_temp as $$
declare r record;
begin
  for r in select h.table_name, h.column_name, h.parent from retention_reach h join retention_order o using (table_name)
            where exists (select from pg_attribute a where a.attrelid = h.table_name::regclass and a.attname = 'id')
              and h.table_name not in ('audit_event', 'person')
            order by o.depth desc
  loop
    execute format('insert into pg_temp.erasing select %L, t.id, e.case_id from %I t join pg_temp.erasing e on e.table_name = %L and e.id = t.%I
                     where t.municipality_id = $1 on conflict do nothing', r.table_name, r.table_name, r.parent, r.column_name) using municipality;
  end loop;
end $$;

-- Everybody whom those rows name, and who has nothing left elsewhere once they are gone. Who was merged into another goes when
-- that one goes.
create function note_erasing_people(municipality uuid) returns void language plpgsql set search_path = public, pg_temp as $$
declare r record;
begin
  for r in select k.conrelid::regclass::text as table_name, a.attname as column_name
             from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
            where k.contype = 'f' and k.confrelid = 'person'::regclass
              and exists (select from pg_attribute i where i.attrelid = k.conrelid and i.attname = 'id')
              and (k.conrelid = 'case_file'::regclass or k.conrelid::regclass::text in (select table_name from retention_reach where parent <> 'person'))
  loop
    execute format('insert into pg_temp.erasing_person select distinct on (t.%I) t.%I, e.case_id from %I t join pg_temp.erasing e on e.table_name = %L and e.id = t.id
                     where t.municipality_id = $1 and t.%I is not null order by t.%I, e.case_id on conflict do nothing',
                   r.column_name, r.column_name, r.table_name, r.table_name, r.column_name, r.column_name) using municipality;
  end loop;
  insert into pg_temp.erasing_person
    select p.merged_into, e.case_id from pg_temp.erasing_person e join person p on p.municipality_id = municipality and p.id = e.id
     where p.merged_into is not null on conflict do nothing;
  insert into pg_temp.erasing_person
    select p.id, e.case_id from pg_temp.erasing_person e join person p on p.municipality_id = municipality and p.merged_into = e.id
     on conflict do nothing;
end $$;

create function keep_named_people(municipality uuid) returns void language plpgsql set search_path = public, pg_temp as $$
declare r record;
begin
  for r in select k.conrelid::regclass::text as table_name, a.attname as column_name
             from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
            where k.contype = 'f' and k.confrelid = 'person'::regclass
              and k.conrelid::regclass::text not in (select table_name from retention_reach where parent = 'person')
  loop
    execute format('update pg_temp.erasing_person e set is_held = true
                     where not e.is_held and exists (select from %I t where t.municipality_id = $1 and t.%I = e.id)', r.table_name, r.column_name)
      using municipality;
  end loop;
  -- A block outlives the relation: whoever may not see a child that stays is known by it.
  update pg_temp.erasing_person e set is_held = true
   where exists (select from case_party_block b
                  where b.municipality_id = municipality and b.person_id = e.id
                    and not exists (select from pg_temp.erasing_person c where c.id = b.child_id and not c.is_held));
  delete from pg_temp.erasing_person e using pg_temp.erasing_person held, person p, person h
   where held.is_held and h.municipality_id = municipality and h.id = held.id and p.municipality_id = municipality and p.id = e.id
     and coalesce(p.merged_into, p.id) = coalesce(h.merged_into, h.id);
  insert into pg_temp.erasing select 'person', id, case_id from pg_temp.erasing_person on conflict do nothing;
end $$;

-- Deletes what hangs on the rows that are noted, those of a person's own or those of the cases, and counts it by case.
create function erase_noted(municipality uuid, of_people boolean) returns void language plpgsql set search_path = public, pg_temp as $$
declare r record;
begin
  for r in select h.table_name, h.column_name, h.parent from retention_reach h join retention_order o using (table_name)
            where h.table_name <> 'person' and (of_people or h.parent <> 'person') order by o.depth, h.table_name
  loop
    execute format('with gone as (delete from %I t using pg_temp.erasing e where t.municipality_id = $1 and e.table_name = %L and e.id = t.%I returning e.case_id)
                    insert into pg_temp.erased select case_id, %L, count(*) from gone group by case_id',
                   r.table_name, r.parent, r.column_name, r.table_name) using municipality;
  end loop;
  if of_people then
    with gone as (delete from person t using pg_temp.erasing e where t.municipality_id = municipality and e.table_name = 'person' and e.id = t.id returning e.case_id)
    insert into pg_temp.erased select case_id, 'person', count(*) from gone group by case_id;
  else
    with gone as (delete from case_file t using pg_temp.erasing e where t.municipality_id = municipality and e.table_name = 'case_file' and e.id = t.id returning e.case_id)
    insert into pg_temp.erased select case_id, 'case_file', count(*) from gone group by case_id;
  end if;
end $$;

-- Jobs that name anything of what is gone, whatever they call it.
create function erase_jobs() returns void language plpgsql set search_path = public, pg_temp as $$
begin
  with gone as (
    delete from pgboss.job j using (select j.id, j.name, min(e.case_id::text)::uuid as case_id
                                      from pgboss.job j cross join jsonb_each_text(case jsonb_typeof(j.data) when 'object' then j.data else '{}' end) d
                                      join pg_temp.erasing e on e.id::text = d.value group by j.id, j.name) n
     where j.id = n.id and j.name = n.name returning n.case_id)
  insert into pg_temp.erased select case_id, 'job', count(*) from gone group by case_id;
end $$;

-- That nothing is left by which any of it could be found.
create function require_nothing_left(municipality uuid) returns void language plpgsql set search_path = public, pg_temp as $$
declare r record; is_left boolean;
begin
  for r in select table_name, column_name, parent from retention_reach
           union all select 'case_file', 'id', 'case_file' union all select 'person', 'id', 'person'
  loop
    execute format('select exists (select from %I t join pg_temp.erasing e on e.table_name = %L and e.id = t.%I where t.municipality_id = $1)',
                   r.table_name, r.parent, r.column_name) into is_left using municipality;
    if is_left then
      raise exception '% is not erased by %', r.table_name, r.column_name using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
end $$;

-- Erases those of the cases that may go today, as they stand now, whatever was judged before; all of it or nothing. Gives what went.
create function service_erase_cases(municipality uuid, cases uuid[])
returns table (case_id uuid, rule text, earliest_on date, is_late boolean, counts jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  unreached text := (select string_agg(table_name, ', ') from retention_unreached);
  held uuid[];
begin
  perform require_service();
  if unreached is not null then
    raise exception '% does not say how it is erased', unreached using errcode = 'integrity_constraint_violation';
  end if;
  create temp table if not exists erasing (table_name text, id uuid, case_id uuid, primary key (table_name, id)) on commit drop;
  create temp table if not exists erasing_person (id uuid primary key, case_id uuid, is_held boolean not null default false) on commit drop;
  create temp table if not exists erased (case_id uuid, table_name text, rows bigint) on commit drop;
  truncate pg_temp.erasing, pg_temp.erasing_person, pg_temp.erased;

  -- Whoever writes in one of them from now on waits, and finds it gone; one that is being written in is left for the next time.
  held := array(select id from case_file where municipality_id = municipality and id = any (cases) order by id for update skip locked);
  create temp table if not exists going (case_id uuid primary key, rule text, source text, earliest_on date) on commit drop;
  truncate pg_temp.going;
  insert into pg_temp.going
    select d.case_id, d.rule, d.source, d.earliest_on from retention_of(municipality, held) d where d.earliest_on <= app_today();
  insert into pg_temp.erasing select 'case_file', g.case_id, g.case_id from pg_temp.going g;

  perform note_erasing(municipality), note_erasing_people(municipality);
  perform set_erasing(true);
  perform erase_noted(municipality, false);
  perform keep_named_people(municipality);
  perform note_erasing(municipality);
  perform erase_noted(municipality, true);
  perform erase_jobs();
  perform set_erasing(false);
  perform require_nothing_left(municipality);

  return query
    with proof as (
      insert into retention_proof (municipality_id, id, rule, source, earliest_on, erased_at, in_backups_until, counts, hash)
        select municipality, p.id, g.rule, g.source, g.earliest_on, app_now(),
               (select app_today() + s.backup_days from retention_setting s where s.municipality_id = municipality and s.valid @> app_today()),
               (select jsonb_object_agg(c.table_name, c.rows) from (
                  select e.table_name, sum(e.rows) as rows from pg_temp.erased e where e.case_id = g.case_id group by e.table_name) c),
               retention_proof_hash(municipality, g.case_id, p.id)
          from pg_temp.going g cross join lateral (select gen_random_uuid() as id, g.case_id) p
      returning retention_proof.hash, retention_proof.id, retention_proof.counts
    ), logged as (
      insert into audit_event (municipality_id, at, actor_kind, action) select municipality, app_now(), 'service', 'erasedCase' from proof
    )
    select g.case_id, g.rule, g.earliest_on, app_today() > make_date(extract(year from g.earliest_on)::int + 1, 12, 31), p.counts
      from pg_temp.going g join proof p on p.hash = retention_proof_hash(municipality, g.case_id, p.id)
     order by g.case_id;
end $$;

-- Tells whoever still has the id of a case which proof is of it, and nobody else anything.
create function retention_proof_hash(municipality uuid, of_case uuid, proof uuid) returns bytea language sql immutable as $$
  select sha256(uuid_send(municipality) || uuid_send(of_case) || uuid_send(proof))
$$;
create trigger retention_proof_is_kept before update or delete on retention_proof for each row execute function refuse_any_change();

-- Answers to a system that has not asked since: they name what it sent.
create function service_purge_ingest_requests() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare purged int;
begin
  perform require_service();
  delete from ingest_request where at < now() - interval '25 hours';
  get diagnostics purged = row_count;
  return purged;
end $$;

grant execute on function service_retention_municipalities(), service_settle_retention(uuid, uuid, int), service_due_cases(uuid, uuid, int),
  service_erase_cases(uuid, uuid[]), service_purge_ingest_requests() to service;

create function service_retention_proof_of(of_case uuid)
returns table (id uuid, rule text, source text, erased_at timestamptz, in_backups_until date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  return query select p.id, p.rule, p.source, p.erased_at, p.in_backups_until from retention_proof p
                where p.hash = retention_proof_hash(p.municipality_id, of_case, p.id);
end $$;
grant execute on function service_retention_proof_of(uuid) to service;
