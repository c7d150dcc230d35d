-- Of whose protection it was known when it was decided what each is told: 'protected ID' and 'shutOut ID'. That of somebody else,
-- which came later, was not known, whoever was protected then.
alter table appointment_participant add column knowing text[] not null default '{}';
update appointment_participant p
   set knowing = coalesce((
         select array_agg(g.guard order by g.guard)
           from appointment a
           join (select y.municipality_id, y.case_id, x.valid, 'protected ' || x.person_id as guard
                   from case_party y
                   join person_protection x on x.municipality_id = y.municipality_id and x.person_id = y.person_id
                 union
                 select c.municipality_id, c.id, b.valid, 'shutOut ' || b.person_id
                   from case_file c
                   join case_party_block b on b.municipality_id = c.municipality_id and b.child_id = c.child_id) g
             on g.municipality_id = a.municipality_id and g.case_id = a.case_id
          where a.municipality_id = p.municipality_id and a.id = p.appointment_id
            and g.valid @> (a.changed_at at time zone 'Europe/Stockholm')::date), '{}')
 where knowing_protection;
alter table appointment_participant drop column knowing_protection;
