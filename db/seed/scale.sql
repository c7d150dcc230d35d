-- Storby kommun: as many cases as asked for, all made here by generate_series. The same number of cases gives
-- the same rows. Runs in one transaction with seed.cases set; scale.ts computes ids in the same way.
set local time zone 'Europe/Stockholm';

-- The references are right by construction (scale.test.ts looks at each): checking them row by row takes longer
-- than writing the rows. Only a superuser may leave it out; any other owner waits.
do $$ begin
  set local session_replication_role = replica;
exception when insufficient_privilege then null;
end $$;

-- Indexes that no reference stands on are left out while the rows come and made anew at the end: half the time.
create temp table seed_index on commit drop as
select format('alter table %s drop constraint %I', conrelid::regclass, conname) as leave_out,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make_anew
  from pg_constraint where contype = 'x' and connamespace = 'public'::regnamespace
union all
select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  from pg_index join pg_class on pg_class.oid = indexrelid
 where relnamespace = 'public'::regnamespace
   and not exists (select from pg_constraint where conindid = indexrelid);
do $$ declare statement text; begin
  for statement in select leave_out from seed_index loop execute statement; end loop;
end $$;

create function pg_temp.seed_id(kind text, i bigint) returns uuid language sql immutable as
  $$ select overlay(overlay(md5('storby ' || kind || ' ' || i::text) placing '4' from 13) placing '8' from 17)::uuid $$;
-- One of a list, in turn.
create function pg_temp.pick(list text[], i bigint) returns text language sql immutable as
  $$ select list[1 + i % cardinality(list)] $$;

-- One caseworker to twenty cases, twelve caseworkers to a unit; the first of each unit leads it.
create temp table seed_staff on commit drop as
select s as i, pg_temp.seed_id('staff', s) as id, pg_temp.seed_id('unit', 1 + (s - 1) / 12) as unit_id,
       1 + (s - 1) / 12 as unit_number, s % 12 = 1 as leads
  from generate_series(1, ceil(current_setting('seed.cases')::int / 20.0)::int) s;

-- A case began up to two years before the demo clock, never in its last six weeks, and has come one to six stages.
create temp table seed_case on commit drop as
select c.i, pg_temp.seed_id('case', c.i) as id, pg_temp.seed_id('child', c.i) as child_id,
       pg_temp.seed_id('guardian', c.i) as guardian_id, lead.id as lead_id, lead.unit_id, deputy.id as deputy_id,
       date '2026-08-04' - c.i % 700 as opened_on, 1 + c.i % 6 as stages
  from generate_series(1, current_setting('seed.cases')::int) c (i)
  join seed_staff lead on lead.i = 1 + (c.i - 1) % (select count(*) from seed_staff)
  join seed_staff deputy on deputy.i = 1 + c.i % (select count(*) from seed_staff);

-- Three notes a case, a week apart.
create temp table seed_note on commit drop as
select 3 * c.i + n as i, pg_temp.seed_id('note', 3 * c.i + n) as id, c.id as case_id, c.child_id, c.guardian_id,
       c.lead_id, c.opened_on + 7 * n as day, n
  from seed_case c, generate_series(0, 2) n;

-- A decision to investigate and a plan for it, where the case has come that far.
create temp table seed_document on commit drop as
select c.i, pg_temp.seed_id(kind.type, c.i) as id, kind.type, kind.title, c.id as case_id, c.child_id, c.guardian_id,
       c.lead_id, c.opened_on + 14 as day
  from seed_case c,
       (values ('decision', 'Beslut om utredning'), ('investigationPlan', 'Utredningsplan')) as kind (type, title)
 where c.stages >= 3;

insert into municipality (id, name, phone) values (pg_temp.seed_id('municipality', 0), 'Storby kommun', '040-628 04 00');

-- Every row below is Storby's.
create function pg_temp.storby() returns uuid language sql immutable as
  $$ select overlay(overlay(md5('storby municipality 0') placing '4' from 13) placing '8' from 17)::uuid $$;

insert into message_rule (municipality_id, valid, answer_days, undo_seconds, source)
  values (pg_temp.seed_id('municipality', 0), '[2026-01-01,)', 3, 60, 'seed');
insert into unit (municipality_id, id, name)
select distinct pg_temp.storby(), unit_id, 'Barn och familj ' || unit_number from seed_staff;

insert into staff_member (municipality_id, id, unit_id, given_name, family_name, title, role, phone, phone_hours,
                          id_number_encrypted, id_number_hash, employed)
