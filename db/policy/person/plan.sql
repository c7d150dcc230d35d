-- Where and at what time somebody will be is not shown in a case where anyone's details are protected: whoever may read
-- the day could stand there waiting (OSL 21 kap. 3 §, 22 kap. 1 §). Those who are to come are told in another way.
create view person_follow_up with (security_barrier) as
select f.id as follow_up_id, f.case_id, f.planned_on, f.held_on, f.outcome,
       case when not p.is_protected then f.starts_at end as starts_at,
       case when not p.is_protected then f.place end as place
  from open_case c
  join follow_up f on f.municipality_id = c.municipality_id and f.case_id = c.case_id
 cross join lateral (select exists (select from case_party y
                                      join person_protection x on x.municipality_id = y.municipality_id and x.person_id = y.person_id
                                     where y.municipality_id = c.municipality_id and y.case_id = c.case_id and x.valid @> c.today)
                            as is_protected) p
 where f.shown_from <= c.moment;

grant select on person_follow_up to person;

-- Which plans there are. Their text comes through person_read_plans, which writes that they were read: a plan is a
-- document first, so its reading is the document's.
create view person_plan with (security_barrier) as
select p.id as plan_id, d.case_id, p.document_id, p.number, p.agreed_on
  from acting me
 cross join person_document d
  join plan p on p.municipality_id = me.municipality_id and p.document_id = d.document_id
 where d.level = 'full' and p.agreed_on <= me.today;
grant select on person_plan to person;

create function person_read_plans(of_case uuid, most int)
returns table (plan_id uuid, document_id uuid, agreed_on date, summary text, goals jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    with shown as (
      select p.plan_id, p.document_id, p.number, p.agreed_on from person_plan p where p.case_id = of_case
       order by p.agreed_on desc, p.number desc limit most
    ), logged as (
      insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
        select distinct app_municipality(), app_now(), 'person', app_subject(), 'readDocument', of_case, s.document_id from shown s
    )
    select s.plan_id, s.document_id, s.agreed_on, p.summary,
           coalesce((select jsonb_agg(jsonb_build_object('position', g.position, 'goal', g.goal, 'ownWords', g.own_words,
                                                         'steps', g.steps, 'state', g.state) order by g.position)
                       from plan_goal g where g.municipality_id = p.municipality_id and g.plan_id = p.id), '[]')
      from shown s
      join plan p on p.municipality_id = (select app_municipality()) and p.id = s.plan_id
     order by s.agreed_on desc, s.number desc;
end $$;
grant execute on function person_read_plans(uuid, int) to person;
