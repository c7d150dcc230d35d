-- A note before it is signed: written or dictated into draft_text, reviewed, then locked. A draft is a version
-- without signature, so every rule that keeps unsigned versions from persons keeps drafts too (0011).
alter table note
  -- When the record was made; event_at is when it happened. Both must show (FL 2017:900 27 §).
  add column recorded_at timestamptz,
  add column participants text,
  add column child_present boolean,
  -- A record says why a child was not heard (SOSFS 2014:5, domain 4.11).
  add column child_not_heard_reason text;

alter table note_version
  -- Who holds the pen. Nobody else may write on a draft.
  add column written_by uuid,
  add column draft_text text check (char_length(draft_text) <= 100000),
  -- The last transcript segment that stands in draft_text: text comes in once, whoever asks for it.
  add column merged_to int not null default 0,
  -- Counts saves: two tabs cannot overwrite each other unseen.
  add column revision int not null default 0,
  -- "Jag har granskat texten". Any later change of the text takes it away.
  add column reviewed_at timestamptz,
  -- Keys of what the reviewer has stepped through (numbers, dates, names, negations, doubtful words).
  add column checked text[] not null default '{}',
  -- The engine that wrote the spoken text, as provenance: "kb-whisper-base 1a2b3c".
  add column transcribed_by text,
  add column edited_words int,
  add foreign key (municipality_id, written_by) references staff_member;

-- A draft that is thrown away takes with it what hangs on it; a signed note cannot be deleted (0017).
alter table note_version drop constraint note_version_municipality_id_note_id_fkey,
  add foreign key (municipality_id, note_id) references note on delete cascade;
alter table disclosure drop constraint disclosure_municipality_id_note_id_fkey,
  add foreign key (municipality_id, note_id) references note on delete cascade;

-- One draft a note at a time.
create unique index note_version_one_draft on note_version (municipality_id, note_id) where signed_at is null;
create index on note_version (municipality_id, written_by) where signed_at is null;

-- Words of a case that an engine does not know: a school, a dog, a medicine. Given to it as spelling help.
create table case_word (
  municipality_id uuid not null,
  case_id uuid not null,
  word text not null check (char_length(word) between 1 and 60),
  added_by uuid not null,
  primary key (municipality_id, case_id, word),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, added_by) references staff_member
);

-- Every decision on who may read what, kept when it is changed: disclosure holds the one in force.
create table disclosure_decision (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  disclosure_id uuid not null,
  -- The row of disclosure as it was decided.
  decided jsonb not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, disclosure_id) references disclosure on delete cascade
);

-- A person is told that there is something, never what (Q3). Written with the release, sent when notices are.
create table notice (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null check (kind in ('newNote')),
  note_id uuid,
  -- Not before the thing itself can be read.
  due_at timestamptz not null,
  sent_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, note_id) references note
);
create index on notice (due_at) where sent_at is null;

alter table audit_event add column recording_id uuid;
alter table audit_event drop constraint audit_event_action_check;
alter table audit_event add constraint audit_event_action_check check (action in (
  'signedIn', 'signedOut', 'leftQuickly', 'signedOutEverywhere', 'refusedSignIn', 'changedSettings',
  'readNote', 'readDocument', 'readThread', 'readPlan', 'readCase', 'readStatistics',
  'wroteRemark', 'answeredRemark',
  'createdNote', 'savedDraft', 'discardedDraft', 'reviewedNote', 'signedNote', 'beganCorrection',
  'decidedDisclosure', 'previewedNote', 'readTogether', 'addedWord', 'removedWord',
  'startedRecording', 'stoppedRecording', 'discardedRecording', 'playedRecording', 'transcribedRecording', 'erasedRecording',
  'ingestedNote', 'ingestedStage', 'ingestedParty', 'ingestedDocument', 'ingestedRecording'));

do $$ declare t text; begin
  foreach t in array array['case_word', 'disclosure_decision', 'notice'] loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;