select pg_temp.storby(), id, unit_id,
       pg_temp.pick(array['Anna', 'Björn', 'Carin', 'David', 'Elin', 'Farid', 'Greta'], i),
       pg_temp.pick(array['Ahl', 'Bergman', 'Cedergren', 'Dahl', 'Ekberg', 'Falk', 'Grip', 'Holm', 'Ivarsson'], i),
       case when leads then 'enhetschef' else 'socialsekreterare' end,
       case when leads then 'teamLeader' else 'caseworker' end,
       '040-628 04 11', 'vardagar 8–16', uuid_send(id), uuid_send(id), '[2020-01-01,)'
  from seed_staff;

-- Children of every age; the one in the middle case is 16. No number answers to these bytes.
insert into person (municipality_id, id, given_name, family_name, birth_date, id_number_encrypted, id_number_hash)
select pg_temp.storby(), child_id,
       pg_temp.pick(array['Alma', 'Bo', 'Cleo', 'Dante', 'Ebba', 'Filip', 'Gry', 'Hugo', 'Iris', 'Jamal', 'Kim'], i),
       pg_temp.pick(array['Alm', 'Björk', 'Ceder', 'Ek', 'Gran', 'Hägg', 'Lind', 'Rönn', 'Sälg'], i),
       (date '2026-09-15' - i % 360
          - make_interval(years => ((i - (current_setting('seed.cases')::int + 1) / 2) % 18 + 34) % 18))::date,
       uuid_send(child_id), uuid_send(child_id)
  from seed_case
union all
select pg_temp.storby(), guardian_id,
       pg_temp.pick(array['Agnes', 'Bilal', 'Cecilia', 'Daniel', 'Eva', 'Fredrik', 'Gunnar'], i),
       pg_temp.pick(array['Alm', 'Björk', 'Ceder', 'Ek', 'Gran', 'Hägg', 'Lind', 'Rönn', 'Sälg'], i),
       date '1975-01-01' + i % 7000, uuid_send(guardian_id), uuid_send(guardian_id)
  from seed_case;

insert into case_file (municipality_id, id, unit_id, child_id, case_number, opened_on)
select pg_temp.storby(), id, unit_id, child_id, 'SB-' || i, opened_on from seed_case;

insert into case_party (municipality_id, id, case_id, person_id, role, valid, source)
select pg_temp.storby(), pg_temp.seed_id('party ' || r.role, i), id, r.person_id, r.role, daterange(opened_on, null), 'Folkbokföringen'
  from seed_case, lateral (values ('child', child_id), ('guardian', guardian_id)) as r (role, person_id);

insert into caseworker_assignment (municipality_id, id, case_id, staff_id, kind, valid)
select pg_temp.storby(), pg_temp.seed_id('assignment ' || a.kind, i), id, a.staff_id, a.kind, daterange(opened_on, null)
  from seed_case, lateral (values ('lead', lead_id), ('deputy', deputy_id)) as a (kind, staff_id);

insert into case_stage (municipality_id, id, case_id, stage, started_on, due_on, shown_from)
select pg_temp.storby(), pg_temp.seed_id('stage ' || k.stage, i), id, k.stage,
       opened_on + 7 * (k.position - 1), opened_on + 7 * k.position, opened_on + 7 * (k.position - 1)
  from seed_case join stage_kind k on k.position <= stages;

insert into deadline (municipality_id, id, case_id, kind, due_on, source, shown_from)
select pg_temp.storby(), pg_temp.seed_id('deadline', i), id, 'investigation', (opened_on + interval '4 months')::date,
       'SoL 20 kap. 3 §', opened_on
  from seed_case where stages = 3;

insert into note (municipality_id, id, case_id, kind, event_at, author_id, source, bbic_areas)
select pg_temp.storby(), id, case_id,
       pg_temp.pick(array['protectiveAssessment', 'meeting', 'privateTalk', 'homeVisit', 'phoneCall'], i),
       day + time '13:00', lead_id, 'Barnet', array['education', 'safety']
  from seed_note;

-- Every tenth note was corrected the day after.
insert into note_version (municipality_id, id, note_id, number, title, paragraphs, child_title, child_text, child_text_easy,
                          origin, audio_erased_at, change_reason, signed_at, signed_by)
