create function author_pseudonym(municipality uuid, unit uuid, author uuid) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  this_quarter date := date_trunc('quarter', (select app_today()))::date;
  unit_secret bytea;
begin
  delete from documentation_time_key k where k.municipality_id = municipality and k.quarter < this_quarter;
  insert into documentation_time_key
    values (municipality, unit, this_quarter,
            sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    on conflict do nothing;
  select secret into unit_secret from documentation_time_key k
   where k.municipality_id = municipality and k.unit_id = unit and k.quarter = this_quarter;
  -- Secret before and after, both of fixed length: a hash that cannot be made without it or be drawn out.
  return sha256(substring(unit_secret for 32) || uuid_send(author) || substring(unit_secret from 33));
end $$;

-- Seconds of work on a note, told by the log: its deeds follow each other closely while somebody works.
create function worked_seconds(municipality uuid, of_note uuid, from_time timestamptz, to_time timestamptz) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  with step as (
    select a.at from audit_event a
     where a.municipality_id = municipality and a.note_id = of_note and a.actor_kind = 'staff' and a.at between from_time and to_time
    union select from_time union select to_time)
  select coalesce(sum(extract(epoch from pause)) filter (where pause <= interval '15 minutes'), 0)::int
    from (select at - lag(at) over (order by at) as pause from step) p
$$;

create function measure_signed_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare begun timestamptz; drafted timestamptz; unit uuid; is_upload boolean; sound_seconds int;
begin
  if app_municipality() is null then return null; end if;
  select c.unit_id into unit from note n join case_file c on c.municipality_id = n.municipality_id and c.id = n.case_id
   where n.municipality_id = new.municipality_id and n.id = new.note_id;
  select max(a.at) into begun from audit_event a
   where a.municipality_id = new.municipality_id and a.note_id = new.note_id and a.action in ('createdNote', 'beganCorrection', 'ingestedNote');
  select coalesce(min(a.at) filter (where a.action = 'transcribedRecording'), min(a.at) filter (where a.action = 'savedDraft'))
    into drafted from audit_event a
   where a.municipality_id = new.municipality_id and a.note_id = new.note_id and a.at >= begun;
  select bool_or(r.source = 'upload'), sum((r.last_number + 1) * r.part_ms) / 1000 into is_upload, sound_seconds from recording r
   where r.municipality_id = new.municipality_id and r.note_version_id = new.id and r.state <> 'discarded';
  insert into documentation_time (municipality_id, unit_id, signed_on, origin, engine, first_draft_seconds, dictation_seconds,
                                  edit_seconds, words, edited_words, author_pseudonym)
    values (new.municipality_id, unit, app_today(),
            case when is_upload then 'uploaded'
                 when exists (select from audit_event a where a.municipality_id = new.municipality_id and a.note_id = new.note_id
                                 and a.action = 'ingestedNote') then 'ingested'
                 else new.origin end,
            new.transcribed_by, extract(epoch from drafted - begun)::int, coalesce(sound_seconds, new.dictation_seconds, 0),
            worked_seconds(new.municipality_id, new.note_id, coalesce(drafted, begun, new.signed_at), new.signed_at),
            regexp_count(coalesce(new.draft_text, ''), '\S+'), new.edited_words,
            author_pseudonym(new.municipality_id, unit, new.signed_by));
  return null;
end $$;
-- By the database at the signature: it can be neither forgotten nor counted twice.
create trigger note_version_measured after update on note_version
  for each row when (old.signed_at is null and new.signed_at is not null) execute function measure_signed_version();

grant select on statistics_minimum to staff;
create policy statistics_minimum_is_told on statistics_minimum for select to staff using (true);

-- The figures of the unit that who asks works in, the two years of finished quarters before today. origin null: the
-- whole quarter; engine null: all of that origin. A value of null is hidden; what was never measured has no row.
--
-- A running quarter is not told: its figures move with each note, and would point out who signed it.
-- Each author counts once, by their own median: who writes most does not become the team.
-- A hidden group that could be worked out from its total takes the smallest of its neighbours with it.
create function staff_documentation_time()
returns table (quarter date, origin text, engine text, measure text, value numeric)
language sql stable security definer set search_path = public, pg_temp as $$
  with rule as (
    select (select minimum from statistics_minimum where counted = 'authors' and valid @> (select app_today())) as fewest_authors,
           (select minimum from statistics_minimum where counted = 'notes' and valid @> (select app_today())) as fewest_notes
  ), entry as (
    select date_trunc('quarter', d.signed_on)::date as quarter, d.origin, coalesce(d.engine, '') as engine,
           d.author_pseudonym as author, m.measure, m.value
      from staff_member me
      join documentation_time d on d.municipality_id = me.municipality_id and d.unit_id = me.unit_id
     cross join lateral (values ('notes', 1), ('firstDraftSeconds', d.first_draft_seconds),
                                ('dictationSeconds', nullif(d.dictation_seconds, 0)), ('editSeconds', d.edit_seconds),
                                ('wordEditRate', d.edited_words::numeric / nullif(d.words, 0))) m (measure, value)
     where me.municipality_id = (select app_municipality()) and me.id = (select app_subject())
       and d.signed_on < date_trunc('quarter', (select app_today())) and m.value is not null
       and d.signed_on >= date_trunc('quarter', (select app_today())) - interval '2 years'
  ), own as (
    -- depth 0: the quarter, 1: an origin, 2: an engine of an origin. within: what a group is a part of.
    select quarter, measure, origin, engine, author, 2 - grouping(origin) - grouping(engine) as depth,
           case when grouping(engine) = 0 then origin else '' end as within,
           count(*) as notes, percentile_cont(0.5) within group (order by value) as median
      from entry
     group by grouping sets ((quarter, measure, author), (quarter, measure, author, origin), (quarter, measure, author, origin, engine))
  ), cell as (
    select quarter, measure, depth, within, origin, engine, count(*) as authors, sum(notes) as notes,
           percentile_cont(0.5) within group (order by median) as median,
           coalesce(count(*) >= min(fewest_authors)
                    and (measure <> 'notes' or sum(notes) >= min(fewest_notes)), false) as is_enough
      from own cross join rule
     group by quarter, measure, depth, within, origin, engine
  ), remainder as (
    -- What a total tells of the hidden groups taken together.
    select c.quarter, c.measure, c.depth, c.within, count(distinct (c.origin, c.engine)) > 1
             and coalesce(count(distinct o.author) >= min(fewest_authors)
                          and (c.measure <> 'notes' or sum(o.notes) >= min(fewest_notes)), false) as is_enough
      from cell c
      join own o on o.quarter = c.quarter and o.measure = c.measure and o.depth = c.depth
                and o.origin is not distinct from c.origin and o.engine is not distinct from c.engine
     cross join rule
     where not c.is_enough and c.depth > 0
     group by c.quarter, c.measure, c.depth, c.within
  ), judged as (
    select c.*, c.is_enough and not (coalesce(not r.is_enough, false)
             and 1 = row_number() over (partition by c.quarter, c.measure, c.depth, c.within
                                        order by c.is_enough desc, c.authors, c.notes, c.origin, c.engine)) as is_shown
      from cell c
      left join remainder r on r.quarter = c.quarter and r.measure = c.measure and r.depth = c.depth and r.within = c.within
  )
  -- Tens of seconds and whole per cent: an exact figure is one note's, and its writer would know it.
  select j.quarter, j.origin, j.engine, j.measure,
         case when not (j.is_shown and coalesce(whole.is_shown, true)) then null
              when j.measure = 'notes' then j.notes
              when j.measure = 'wordEditRate' then round(j.median::numeric, 2)
              else round(j.median::numeric, -1) end
    from judged j
    left join judged whole on j.depth = 2 and whole.depth = 1 and whole.quarter = j.quarter and whole.measure = j.measure
                          and whole.origin = j.origin
   where j.engine is distinct from ''
   order by j.quarter desc, array_position(array['spoken', 'typed', 'uploaded', 'ingested'], j.origin) nulls first,
            j.engine nulls first, j.measure
$$;
grant execute on function staff_documentation_time() to staff;
