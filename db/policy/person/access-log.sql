-- Who has read about me (lag 2001:454 10 §), and whether they had the case that day.
-- A reading is told only of an item the subject may see, so that the log never speaks of what is withheld. Staff opening the case, or reading something together with the child, is told
-- to the child itself. From the age
-- in legal_age a youth also sees what guardians read, save a guardian whose own details are protected.
create view person_access_event with (security_barrier) as
select a.id as event_id, c.case_id, a.at, a.action, a.actor_kind, a.note_id, a.document_id,
       coalesce(g.merged_into, a.actor_id) = c.person_id as is_me,
       coalesce(s.given_name, g.given_name) as given_name, s.family_name, s.title,
       a.actor_kind = 'staff' and exists (select from caseworker_assignment w
                                           where w.municipality_id = a.municipality_id and w.case_id = a.case_id and w.staff_id = a.actor_id
                                             and w.valid @> (a.at at time zone 'Europe/Stockholm')::date) as is_caseworker
  from open_case c
  join audit_event a on a.municipality_id = c.municipality_id and a.case_id = c.case_id
   and a.at <= c.moment
  join audit_action k on k.action = a.action and k.is_reading
  left join staff_member s on a.actor_kind = 'staff' and s.municipality_id = a.municipality_id and s.id = a.actor_id
  left join person g on a.actor_kind = 'person' and g.municipality_id = a.municipality_id and g.id = a.actor_id
 where (a.note_id is null or exists (select from person_note n where n.note_id = a.note_id))
   and (a.document_id is null or exists (select from person_document d where d.document_id = a.document_id))
   and (a.action not in ('readCase', 'readTogether') or c.is_own)
   and (a.actor_kind = 'staff' or coalesce(g.merged_into, a.actor_id) = c.person_id
        or (c.is_own and c.child_age >= (select years from legal_age_today where key = 'sees_guardian_reads')
            and not exists (select from person_protection x where x.municipality_id = a.municipality_id
                               and x.person_id = coalesce(g.merged_into, a.actor_id) and x.valid @> c.today)));

create view person_sign_in with (security_barrier) as
select a.id as event_id, a.at, a.device
  from acting me
  join audit_event a on a.municipality_id = me.municipality_id
                    and a.actor_id in (select me.subject_id union all
                                       select f.id from person f where f.municipality_id = me.municipality_id and f.merged_into = me.subject_id)
 where me.kind = 'person' and a.action = 'signedIn' and a.at <= me.moment;

grant select on person_access_event to person;

grant select on person_sign_in to person;
