-- Time for documentation, by unit and quarter: never anybody's own.

-- Smallest groups that a figure may be shown of, with source and validity.
create table statistics_minimum (
  counted text not null check (counted in ('authors', 'notes')),
  minimum int not null check (minimum > 1),
  source text not null,
  valid daterange not null,
  exclude using gist (counted with =, valid with &&)
);
insert into statistics_minimum (counted, minimum, source, valid) values
  ('authors', 5, 'Kolada publishes results of the surveys of placed youths and open interventions from 5 answers', '[2020-01-01,)'),
  ('notes', 10, 'Kolada publishes numbers of answers, and what is counted from them, from 10', '[2020-01-01,)');
alter table statistics_minimum enable row level security;
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
    select (select minimum from statistics_minimum where counted = 'authors' and valid @> app_today()) as fewest_authors,
           (select minimum from statistics_minimum where counted = 'notes' and valid @> app_today()) as fewest_notes
  ), entry as (
    select date_trunc('quarter', d.signed_on)::date as quarter, d.origin, coalesce(d.engine, '') as engine,
           d.author_pseudonym as author, m.measure, m.value
      from staff_member me
      join documentation_time d on d.municipality_id = me.municipality_id and d.unit_id = me.unit_id
     cross join lateral (values ('notes', 1), ('firstDraftSeconds', d.first_draft_seconds),
                                ('dictationSeconds', nullif(d.dictation_seconds, 0)), ('editSeconds', d.edit_seconds),
                                ('wordEditRate', d.edited_words::numeric / nullif(d.words, 0))) m (measure, value)
     where me.municipality_id = app_municipality() and me.id = app_subject() and me.employed @> app_today()
       and d.signed_on < date_trunc('quarter', app_today()) and m.value is not null
       and d.signed_on >= date_trunc('quarter', app_today()) - interval '2 years'
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