select pg_temp.storby(), pg_temp.seed_id('version ' || v, i), id, v,
       pg_temp.pick(array['Möte på kontoret', 'Enskilt samtal', 'Hembesök', 'Telefonsamtal', 'Nätverksmöte'], i),
       jsonb_build_array(
         jsonb_build_object('voice', 'fact', 'text', 'Vi ses på kontoret klockan 13. Samtalet varar i en timme. '
           || pg_temp.pick(array['Kuratorn är med den första halvtimmen.', 'Mormor är med.', 'Vi är ensamma.'], i)),
         jsonb_build_object('voice', 'statement', 'speaker', 'Barnet', 'speakerId', child_id,
           'text', pg_temp.pick(array['Det är bäst på helgerna och svårast på morgonen. Skolan går bra när natten har varit lugn.',
             'Jag vill spela fotboll igen och träffa mina kompisar oftare än nu.', 'Det är mest vanligt hemma just nu.'], i)),
         jsonb_build_object('voice', 'assessment',
           'text', 'Barnet behöver inte skydd i dag. Familjen vill ha hjälp, och vi ses igen om en vecka.')),
       'Vi sågs och pratade', 'Vi pratade på kontoret. Du berättade hur du har det. Vi ses snart igen.',
       'Vi pratade. Vi ses snart igen.', 'spoken', day + v - 1 + time '14:00',
       case v when 2 then 'En tid var fel.' end, day + v - 1 + time '14:00', lead_id
  from seed_note, generate_series(1, 2) v
 where v = 1 or i % 10 = 0;

-- The child reads everything. Of five notes the guardian reads three in full, one in part and one not at all.
insert into disclosure (municipality_id, id, note_id, person_id, level, title, partial_text, ground, harm_assessment,
                        shown_from, decided_by, decided_at)
select pg_temp.storby(), pg_temp.seed_id('reader ' || r.role, i), id, r.person_id, r.level,
       case r.level when 'partial' then 'Vi har setts' end,
       case r.level when 'partial' then '[{"voice": "fact", "text": "Vi har setts och pratat."}]'::jsonb end,
       case when r.level <> 'full' then 'OSL 12:3' end,
       case when r.level <> 'full' then 'Barnet vill inte att det här läses.' end,
       day + time '15:00', lead_id, day + time '15:00'
  from seed_note,
       lateral (values ('child', child_id, 'full'),
                       ('guardian', guardian_id, pg_temp.pick(array['withheld', 'full', 'full', 'partial', 'full'], i)))
         as r (role, person_id, level);

insert into document (municipality_id, id, case_id, type, dated_on)
select pg_temp.storby(), id, case_id, type, day from seed_document;

insert into document_version (municipality_id, id, document_id, number, title, content, signed_at, signed_by)
select pg_temp.storby(), pg_temp.seed_id('version ' || type, i), id, 1, title,
       jsonb_build_object('title', title, 'language', 'sv', 'issuer', jsonb_build_object('name', 'Storby kommun'), 'blocks',
         '[{"kind": "heading", "level": 2, "text": "Beslut"},
           {"kind": "paragraph", "text": "Vi tar reda på vilket stöd barnet behöver. Det ska vara klart inom fyra månader."},
           {"kind": "heading", "level": 2, "text": "Varför"},
           {"kind": "paragraph", "text": "Skolan har hört av sig. Barnet och familjen har berättat hur de har det."}]'::jsonb),
       day + time '10:00', lead_id
  from seed_document;

insert into disclosure (municipality_id, id, document_id, person_id, level, shown_from, decided_by, decided_at)
select pg_temp.storby(), pg_temp.seed_id('reader ' || r.role || ' ' || type, i), id, r.person_id, 'full',
       day + time '11:00', lead_id, day + time '11:00'
  from seed_document, lateral (values ('child', child_id), ('guardian', guardian_id)) as r (role, person_id);

-- Two evenings: the child signs in and reads a note. The third note is still new.
insert into audit_event (municipality_id, id, at, actor_kind, actor_id, action, case_id, note_id, device)
select pg_temp.storby(), pg_temp.seed_id(e.action, i), day + time '20:30' + e.later, 'person', child_id, e.action,
       e.case_id, e.note_id, e.device
  from seed_note,
       lateral (values ('signedIn', interval '0', null::uuid, null::uuid, 'phone'),
                       ('readNote', interval '2 minutes', case_id, id, null))
         as e (action, later, case_id, note_id, device)
 where n < 2;

do $$ declare statement text; begin
  for statement in select make_anew from seed_index loop execute statement; end loop;
end $$;
