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
