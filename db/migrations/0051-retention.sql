-- Retention (gallring; domain 4.9): what the law says of how long a case is kept, what a case was judged by, and the proof that
-- it was erased. What tells that a rule holds for a case is data too: a case that something speaks for keeping is kept.
create table retention_rule (
  rule text not null,
  valid daterange not null,
  position int not null,
  -- What the years are counted from. never: it is not erased at all.
  counted_from text not null check (counted_from in ('lastNote', 'closing', 'noInvestigation', 'birth', 'accessEnd', 'never')),
  years int check (years between 0 and 200),
  what text not null,
  source text not null,
  exclude using gist (rule with =, valid with &&),
  check ((counted_from = 'never') = (years is null))
);
insert into retention_rule (rule, valid, position, counted_from, years, what, source) values
  ('researchWhole', '[2025-07-01,)', 1, 'never', null, 'Kommun vars alla akter bevaras för forskning',
   'Socialtjänstlag (2025:400) 16 kap. 2 §, socialtjänstförordning (2025:468) 13 kap. 1 §'),
  ('placement', '[2025-07-01,)', 2, 'never', null, 'Placering i familjehem, stödboende, skyddat boende, HVB eller liknande',
   'Socialtjänstlag (2025:400) 16 kap. 2 §'),
  ('parenthood', '[2025-07-01,)', 3, 'never', null, 'Faderskap, föräldraskap och adoption', 'Socialtjänstlag (2025:400) 16 kap. 2 §'),
  ('researchSample', '[2025-07-01,)', 4, 'never', null, 'Akter om den som är född den 5, 15 eller 25 i en månad',
   'Socialtjänstlag (2025:400) 16 kap. 2 §, socialtjänstförordning (2025:468) 13 kap. 1 §'),
  -- Lag 2025:1501; proposed for 15 January 2026 (prop. 2025/26:12), the day in SFS is not read: kept from the law's first day.
  ('childInvestigation', '[2025-07-01,)', 5, 'birth', 30, 'Utredning om ett barns behov av skydd eller stöd',
   'Socialtjänstlag (2025:400) 16 kap. 2 a §'),
  ('agreement', '[2025-07-01,)', 6, 'birth', 18, 'Godkända avtal om vårdnad, boende eller umgänge', 'Socialtjänstlag (2025:400) 16 kap. 3 §'),
  ('noInvestigation', '[2025-07-01,)', 7, 'noInvestigation', 5, 'Anmälan som inte ledde till utredning',
   'Socialtjänstlag (2025:400) 16 kap. 1 §'),
  ('personalRecord', '[2025-07-01,)', 8, 'lastNote', 5, 'Anteckningar och andra uppgifter i en personakt',
   'Socialtjänstlag (2025:400) 16 kap. 1 §'),
  ('compilation', '[2025-07-01,)', 9, 'closing', 5, 'Uppgifter i en sammanställning, sedan det de avser har upphört',
   'Socialtjänstlag (2025:400) 16 kap. 1 §'),
  ('portalCopy', '[2025-07-01,)', 10, 'accessEnd', 0, 'Kopior för läsning, när akten finns i ett annat system',
   'Kommunens beslut (retention_setting): kopian är ingen akt');

-- What in a case tells that a rule holds for it.
create table retention_sign (
  rule text not null,
  sign text not null check (sign in ('stage', 'noteKind', 'documentType', 'template', 'partyRole', 'law')),
  value text not null,
  primary key (rule, sign, value)
);
insert into retention_sign values
  -- What is decided of a child has been investigated, also where nobody wrote down the stage.
  ('childInvestigation', 'stage', 'investigation'), ('childInvestigation', 'stage', 'disclosureForComment'),
  ('childInvestigation', 'stage', 'decision'), ('childInvestigation', 'stage', 'intervention'),
  ('childInvestigation', 'template', 'interventionSol'), ('childInvestigation', 'documentType', 'implementationPlan'),
  ('childInvestigation', 'documentType', 'investigationPlan'),
  ('childInvestigation', 'documentType', 'decisionBasis'),
  ('noInvestigation', 'stage', 'noInvestigation'),
  ('placement', 'stage', 'immediateCustody'), ('placement', 'noteKind', 'placement'), ('placement', 'partyRole', 'fosterCarer'),
  ('placement', 'template', 'custodyLvu'), ('placement', 'template', 'placementLvu'), ('placement', 'template', 'custodyLvm'),
  ('placement', 'documentType', 'courtSubmission'),
  ('placement', 'law', 'LVU 6 §'), ('placement', 'law', 'LVU 11 §'), ('placement', 'law', 'LVM 13 §');

