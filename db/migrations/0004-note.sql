-- The position is the place in a list of all of them.
create table note_kind (kind text primary key, position int not null unique);
insert into note_kind values
  ('protectiveAssessment', 1), ('meeting', 2), ('privateTalk', 3), ('homeVisit', 4), ('phoneCall', 5), ('disclosureForComment', 6),
  ('decision', 7), ('placement', 8), ('implementationPlan', 9), ('followUp', 10), ('information', 11), ('serviceOfDocuments', 12);

-- Notes: locked when signed, corrected only by a new version. A note is closed to everybody outside the
-- staff until a disclosure opens it to one named person (OSL 12 kap. 3 §, 26 kap. 1 §).
create table note (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  kind text not null references note_kind,
  event_at timestamptz not null,
  -- When the record was made; event_at is when it happened. Both must show (FL 2017:900 27 §).
  recorded_at timestamptz,
  author_id uuid not null,
  -- Where the information comes from, as the record must say (domain 4.11).
  source text,
  bbic_areas text[] not null default '{}',
  participants text,
  child_present boolean,
  -- A record says why a child was not heard (SOSFS 2014:5, domain 4.11).
  child_not_heard_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, author_id) references staff_member
);
create index on note (municipality_id, case_id, event_at);

-- A version without signature is a draft: written or dictated into draft_text, reviewed, then signed and locked.
create table note_version (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  note_id uuid not null,
  number int not null check (number > 0),
  title text not null,
  -- [{"voice": "fact"|"statement"|"assessment", "text": text, "speaker"?: name, "speakerId"?: person id}]
  paragraphs jsonb not null check (jsonb_typeof(paragraphs) = 'array'),
  child_title text,
  child_text text,
  child_text_easy text,
  origin text not null check (origin in ('spoken', 'typed')),
  -- Who holds the pen. Nobody else may write on a draft.
  written_by uuid,
  draft_text text check (char_length(draft_text) <= 100000),
  -- The last transcript segment that stands in draft_text, so that each is merged once.
  merged_to int not null default 0,
  -- Counts saves: two tabs cannot overwrite each other unseen.
  revision int not null default 0,
  -- When the writer ticked "Jag har granskat texten". Any later change of the text clears it.
  reviewed_at timestamptz,
  -- Keys of what the reviewer has stepped through (numbers, dates, names, negations, doubtful words).
  checked text[] not null default '{}',
  -- The engine that wrote the spoken text, as provenance: "kb-whisper-base 1a2b3c".
  transcribed_by text,
  edited_words int,
  -- Seconds of speech, as reported by the system that recorded the dictation.
  dictation_seconds int check (dictation_seconds >= 0),
  read_back_to text,
  audio_erased_at timestamptz,
  change_reason text check (number = 1 or change_reason is not null),
  signed_at timestamptz,
  signed_by uuid,
  primary key (municipality_id, id),
  unique (municipality_id, note_id, number),
  foreign key (municipality_id, note_id) references note on delete cascade,
  foreign key (municipality_id, written_by) references staff_member,
  foreign key (municipality_id, signed_by) references staff_member,
  check ((signed_at is null) = (signed_by is null))
);

-- One draft a note at a time.
create unique index note_version_one_draft on note_version (municipality_id, note_id) where signed_at is null;
create index on note_version (municipality_id, written_by) where signed_at is null;
