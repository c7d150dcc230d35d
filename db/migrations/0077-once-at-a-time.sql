-- That ranges of one relation never overlap is kept by indexes of nothing else. The planner took the old ones for questions with a
-- day in them, and read all of case_party's to find one case: they hold the same columns, and GiST finds by one that is not the first
-- only by reading on. Nothing is asked with the bytes of the ids, so these are never taken, and btrees answer. Bytes cost no more to
-- write than the columns did, text three times as much; a hash would refuse what does not overlap. The days are the same days put
-- in another way: as a column the planner would look through all of them beside a btree, taking a day for rare.
do $$
declare c record;
begin
  for c in select conrelid::regclass as of_table, conname from pg_constraint
            where contype = 'x' and conrelid in ('case_party'::regclass, 'case_party_block'::regclass, 'caseworker_assignment'::regclass,
              'person_protection'::regclass, 'staff_absence'::regclass, 'committee_member'::regclass, 'committee_mandate'::regclass,
              'survey_helper'::regclass, 'survey_reviewer'::regclass) loop
    execute format('alter table %s drop constraint %I', c.of_table, c.conname);
  end loop;
end $$;

alter table case_party add constraint case_party_once_at_a_time
  exclude using gist ((uuid_send(municipality_id) || uuid_send(person_id) || uuid_send(case_id)) with =, (valid * '(,)') with &&);
alter table case_party_block add constraint case_party_block_once_at_a_time
  exclude using gist ((uuid_send(municipality_id) || uuid_send(person_id) || uuid_send(child_id)) with =, (valid * '(,)') with &&);
alter table caseworker_assignment add constraint caseworker_assignment_once_at_a_time
  exclude using gist ((uuid_send(municipality_id) || uuid_send(case_id)) with =, (kind || '') with =, (valid * '(,)') with &&);
alter table person_protection add constraint person_protection_once_at_a_time
  exclude using gist ((uuid_send(municipality_id) || uuid_send(person_id)) with =, (kind || '') with =, (valid * '(,)') with &&);
alter table staff_absence add constraint staff_absence_once_at_a_time
  exclude using gist ((uuid_send(municipality_id) || uuid_send(staff_id)) with =, (away * '(,)') with &&);
alter table committee_member add constraint committee_member_once_at_a_time
  exclude using gist ((uuid_send(municipality_id) || uuid_send(committee_id) || uuid_send(staff_id)) with =, (valid * '(,)') with &&);
alter table committee_mandate add constraint committee_mandate_once_at_a_time
  exclude using gist ((uuid_send(municipality_id) || uuid_send(committee_id) || uuid_send(staff_id)) with =, (valid * '(,)') with &&);
alter table survey_helper add constraint survey_helper_once_at_a_time
  exclude using gist ((uuid_send(municipality_id) || uuid_send(unit_id) || uuid_send(staff_id)) with =, (valid * '(,)') with &&);
alter table survey_reviewer add constraint survey_reviewer_once_at_a_time
  exclude using gist ((uuid_send(municipality_id) || uuid_send(staff_id)) with =, (valid * '(,)') with &&);

-- What the old ones were asked with, where no btree was.
create index on caseworker_assignment (municipality_id, case_id);
create index on person_protection (municipality_id, person_id);
create index on case_party_block (municipality_id, person_id);
