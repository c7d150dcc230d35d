-- What a person may see of a case stands in this folder: role person has no right to any table. Views run as the
-- owner; security_barrier keeps a caller's own conditions outside.

-- The rule: which cases somebody may open on a day, and as what. Not granted. Somebody is sought as one of a list, which the index of
-- persons answers: the one that excludes overlaps costs ten times as much to look in.
create function openable_cases(municipality uuid, subject uuid, on_day date) returns json
language sql stable set search_path = public, pg_temp as $$
  select coalesce(json_agg(o), '[]')
    from (select c.id as case_id, c.child_id, c.case_number, c.opened_on, c.closed_on, c.readable_until,
                 p.role, child.given_name as child_name, c.child_id = p.person_id as is_own,
                 least_age_on(child.born, on_day) as child_age
            from case_party p
            join party_role r on r.role = p.role and r.reads_case
            join case_file c on c.municipality_id = p.municipality_id and c.id = p.case_id
            join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
           where p.municipality_id = municipality and p.person_id = any (array[subject])
             and p.valid @> on_day and c.opened_on <= on_day
             and (c.readable_until is null or c.readable_until >= on_day)
             and (p.role = 'child') = (c.child_id = p.person_id)
             and (not r.ends_at_majority
                  or most_age_on(child.born, on_day) < (select years from legal_age where key = 'majority' and valid @> on_day))
             and not exists (select from case_party_block b
                              where b.municipality_id = p.municipality_id and b.child_id = c.child_id
                                and b.person_id = p.person_id and b.valid @> on_day)) o
$$;

-- The same for one case and somebody who is not here. Not granted.
create function opens_case(municipality uuid, reader uuid, of_case uuid, on_moment timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from json_to_recordset(openable_cases(municipality, reader, stockholm_day(on_moment))) as o(case_id uuid)
                  where o.case_id = of_case)
$$;

-- What openable_cases told. A function with an estimate of its own: the planner takes a hundred for granted, and then reads
-- whole tables for the one or two cases that somebody has. It knows nothing itself.
create function told_cases(cases json)
returns table (case_id uuid, child_id uuid, case_number text, opened_on date, closed_on date, readable_until date,
               role text, child_name text, is_own boolean, child_age int)
language sql immutable strict parallel safe rows 2 set search_path = public, pg_temp as $$
  select * from json_to_recordset(cases)
      as o(case_id uuid, child_id uuid, case_number text, opened_on date, closed_on date, readable_until date,
           role text, child_name text, is_own boolean, child_age int)
$$;
grant execute on function told_cases(json) to person;

-- The rule is asked once a transaction, when it is opened: a page reads a dozen views, and each would work it out
-- again. Not granted; every view of a case stands on it and takes the reader, the moment and the day from it. A device that
-- a child reads on together with staff sees with the child's eyes, through functions of its own (db/policy/together).
create view open_case with (security_barrier) as
select a.municipality_id, a.subject_id as person_id, a.moment, a.today, o.*
  from acting a
 cross join lateral told_cases((select opened_cases('{person,together}'))::json) o;
