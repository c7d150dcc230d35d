-- What the caseworker chooses readers by: the grounds the law gives for showing less, and what is known of each reader.

-- Law as data. The grounds are those of disclosure.ground; a ground out of force is not offered again.
create table disclosure_ground (
  ground text primary key,
  position int not null unique,
  source text not null,
  valid daterange not null
);
insert into disclosure_ground values
  ('OSL 26:1', 1, 'Offentlighets- och sekretesslag (2009:400) 26 kap. 1 §', '[2009-06-30,)'),
  ('OSL 12:3', 2, 'Offentlighets- och sekretesslag (2009:400) 12 kap. 3 §', '[2009-06-30,)'),
  ('OSL 26:2', 3, 'Offentlighets- och sekretesslag (2009:400) 26 kap. 2 §', '[2009-06-30,)'),
  ('OSL 26:5', 4, 'Offentlighets- och sekretesslag (2009:400) 26 kap. 5 §', '[2009-06-30,)'),
  ('OSL 21:3', 5, 'Offentlighets- och sekretesslag (2009:400) 21 kap. 3 §', '[2009-06-30,)'),
  ('OSL 21:3 a', 6, 'Offentlighets- och sekretesslag (2009:400) 21 kap. 3 a §', '[2019-01-01,)'),
  ('OSL 10:3', 7, 'Offentlighets- och sekretesslag (2009:400) 10 kap. 3 §', '[2009-06-30,)'),
  ('investigation', 8, 'Offentlighets- och sekretesslag (2009:400) 10 kap. 3 § och 26 kap. 1 §: men för utredningen', '[2009-06-30,)');
alter table disclosure_ground enable row level security;
grant select on disclosure_ground to staff;
create policy staff_reads on disclosure_ground for select to staff using (true);

-- Everybody who reads a case today, by the same rule that asks for a decision on each (refuse_unready_signature).
create view staff_reader with (security_barrier) as
select o.case_id, o.child_id, p.person_id, p.role, x.given_name, x.family_name, x.language, x.text_size,
       p.person_id = o.child_id as is_child,
       age_on(x.birth_date, app_today()) as age,
       p.person_id = o.child_id
         and age_on(x.birth_date, app_today()) >= (select years from legal_age_today where key = 'own_party') as is_own_party,
       exists (select from person_protection q where q.municipality_id = p.municipality_id and q.person_id = p.person_id
                  and q.valid @> app_today()) as is_protected,
       exists (select from case_party_block b where b.municipality_id = p.municipality_id and b.child_id = o.child_id
                  and b.person_id = p.person_id and b.valid @> app_today()) as is_blocked
  from staff_open_case o
  join case_party p on p.municipality_id = o.municipality_id and p.case_id = o.case_id and p.valid @> app_today()
  join party_role r on r.role = p.role and r.reads_case
  join person x on x.municipality_id = p.municipality_id and x.id = p.person_id;
grant select on staff_reader to staff;