-- What the law leaves to a municipality, and whether it erases at all. One that has said nothing keeps everything.
create table retention_setting (
  municipality_id uuid not null references municipality,
  valid daterange not null,
  -- record: the portal may hold what is nowhere else. copies: the record of what came from another system is kept there.
  holds text not null check (holds in ('record', 'copies')),
  -- whole: all is kept for research, as in Östergötland, Gotland, Västernorrland and Göteborg. sample: those born on some days.
  research text not null check (research in ('whole', 'sample')),
  -- Whether the worker erases by itself at night.
  at_night boolean not null default false,
  -- The decision: "Dokumenthanteringsplan, SN 2026-03-11 § 40".
  source text not null check (char_length(source) between 1 and 200),
  exclude using gist (municipality_id with =, valid with &&)
);

-- By which rule a case is kept, and until when at the earliest. It goes with the case.
create table retention_decision (
  municipality_id uuid not null,
  case_id uuid not null,
  -- open: the case is not closed. unsettled: the municipality has not said what the law leaves to it, or no rule is in force.
  ground text not null check (ground in ('rule', 'open', 'unsettled')),
  rule text,
  -- Null: never, or not known yet.
  earliest_on date check (isfinite(earliest_on)),
  -- The days and signs it was worked out from.
  why jsonb not null check (jsonb_typeof(why) = 'object'),
  computed_at timestamptz not null,
  primary key (municipality_id, case_id),
  foreign key (municipality_id, case_id) references case_file,
  check ((ground = 'rule') = (rule is not null)),
  check (earliest_on is null or ground = 'rule')
);
create index on retention_decision (municipality_id, earliest_on) where earliest_on is not null;

-- That a case was erased, kept for ever: of which rule, when and how much, never what or whose. Whoever still has the case's id
-- can see by the hash that it is this one; from the hash nobody finds the id.
create table retention_proof (
  municipality_id uuid not null references municipality,
  id uuid not null default gen_random_uuid(),
  rule text not null,
  source text not null,
  earliest_on date not null,
  erased_at timestamptz not null,
  -- {table: rows}
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  hash bytea not null check (length(hash) = 32),
  primary key (municipality_id, id)
);
create index on retention_proof (municipality_id, erased_at);

insert into audit_action values ('erasedCase'), ('readRetention');

-- What refers to a case or a person is found by it: erasing one must not read whole tables.
create index on audit_event (municipality_id, thread_id) where thread_id is not null;
create index on audit_event (municipality_id, remark_id) where remark_id is not null;
create index on audit_event (municipality_id, recording_id) where recording_id is not null;
create index on case_party_block (municipality_id, child_id);
create index on committee_matter (municipality_id, document_version_id);
create index on deadline (municipality_id, person_id) where person_id is not null;
create index on disclosure_decision (municipality_id, disclosure_id);
create index on follow_up_record (municipality_id, next_id) where next_id is not null;
create index on ingested (municipality_id, case_id);
create index on ingested (municipality_id, case_party_id) where case_party_id is not null;
create index on ingested (municipality_id, case_stage_id) where case_stage_id is not null;
create index on ingested (municipality_id, document_id) where document_id is not null;
create index on ingested (municipality_id, recording_id) where recording_id is not null;
create index on message (municipality_id, from_person_id) where from_person_id is not null;
create index on message_draft (municipality_id, from_person_id) where from_person_id is not null;
create index on message_draft (municipality_id, about_note_id) where about_note_id is not null;
create index on message_draft (municipality_id, about_document_id) where about_document_id is not null;
create index on notice (municipality_id, person_id);
create index on notice_delivery_part (municipality_id, channel_id);
create index on notice (municipality_id, note_id) where note_id is not null;
create index on notice (municipality_id, document_id) where document_id is not null;
create index on question_thread (municipality_id, about_note_id) where about_note_id is not null;
create index on question_thread (municipality_id, about_document_id) where about_document_id is not null;
create index on remark (municipality_id, note_id) where note_id is not null;
create index on remark (municipality_id, document_id) where document_id is not null;
create index on sign_in_account (municipality_id, subject_id);
create index on sign_in_choice (municipality_id, subject_id);

-- What is kept in ways of its own, so that it can be told that a case holds it.
insert into document_type values ('familyAgreement', 11), ('parenthood', 12), ('adoption', 13);
insert into retention_sign values
  ('agreement', 'documentType', 'familyAgreement'), ('parenthood', 'documentType', 'parenthood'),
  ('parenthood', 'documentType', 'adoption');
