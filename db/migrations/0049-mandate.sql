-- The right to decide alone for a committee (förordnande) is a mandate: an appointment is a meeting with a person.
alter table appointment rename to committee_mandate;
alter table committee_mandate rename constraint appointment_pkey to committee_mandate_pkey;
alter table urgent_decision rename appointment_id to mandate_id;
do $$
declare c record;
begin
  for c in select conname from pg_constraint where conrelid = 'committee_mandate'::regclass and conname like 'appointment_%' loop
    execute format('alter table committee_mandate rename constraint %I to %I', c.conname, 'committee_mandate' || substr(c.conname, 12));
  end loop;
  for c in select conname from pg_constraint where conrelid = 'urgent_decision'::regclass and conname like '%appointment%' loop
    execute format('alter table urgent_decision rename constraint %I to %I', c.conname, replace(c.conname, 'appointment', 'mandate'));
  end loop;
  for c in select indexname from pg_indexes where schemaname = 'public' and tablename = 'committee_mandate' and indexname like 'appointment_%' loop
    execute format('alter index %I rename to %I', c.indexname, 'committee_mandate' || substr(c.indexname, 12));
  end loop;
end $$;
