-- The sound of a dictation and what an engine made of it. Sound is stored before anything listens to it, in
-- numbered parts, each encrypted with a key of the recording's own: erasing the key erases the sound.
create table recording_rule (
  key text primary key check (key in ('longestHours', 'keepHours')),
  value int not null check (value > 0),
  reason text not null
);

insert into recording_rule values
  ('longestHours', 3, 'A long meeting; what goes on longer is taken in two'),
  ('keepHours', 72, 'Sound lives until the note is signed or thrown away, at most three days; the municipality''s own retention plan decides (IMY on speech recognition in social services, 2026)');

create table recording (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  note_version_id uuid not null,
  author_id uuid not null,
  source text not null check (source in ('live', 'upload')),
  -- recording: parts are coming. stopped: all parts are named. transcribed: every phrase has its text.
  state text not null default 'recording' check (state in ('recording', 'stopped', 'transcribed', 'discarded')),
  -- How spoken commands are taken (domain 5.0): the engine's own marks, everything spoken, or nothing.
  command_mode text not null default 'automatic' check (command_mode in ('automatic', 'spoken', 'off')),
  started_at timestamptz not null,
  stopped_at timestamptz,
  -- Null once the sound is erased.
  key_encrypted bytea,
  -- The lowest part number that is waited for, and the last there will be.
  next_number int not null default 0,
  last_number int,
  -- Up to where the live pass has come, in milliseconds of sound.
  transcribed_to int not null default 0,
  -- The whole of it once more, more carefully.
  final_pass text not null default 'waiting' check (final_pass in ('waiting', 'done', 'failed')),
  -- Set while no engine answers: the sound is kept and written out later.
  problem text check (problem in ('engineLoading', 'engineAway', 'modelMissing', 'undecodable', 'tooLong', 'noSpeech')),
  erased_at timestamptz,
  erased_because text check (erased_because in ('signed', 'discarded', 'overdue')),
  primary key (municipality_id, id),
  foreign key (municipality_id, note_version_id) references note_version on delete cascade,
  foreign key (municipality_id, author_id) references staff_member,
  check ((erased_at is null) = (erased_because is null)),
  check (erased_at is null or key_encrypted is null)
);
create index on recording (municipality_id, note_version_id);
create index on recording (state) where state in ('recording', 'stopped');
create index on recording (started_at) where erased_at is null;

-- One second of sound: 16 kHz mono PCM16LE, encrypted (AES-256-GCM: nonce, tag, bytes).
create table recording_chunk (
  municipality_id uuid not null,
  recording_id uuid not null,
  number int not null check (number >= 0),
  -- Of the sound as it was sent: the same number twice is the same second, or a fault.
  sha256 bytea not null check (length(sha256) = 32),
  -- Encrypted bytes do not compress.
  sound bytea storage external not null,
  primary key (municipality_id, recording_id, number),
  foreign key (municipality_id, recording_id) references recording on delete cascade
);

-- A file as it was handed in, in parts, encrypted likewise, until it is read as sound.
create table recording_file_part (
  municipality_id uuid not null,
  recording_id uuid not null,
  number int not null check (number >= 0),
  bytes bytea storage external not null,
  primary key (municipality_id, recording_id, number),
  foreign key (municipality_id, recording_id) references recording on delete cascade
);

-- What was heard, phrase by phrase, in the order it stands in the note. speech: text. dropped: taken for noise,
-- kept to be shown and heard. gap: sound that never came.
create table transcript_segment (
  municipality_id uuid not null,
  note_version_id uuid not null,
  number int not null check (number > 0),
  recording_id uuid not null,
  kind text not null check (kind in ('speech', 'dropped', 'gap')),
  start_ms int not null,
  end_ms int not null check (end_ms >= start_ms),
  text text not null,
  -- [{"text": word, "start": ms, "end": ms, "p": probability or null}]
  words jsonb not null default '[]' check (jsonb_typeof(words) = 'array'),
  dropped_because text,
  engine text not null,
  -- The careful pass's text of the same stretch, where it differs, and what the caseworker made of it.
  final_text text,
  final_words jsonb,
  final_engine text,
  final_decided text check (final_decided in ('accepted', 'rejected')),
  primary key (municipality_id, note_version_id, number),
  foreign key (municipality_id, note_version_id) references note_version on delete cascade,
  foreign key (municipality_id, recording_id) references recording on delete cascade,
  check ((kind = 'dropped') = (dropped_because is not null)),
  check (final_decided is null or final_text is not null)
);
create index on transcript_segment (municipality_id, recording_id);

-- What happened to a recording, in order: the page that shows it asks for what came after the last it has.
create table recording_event (
  municipality_id uuid not null,
  recording_id uuid not null,
  number int not null check (number > 0),
  kind text not null check (kind in ('segment', 'state', 'problem', 'lag', 'final')),
  data jsonb not null,
  primary key (municipality_id, recording_id, number),
  foreign key (municipality_id, recording_id) references recording on delete cascade
);
