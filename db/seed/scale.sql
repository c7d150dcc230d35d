-- Storby kommun: as many cases as asked for, all made here by generate_series. The same number of cases gives
-- the same rows. Runs in one transaction with seed.cases set; ids are computed alike by scale.ts.
set local time zone 'Europe/Stockholm';
set local synchronous_commit = off;

-- The references are right by construction (scale.test.ts looks at each): checking them row by row takes six times
-- as long as writing the rows. Only a superuser may leave it out; any other owner waits.
do $$ begin
  set local session_replication_role = replica;
exception when insufficient_privilege then null;
end $$;

create function pg_temp.seed_id(kind text, i bigint) returns uuid language sql immutable as
  $$ select md5('storby ' || kind || ' ' || i::text)::uuid $$;
create function pg_temp.cases() returns int language sql stable as
  $$ select current_setting('seed.cases')::int $$;
create function pg_temp.caseworkers() returns int language sql stable as
  $$ select ceil(pg_temp.cases() / 20.0)::int $$;
create function pg_temp.storby() returns uuid language sql immutable as
  $$ select pg_temp.seed_id('municipality', 0) $$;
-- One of a list, in turn.
create function pg_temp.pick(list text[], i bigint) returns text language sql immutable as
  $$ select list[1 + i % cardinality(list)] $$;
-- The case began up to two years before the demo clock, and never in its last six weeks.
create function pg_temp.opened_on(i int) returns date language sql immutable as
  $$ select date '2026-08-04' - i % 700 $$;

insert into municipality (id, name, phone) values (pg_temp.storby(), 'Storby kommun', '040-628 04 00');

insert into unit (municipality_id, id, name)
select pg_temp.storby(), pg_temp.seed_id('unit', u), 'Barn och familj ' || u
  from generate_series(1, ceil(pg_temp.caseworkers() / 12.0)::int) u;

-- Twelve caseworkers to a unit, and the first of each leads it.
insert into staff_member (municipality_id, id, unit_id, given_name, family_name, title, role, phone, phone_hours,
                          id_number_encrypted, id_number_hash, employed)
select pg_temp.storby(), pg_temp.seed_id('staff', s), pg_temp.seed_id('unit', 1 + (s - 1) / 12),
       pg_temp.pick(array['Anna', 'Björn', 'Carin', 'David', 'Elin', 'Farid', 'Greta'], s),
       pg_temp.pick(array['Ahl', 'Bergman', 'Cedergren', 'Dahl', 'Ekberg', 'Falk', 'Grip', 'Holm', 'Ivarsson'], s),
       case when s % 12 = 1 then 'enhetschef' else 'socialsekreterare' end,
       case when s % 12 = 1 then 'teamLeader' else 'caseworker' end,
       '040-628 04 11', 'vardagar 8–16', sha256(convert_to('storby staff ' || s, 'UTF8')),
       sha256(convert_to('storby staff number ' || s, 'UTF8')), '[2020-01-01,)'
  from generate_series(1, pg_temp.caseworkers()) s;

-- Children of every age; the one in the middle case is 16. No number answers to these hashes.
insert into person (municipality_id, id, given_name, family_name, birth_date, id_number_encrypted, id_number_hash)
select pg_temp.storby(), pg_temp.seed_id('child', i),
       pg_temp.pick(array['Alma', 'Bo', 'Cleo', 'Dante', 'Ebba', 'Filip', 'Gry', 'Hugo', 'Iris', 'Jamal', 'Kim'], i),
       pg_temp.pick(array['Alm', 'Björk', 'Ceder', 'Ek', 'Gran', 'Hägg', 'Lind', 'Rönn', 'Sälg'], i),
       (date '2026-09-15' - make_interval(years => ((i - (pg_temp.cases() + 1) / 2) % 18 + 34) % 18, days => i % 360))::date,
       sha256(convert_to('storby child ' || i, 'UTF8')), sha256(convert_to('storby child number ' || i, 'UTF8'))
  from generate_series(1, pg_temp.cases()) i
union all
select pg_temp.storby(), pg_temp.seed_id('guardian', i),
       pg_temp.pick(array['Agnes', 'Bilal', 'Cecilia', 'Daniel', 'Eva', 'Fredrik', 'Gunnar'], i),
       pg_temp.pick(array['Alm', 'Björk', 'Ceder', 'Ek', 'Gran', 'Hägg', 'Lind', 'Rönn', 'Sälg'], i),
       date '1975-01-01' + i % 7000,
       sha256(convert_to('storby guardian ' || i, 'UTF8')), sha256(convert_to('storby guardian number ' || i, 'UTF8'))
  from generate_series(1, pg_temp.cases()) i;

