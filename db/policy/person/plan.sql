create view person_follow_up with (security_barrier) as
select f.id as follow_up_id, f.case_id, f.planned_on, f.held_on
  from open_case c
  join follow_up f on f.municipality_id = c.municipality_id and f.case_id = c.case_id
 where f.shown_from <= c.moment;

grant select on person_follow_up to person;

create view person_plan with (security_barrier) as
select p.id as plan_id, d.case_id, p.document_id, p.number, p.agreed_on, p.summary
  from acting me
 cross join person_document d
  join plan p on p.municipality_id = me.municipality_id and p.document_id = d.document_id
 where d.level = 'full' and p.agreed_on <= me.today;

create view person_plan_goal with (security_barrier) as
select g.plan_id, g.position, g.goal, g.own_words, g.steps, g.state
  from acting me
 cross join person_plan p
  join plan_goal g on g.municipality_id = me.municipality_id and g.plan_id = p.plan_id;

grant select on person_plan to person;

grant select on person_plan_goal to person;
