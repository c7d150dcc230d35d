-- Follow-ups that were to be held in the time, and who was offered the survey in a round. Not granted.

create function indicator_follow_ups(municipality uuid, of_unit uuid, first_day date, next_day date)
returns table (indicator text, subject uuid, amount numeric)
language sql stable set search_path = public, pg_temp as $$
  with planned as (
    select f.case_id, f.outcome
      from follow_up f
      join case_file c on c.municipality_id = f.municipality_id and c.id = f.case_id and c.unit_id = of_unit
     where f.municipality_id = municipality and f.planned_on >= first_day and f.planned_on < next_day
       -- One that was held without having been planned is shown to nobody before its note is.
       and f.shown_from < 'infinity'
       -- Nobody meets about what has been closed.
       and not (f.outcome is null and coalesce(c.closed_on < f.planned_on, false))
  ), held as (
    select f.case_id, exists (select from follow_up_goal g where g.municipality_id = f.municipality_id and g.follow_up_id = f.id
                                 and g.child_view is not null) as has_child_view
      from follow_up f
      join case_file c on c.municipality_id = f.municipality_id and c.id = f.case_id and c.unit_id = of_unit
      join follow_up_record r on r.municipality_id = f.municipality_id and r.follow_up_id = f.id
     where f.municipality_id = municipality and f.held_on >= first_day and f.held_on < next_day
  )
  select o.indicator, p.case_id, (p.outcome is not distinct from o.outcome)::int::numeric
    from planned p
   cross join (values ('followUpHeld', 'held'), ('followUpMoved', 'moved'), ('followUpNotHeld', 'notHeld'),
                      ('followUpUnrecorded', null)) o (indicator, outcome)
  union all
  select 'followUpChildView', h.case_id, h.has_child_view::int from held h
$$;

-- Whoever is offered two forms in a round is one.
create function indicator_survey_offers(municipality uuid, of_unit uuid, first_day date)
returns table (indicator text, subject uuid, amount numeric)
language sql stable set search_path = public, pg_temp as $$
  select 'surveyOffered', i.person_id, 1
    from survey_round r
    join survey_invitation i on i.municipality_id = r.municipality_id and i.round_id = r.id
   where r.municipality_id = municipality and r.unit_id = of_unit and r.opens_on = first_day
   group by i.person_id
$$;