insert into case_file (municipality_id, id, unit_id, child_id, case_number, opened_on)
select pg_temp.storby(), pg_temp.seed_id('case', i),
       pg_temp.seed_id('unit', 1 + (i - 1) % pg_temp.caseworkers() / 12), pg_temp.seed_id('child', i),
       'SB-' || i, pg_temp.opened_on(i)
  from generate_series(1, pg_temp.cases()) i;

insert into case_party (municipality_id, id, case_id, person_id, role, valid, source)
select pg_temp.storby(), pg_temp.seed_id(role || ' party', i), pg_temp.seed_id('case', i), pg_temp.seed_id(role, i),
       role, daterange(pg_temp.opened_on(i), null), 'Folkbokföringen'
  from generate_series(1, pg_temp.cases()) i, unnest(array['child', 'guardian']) role;

insert into caseworker_assignment (municipality_id, id, case_id, staff_id, kind, valid)
select pg_temp.storby(), pg_temp.seed_id(kind || ' assignment', i), pg_temp.seed_id('case', i),
       pg_temp.seed_id('staff', 1 + (i + shift - 1) % pg_temp.caseworkers()), kind,
       daterange(pg_temp.opened_on(i), null)
  from generate_series(1, pg_temp.cases()) i, (values ('lead', 0), ('deputy', 1)) as kinds (kind, shift);

-- A case has come one to six stages, a week apart.
insert into case_stage (municipality_id, id, case_id, stage, started_on, due_on, shown_from)
select pg_temp.storby(), pg_temp.seed_id('stage ' || k.stage, i), pg_temp.seed_id('case', i), k.stage,
       pg_temp.opened_on(i) + 7 * (k.position - 1), pg_temp.opened_on(i) + 7 * k.position,
       pg_temp.opened_on(i) + 7 * (k.position - 1)
  from generate_series(1, pg_temp.cases()) i join stage_kind k on k.position <= 1 + i % 6;

insert into deadline (municipality_id, id, case_id, kind, due_on, source, shown_from)
select pg_temp.storby(), pg_temp.seed_id('deadline', i), pg_temp.seed_id('case', i), 'investigation',
       (pg_temp.opened_on(i) + interval '4 months')::date, 'SoL 20 kap. 3 §', pg_temp.opened_on(i)
  from generate_series(1, pg_temp.cases()) i where 1 + i % 6 = 3;

-- Three notes a case, a week apart: what was said is told, and every tenth note has a second version.
insert into note (municipality_id, id, case_id, kind, event_at, author_id, source, bbic_areas)
select pg_temp.storby(), pg_temp.seed_id('note', 3 * i + n), pg_temp.seed_id('case', i),
       pg_temp.pick(array['protectiveAssessment', 'meeting', 'privateTalk', 'homeVisit', 'phoneCall'], i + n),
       pg_temp.opened_on(i) + 7 * n + time '13:00',
       pg_temp.seed_id('staff', 1 + (i - 1) % pg_temp.caseworkers()), 'Barnet', array['education', 'safety']
  from generate_series(1, pg_temp.cases()) i, generate_series(0, 2) n;

insert into note_version (municipality_id, id, note_id, number, title, paragraphs, child_title, child_text, child_text_easy,
                          origin, audio_erased_at, change_reason, signed_at, signed_by)
select pg_temp.storby(), pg_temp.seed_id('note version ' || v, 3 * i + n), pg_temp.seed_id('note', 3 * i + n), v,
       pg_temp.pick(array['Möte på kontoret', 'Enskilt samtal', 'Hembesök', 'Telefonsamtal', 'Nätverksmöte'], i + n),
       jsonb_build_array(
         jsonb_build_object('voice', 'fact', 'text', 'Vi ses på kontoret klockan 13. Samtalet varar i en timme. '
           || pg_temp.pick(array['Kuratorn är med den första halvtimmen.', 'Mormor är med.', 'Vi är ensamma.'], i)),
         jsonb_build_object('voice', 'statement', 'speaker', 'Barnet', 'speakerId', pg_temp.seed_id('child', i),
           'text', pg_temp.pick(array['Det är bäst på helgerna och svårast på morgonen. Skolan går bra när natten har varit lugn.',
             'Jag vill spela fotboll igen och träffa mina kompisar oftare än nu.', 'Det är mest vanligt hemma just nu.'], i + n)),
         jsonb_build_object('voice', 'assessment', 'text', 'Barnet behöver inte skydd i dag. Familjen vill ha hjälp, och vi ses igen om en vecka.')),
       'Vi sågs och pratade', 'Vi pratade på kontoret. Du berättade hur du har det. Vi ses snart igen.',
       'Vi pratade. Vi ses snart igen.', 'spoken', signed.at,
       case when v = 2 then 'En tid var fel.' end, signed.at, pg_temp.seed_id('staff', 1 + (i - 1) % pg_temp.caseworkers())
  from generate_series(1, pg_temp.cases()) i, generate_series(0, 2) n, generate_series(1, 2) v,
       lateral (select pg_temp.opened_on(i) + 7 * n + v - 1 + time '14:00' as at) signed
 where v = 1 or (3 * i + n) % 10 = 0;

