-- What a person may see of a case. The whole secrecy policy for persons is 0010-0013: role person has no
-- right to any base table. Views run as the owner; security_barrier keeps a caller's own conditions outside.

-- The rule: which cases the subject may open at this moment, and as what. Not granted.
create view openable_case with (security_barrier) as
select c.id as case_id, c.child_id, c.case_number, c.opened_on, c.closed_on, c.readable_until,
       p.role, child.given_name as child_name, c.child_id = p.person_id as is_own,
       age_on(child.birth_date, app_today()) as child_age
  from case_party p
  join party_role r on r.role = p.role and r.reads_case
  join case_file c on c.municipality_id = p.municipality_id and c.id = p.case_id
  join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
 where p.municipality_id = app_municipality() and p.person_id = app_subject()
   and p.valid @> app_today() and c.opened_on <= app_today()
   and (c.readable_until is null or c.readable_until >= app_today())
   and (p.role = 'child') = (c.child_id = p.person_id)
   and (not r.ends_at_majority
        or age_on(child.birth_date, app_today()) < (select years from legal_age_today where key = 'majority'))
   and not exists (select from case_party_block b
                    where b.municipality_id = p.municipality_id and b.child_id = c.child_id
                      and b.person_id = p.person_id and b.valid @> app_today());

-- The rule is asked once in a transaction, by session_enter, which keeps the answer beside the subject: a page
-- reads a dozen views, and each would work it out again. Not granted; every view of a case stands on it.
create view open_case with (security_barrier) as
select app_municipality() as municipality_id, o.*
  from jsonb_to_recordset(nullif(current_setting('app.open_cases', true), '')::jsonb)
       as o(case_id uuid, child_id uuid, case_number text, opened_on date, closed_on date, readable_until date,
            role text, child_name text, is_own boolean, child_age int);

-- Stages as told so far; the newest stands now.
create view person_case_stage with (security_barrier) as
select s.id as case_stage_id, s.case_id, s.stage, k.position, s.started_on, s.due_on
  from open_case c
  join case_stage s on s.municipality_id = c.municipality_id and s.case_id = c.case_id
  join stage_kind k on k.stage = s.stage
 where s.shown_from <= app_now() and s.started_on <= app_today();

create view person_case with (security_barrier) as
select c.case_id, c.case_number, c.role, c.is_own, c.child_name, c.opened_on, c.closed_on, c.readable_until,
       case when c.role <> 'child' then 'guardian'
            when c.child_age <= (select years from legal_age_today where key = 'child_text_until') then 'child'
            when c.child_age < (select years from legal_age_today where key = 'majority') then 'youth'
            else 'youngAdult' end as audience
  from open_case c;

create view person_caseworker with (security_barrier) as
select c.case_id, a.kind, s.given_name, s.family_name, s.title, s.phone, s.phone_hours
  from open_case c
  join caseworker_assignment a on a.municipality_id = c.municipality_id and a.case_id = c.case_id
  join staff_member s on s.municipality_id = a.municipality_id and s.id = a.staff_id
 where a.valid @> app_today();

create view person_deadline with (security_barrier) as
select d.id as deadline_id, d.case_id, d.kind, d.due_on, d.person_id is not null as is_mine
  from open_case c
  join deadline d on d.municipality_id = c.municipality_id and d.case_id = c.case_id
 where (d.person_id is null or d.person_id = app_subject())
   and d.shown_from <= app_now() and d.done_on is null;

create view person_follow_up with (security_barrier) as
select f.id as follow_up_id, f.case_id, f.planned_on, f.held_on
  from open_case c
  join follow_up f on f.municipality_id = c.municipality_id and f.case_id = c.case_id
 where f.shown_from <= app_now();

grant select on person_case, person_case_stage, person_caseworker, person_deadline, person_follow_up to person;

-- Language and text size are the person's own. Checked by the table; no other column can be reached.
create function person_change_settings(new_language text, new_text_size text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update person set language = new_language, text_size = new_text_size
   where municipality_id = app_municipality() and id = app_subject();
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action)
    values (app_municipality(), app_now(), 'person', app_subject(), 'changedSettings');
$$;
grant execute on function person_change_settings(text, text) to person;
