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
  sound bytea not null,
  primary key (municipality_id, recording_id, number),
  foreign key (municipality_id, recording_id) references recording on delete cascade
);
-- Encrypted bytes do not compress.
alter table recording_chunk alter column sound set storage external;

-- A file as it was handed in, in parts, encrypted likewise, until it is read as sound.
create table recording_file_part (
  municipality_id uuid not null,
  recording_id uuid not null,
  number int not null check (number >= 0),
  bytes bytea not null,
  primary key (municipality_id, recording_id, number),
  foreign key (municipality_id, recording_id) references recording on delete cascade
);
alter table recording_file_part alter column bytes set storage external;

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

-- Adds an event and wakes whoever listens. Caller holds the recording's row.
create function recording_tell(municipality uuid, recording uuid, of_kind text, with_data jsonb) returns void
language sql set search_path = public, pg_temp as $$
  insert into recording_event (municipality_id, recording_id, number, kind, data)
    select municipality, recording, coalesce(max(number), 0) + 1, of_kind, with_data
      from recording_event where municipality_id = municipality and recording_id = recording;
  select pg_notify('recording_event', recording::text);
$$;

-- When the sound of a version was erased: only when all of it is.
create function sound_erased_at(municipality uuid, version uuid) returns timestamptz
language sql stable set search_path = public, pg_temp as $$
  select case when bool_and(erased_at is not null) then max(erased_at) end
    from recording where municipality_id = municipality and note_version_id = version and state <> 'discarded'
$$;

create or replace view note_text with (security_barrier) as
select n.note_id, v.number, v.title, told_paragraphs(v.paragraphs) as paragraphs, v.child_title, v.child_text, v.child_text_easy,
       v.change_reason, v.signed_at, v.origin, v.read_back_to,
       coalesce(v.audio_erased_at, sound_erased_at(v.municipality_id, v.id)) as audio_erased_at, x.source, x.bbic_areas
  from person_note n
  join note_version v on v.municipality_id = app_municipality() and v.note_id = n.note_id and v.signed_at <= app_now()
  join note x on x.municipality_id = v.municipality_id and x.id = v.note_id
 where n.level = 'full'
union all
select n.note_id, 1, n.title, told_paragraphs(d.partial_text), null, null, null, null, d.decided_at, null, null, null, null, null
  from person_note n
  join disclosure d on d.municipality_id = app_municipality() and d.note_id = n.note_id and d.person_id = app_subject()
 where n.level = 'partial';

-- Stores one part for the recording's author. The same part twice is one; another sound under a number that is
-- taken is refused; a part beyond a hole is kept, and the hole is asked for by next_number.
create function staff_store_chunk(to_recording uuid, part int, digest bytea, part_sound bytea)
returns table (outcome text, next_number int)
language plpgsql security definer set search_path = public, pg_temp as $$
declare r recording; known bytea; upcoming int;
begin
  select * into r from recording x
   where x.municipality_id = app_municipality() and x.id = to_recording and x.author_id = app_subject() for update;
  if not found then return query select 'unknown', 0; return; end if;
  select c.sha256 into known from recording_chunk c
   where c.municipality_id = r.municipality_id and c.recording_id = r.id and c.number = part;
  if known is not null then
    return query select case when known = digest then 'stored' else 'conflict' end, r.next_number;
    return;
  end if;
  if r.source <> 'live' or r.state not in ('recording', 'stopped') or r.key_encrypted is null
     or part > coalesce(r.last_number, part)
     or part >= (select value * 3600 from recording_rule where key = 'longestHours') then
    return query select 'closed', r.next_number;
    return;
  end if;
  insert into recording_chunk values (r.municipality_id, r.id, part, digest, part_sound);
  upcoming := r.next_number;
  while exists (select from recording_chunk c where c.municipality_id = r.municipality_id and c.recording_id = r.id and c.number = upcoming) loop
    upcoming := upcoming + 1;
  end loop;
  if upcoming > r.next_number then
    update recording x set next_number = upcoming where x.municipality_id = r.municipality_id and x.id = r.id;
    perform pg_notify('recording', r.id::text);
  end if;
  return query select 'stored', upcoming;
end $$;

-- Names the last part. Null: nothing more will come, and what is missing is a gap that is shown.
create function staff_stop_recording(of_recording uuid, last_part int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare highest int := (select max(number) from recording_chunk where municipality_id = app_municipality() and recording_id = of_recording);
begin
  update recording r
     set state = 'stopped', stopped_at = coalesce(r.stopped_at, app_now()),
         last_number = coalesce(last_part, highest, -1),
         -- Nothing more is waited for: the worker leaves out what is missing at once.
         next_number = case when last_part is null then coalesce(highest, -1) + 1 else r.next_number end
   where r.municipality_id = app_municipality() and r.id = of_recording and r.author_id = app_subject()
     and r.state in ('recording', 'stopped') and (last_part is null or last_part >= -1);
  if not found then return false; end if;
  perform recording_tell(app_municipality(), of_recording, 'state', '{"state": "stopped"}'),
          pg_notify('recording', of_recording::text);
  return true;
end $$;

do $$ declare t text; begin
  foreach t in array array['recording_rule', 'recording', 'recording_chunk', 'recording_file_part', 'transcript_segment', 'recording_event'] loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;
