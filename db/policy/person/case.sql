-- Stages as told so far; the newest stands now.
create view person_case_stage with (security_barrier) as
select s.id as case_stage_id, s.case_id, s.stage, k.position, s.started_on, s.due_on
  from open_case c
  join case_stage s on s.municipality_id = c.municipality_id and s.case_id = c.case_id
  join stage_kind k on k.stage = s.stage
 where s.shown_from <= c.moment and s.started_on <= c.today;

-- An open case and for whom its words are written. Not granted: what pages that ask for all of a case at once find it by.
create view addressed_case with (security_barrier) as
select c.municipality_id, c.person_id, c.moment, c.today, c.case_id, c.case_number, c.role, c.is_own, c.child_name, c.opened_on,
       c.closed_on, c.readable_until,
       case when c.role <> 'child' then 'guardian'
            when c.child_age <= (select years from legal_age where key = 'child_text_until' and valid @> c.today) then 'child'
            when c.child_age < (select years from legal_age where key = 'majority' and valid @> c.today) then 'youth'
            else 'youngAdult' end as audience
  from open_case c;

create view person_case with (security_barrier) as
select c.case_id, c.case_number, c.role, c.is_own, c.child_name, c.opened_on, c.closed_on, c.readable_until, c.audience
  from addressed_case c;

-- Who has the case, and who answers in it meanwhile when somebody is away: until when, never why.
create view person_caseworker with (security_barrier) as
select c.case_id, w.kind, s.given_name, s.family_name, s.title, s.phone, s.phone_hours,
       w.away_until is not null as is_away, w.away_until, w.answers, i.text as introduction, i.picture_id, i.picture_text
  from open_case c
  join case_caseworker w on w.municipality_id = c.municipality_id and w.case_id = c.case_id
  -- One, looked up for each of the few.
  join lateral (select y.municipality_id, y.id, y.given_name, y.family_name, y.title, y.phone, y.phone_hours from staff_member y
                 where y.municipality_id = w.municipality_id and y.id = w.staff_id limit 1) s on true
  left join staff_introduction i on i.municipality_id = s.municipality_id and i.staff_id = s.id
 where w.kind in ('lead', 'deputy') or w.answers;

create view person_deadline with (security_barrier) as
select d.id as deadline_id, d.case_id, d.kind, d.due_on, d.person_id is not null as is_mine
  from open_case c
  join deadline d on d.municipality_id = c.municipality_id and d.case_id = c.case_id
 where (d.person_id is null or d.person_id = c.person_id)
   and d.shown_from <= c.moment and d.done_on is null;

grant select on person_case to person;

grant select on person_case_stage to person;

grant select on person_caseworker to person;

-- The sealed bytes of the picture of somebody whom the reader has as caseworker today in a case of theirs. No row for any other.
create function person_read_caseworker_picture(in_case uuid, of_picture uuid) returns table (sealed bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.picture
    from person_caseworker w
    join staff_introduction i on i.municipality_id = (select app_municipality()) and i.picture_id = w.picture_id
   where w.case_id = in_case and w.picture_id = of_picture
   limit 1
$$;
grant execute on function person_read_caseworker_picture(uuid, uuid) to person;

grant select on person_deadline to person;