-- The child reads everything. Of five notes the guardian reads three in full, one in part and one not at all.
insert into disclosure (municipality_id, id, note_id, person_id, level, title, partial_text, ground, harm_assessment,
                        shown_from, decided_by, decided_at)
select pg_temp.storby(), pg_temp.seed_id(reader || ' note disclosure', 3 * i + n), pg_temp.seed_id('note', 3 * i + n),
       pg_temp.seed_id(reader, i), told.level, case told.level when 'partial' then 'Vi har setts' end,
       case told.level when 'partial' then '[{"voice": "fact", "text": "Vi har setts och pratat."}]'::jsonb end,
       case when told.level <> 'full' then 'OSL 12:3' end,
       case when told.level <> 'full' then 'Barnet vill inte att det här läses.' end,
       told.at, pg_temp.seed_id('staff', 1 + (i - 1) % pg_temp.caseworkers()), told.at
  from generate_series(1, pg_temp.cases()) i, generate_series(0, 2) n, unnest(array['child', 'guardian']) reader,
       lateral (select pg_temp.opened_on(i) + 7 * n + time '15:00' as at,
                       case when reader = 'child' then 'full'
                            else pg_temp.pick(array['withheld', 'full', 'full', 'partial', 'full'], 3 * i + n) end as level) told;

insert into document (municipality_id, id, case_id, type, dated_on)
select pg_temp.storby(), pg_temp.seed_id(type, i), pg_temp.seed_id('case', i), type, pg_temp.opened_on(i) + 14
  from generate_series(1, pg_temp.cases()) i, unnest(array['decision', 'investigationPlan']) type;

insert into document_version (municipality_id, id, document_id, number, title, sections, signed_at, signed_by)
select pg_temp.storby(), pg_temp.seed_id(type || ' version', i), pg_temp.seed_id(type, i), 1, title,
       jsonb_build_array(
         jsonb_build_object('heading', 'Beslut', 'paragraphs', jsonb_build_array('Vi tar reda på vilket stöd barnet behöver. Det ska vara klart inom fyra månader.')),
         jsonb_build_object('heading', 'Varför', 'paragraphs', jsonb_build_array('Skolan har hört av sig. Barnet och familjen har berättat hur de har det.'))),
       pg_temp.opened_on(i) + 14 + time '10:00', pg_temp.seed_id('staff', 1 + (i - 1) % pg_temp.caseworkers())
  from generate_series(1, pg_temp.cases()) i,
       (values ('decision', 'Beslut om utredning'), ('investigationPlan', 'Utredningsplan')) as types (type, title);

insert into disclosure (municipality_id, id, document_id, person_id, level, shown_from, decided_by, decided_at)
select pg_temp.storby(), pg_temp.seed_id(reader || ' ' || type || ' disclosure', i), pg_temp.seed_id(type, i),
       pg_temp.seed_id(reader, i), 'full', told.at, pg_temp.seed_id('staff', 1 + (i - 1) % pg_temp.caseworkers()), told.at
  from generate_series(1, pg_temp.cases()) i, unnest(array['decision', 'investigationPlan']) type,
       unnest(array['child', 'guardian']) reader,
       lateral (select pg_temp.opened_on(i) + 14 + time '11:00' as at) told;

-- Three evenings: the child signs in and reads a note each time.
insert into audit_event (municipality_id, id, at, actor_kind, actor_id, action, case_id, note_id, device)
select pg_temp.storby(), pg_temp.seed_id(action, 3 * i + n), pg_temp.opened_on(i) + 7 * n + time '20:30' + later,
       'person', pg_temp.seed_id('child', i), action,
       case action when 'readNote' then pg_temp.seed_id('case', i) end,
       case action when 'readNote' then pg_temp.seed_id('note', 3 * i + n) end,
       case action when 'signedIn' then 'phone' end
  from generate_series(1, pg_temp.cases()) i, generate_series(0, 2) n,
       (values ('signedIn', interval '0'), ('readNote', interval '2 minutes')) as deeds (action, later);
