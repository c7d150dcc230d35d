-- How long the steps of a case took. A share is of what had its last day in the time, so that what is never done is seen
-- too; days are of what was done in it. Not granted.

-- Steps of the unit's cases, with the last day and the day each was done.
create function indicator_steps(municipality uuid, of_unit uuid, first_day date, next_day date)
returns table (step text, case_id uuid, started_on date, last_day date, done_on date)
language sql stable set search_path = public, pg_temp as $$
  with step as (
    select s.case_id, s.stage, s.started_on, k.position, c.closed_on
      from case_file c
      join case_stage s on s.municipality_id = c.municipality_id and s.case_id = c.id
      join stage_kind k on k.stage = s.stage
     where c.municipality_id = municipality and c.unit_id = of_unit
  )
  select 'protectiveAssessment', r.case_id, r.started_on, indicator_last_day('protectiveAssessmentInTime', r.started_on),
         (select min(stockholm_day(n.event_at)) from note n
            join note_version v on v.municipality_id = n.municipality_id and v.note_id = n.id and v.signed_at is not null
           where n.municipality_id = municipality and n.case_id = r.case_id and n.kind = 'protectiveAssessment'
             and n.event_at >= stockholm_midnight(r.started_on))
    from step r
   where r.stage = 'report' and r.started_on >= first_day - 366 and r.started_on < next_day
  union all
  select 'preliminaryAssessment', r.case_id, r.started_on, indicator_last_day('preliminaryAssessmentInTime', r.started_on),
         (select min(e.started_on) from step e where e.case_id = r.case_id and e.started_on >= r.started_on
             and e.stage in ('investigation', 'noInvestigation'))
    from step r
   where r.stage = 'report' and r.started_on >= first_day - 366 and r.started_on < next_day
     -- Nothing is to be decided where an investigation is going on (SoL 2025:400 20 kap. 2 §).
     and 'investigation' is distinct from
         (select e.stage from step e where e.case_id = r.case_id and e.started_on < r.started_on
             and e.stage in ('investigation', 'noInvestigation', 'decision', 'intervention', 'closure')
           order by e.started_on desc, e.position desc nulls last limit 1)
  union all
  select 'investigation', i.case_id, i.started_on, indicator_last_day('investigationInTime', i.started_on),
         least(i.closed_on, (select min(e.started_on) from step e where e.case_id = i.case_id and e.started_on >= i.started_on
                                and e.stage in ('decision', 'intervention', 'closure')))
    from step i
   where i.stage = 'investigation' and i.started_on >= first_day - 1096 and i.started_on < next_day
  union all
  -- What a decision led to first; a later change of the help is another matter.
  select 'intervention', s.case_id, d.decided_on, null, s.started_on
    from step s
   cross join lateral (select max(e.started_on) as decided_on from step e
                        where e.case_id = s.case_id and e.stage = 'decision' and e.started_on <= s.started_on) d
   where s.stage = 'intervention' and s.started_on >= first_day and s.started_on < next_day and d.decided_on is not null
     and not exists (select from step e where e.case_id = s.case_id and e.stage = 'intervention'
                        and e.started_on >= d.decided_on and e.started_on < s.started_on)
$$;

create function indicator_case_times(municipality uuid, of_unit uuid, first_day date, next_day date)
returns table (indicator text, subject uuid, amount numeric)
language sql stable set search_path = public, pg_temp as $$
  with step as (
    select * from indicator_steps(municipality, of_unit, first_day, next_day)
  )
  select s.step || 'InTime', s.case_id, coalesce(s.done_on <= s.last_day, false)::int::numeric
    from step s where s.last_day >= first_day and s.last_day < next_day
  union all
  select m.indicator, s.case_id, s.done_on - s.started_on
    from step s
    join (values ('preliminaryAssessment', 'preliminaryAssessmentMean'), ('investigation', 'investigationMean'),
                 ('investigation', 'investigationMedian'), ('intervention', 'interventionStart')) m (step, indicator)
      on m.step = s.step
   where s.done_on >= first_day and s.done_on < next_day
  union all
  -- The day is the case's own: every sixth or third month (SoL 2025:400 22 kap. 13 §, LVU 13 and 14 §§).
  select 'considerationInTime', d.case_id, bool_and(coalesce(d.done_on <= d.due_on, false))::int
    from deadline d
    join case_file c on c.municipality_id = d.municipality_id and c.id = d.case_id and c.unit_id = of_unit
   where d.municipality_id = municipality and d.kind = 'consideration' and d.due_on >= first_day and d.due_on < next_day
   group by d.case_id, d.due_on
$$;
