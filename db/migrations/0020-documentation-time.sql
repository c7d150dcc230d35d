-- How long documentation takes, without watching anybody: a row a signed version, which names no person, case, note
-- or author (docs/decisions/0014-measuring-without-watching.md). No role reads it; a report counts it by group.
create table documentation_time (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  signed_on date not null,
  origin text not null check (origin in ('spoken', 'typed', 'uploaded', 'ingested')),
  engine text,
  -- From the note's first row to its first whole text.
  first_draft_seconds int,
  dictation_seconds int not null,
  -- Between deeds on the draft, from its first text to the signature; pauses longer than a quarter of an hour are left out.
  edit_seconds int not null,
  words int not null,
  edited_words int,
  -- Tells authors of one unit and quarter apart and says who none of them is.
  author_pseudonym bytea not null check (length(author_pseudonym) = 32),
  primary key (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit
);
create index on documentation_time (municipality_id, unit_id, signed_on);

-- Made for one quarter and thrown away after it: from then on nobody can find an author again.
create table documentation_time_key (
  municipality_id uuid not null,
  unit_id uuid not null,
  quarter date not null,
  secret bytea not null check (length(secret) = 64),
  primary key (municipality_id, unit_id, quarter),
  foreign key (municipality_id, unit_id) references unit
);
alter table documentation_time enable row level security;
alter table documentation_time_key enable row level security;

create function author_pseudonym(municipality uuid, unit uuid, author uuid) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  this_quarter date := date_trunc('quarter', app_today())::date;
  unit_secret bytea;
begin
  delete from documentation_time_key k where k.municipality_id = municipality and k.quarter < this_quarter;
  insert into documentation_time_key
    values (municipality, unit, this_quarter,
            sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    on conflict do nothing;
  select secret into unit_secret from documentation_time_key k
   where k.municipality_id = municipality and k.unit_id = unit and k.quarter = this_quarter;
  -- Secret before and after, both of fixed length: a hash that cannot be made without it or be drawn out.
  return sha256(substring(unit_secret for 32) || uuid_send(author) || substring(unit_secret from 33));
end $$;

-- Seconds of work on a note, told by the log: its deeds follow each other closely while somebody works.
create function worked_seconds(municipality uuid, of_note uuid, from_time timestamptz, to_time timestamptz) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  with deed as (
    select a.at from audit_event a
     where a.municipality_id = municipality and a.note_id = of_note and a.actor_kind = 'staff' and a.at between from_time and to_time
    union select from_time union select to_time)
  select coalesce(sum(extract(epoch from pause)) filter (where pause <= interval '15 minutes'), 0)::int
    from (select at - lag(at) over (order by at) as pause from deed) p
$$;

create function measure_signed_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare begun timestamptz; drafted timestamptz; unit uuid; is_upload boolean; sound_seconds int;
begin
  if app_municipality() is null then return null; end if;
  select c.unit_id into unit from note n join case_file c on c.municipality_id = n.municipality_id and c.id = n.case_id
   where n.municipality_id = new.municipality_id and n.id = new.note_id;
  select max(a.at) into begun from audit_event a
   where a.municipality_id = new.municipality_id and a.note_id = new.note_id and a.action in ('createdNote', 'beganCorrection', 'ingestedNote');
  select coalesce(min(a.at) filter (where a.action = 'transcribedRecording'), min(a.at) filter (where a.action = 'savedDraft'))
    into drafted from audit_event a
   where a.municipality_id = new.municipality_id and a.note_id = new.note_id and a.at >= begun;
  select bool_or(r.source = 'upload'), sum(r.last_number + 1) into is_upload, sound_seconds from recording r
   where r.municipality_id = new.municipality_id and r.note_version_id = new.id and r.state <> 'discarded';
  insert into documentation_time (municipality_id, unit_id, signed_on, origin, engine, first_draft_seconds, dictation_seconds,
                                  edit_seconds, words, edited_words, author_pseudonym)
    values (new.municipality_id, unit, app_today(),
            case when is_upload then 'uploaded'
                 when exists (select from audit_event a where a.municipality_id = new.municipality_id and a.note_id = new.note_id
                                 and a.action = 'ingestedNote') then 'ingested'
                 else new.origin end,
            new.transcribed_by, extract(epoch from drafted - begun)::int, coalesce(sound_seconds, new.dictation_seconds, 0),
            worked_seconds(new.municipality_id, new.note_id, coalesce(drafted, begun, new.signed_at), new.signed_at),
            regexp_count(coalesce(new.draft_text, ''), '\S+'), new.edited_words,
            author_pseudonym(new.municipality_id, unit, new.signed_by));
  return null;
end $$;
-- By the database at the signature: it can be neither forgotten nor counted twice.
create trigger note_version_measured after update on note_version
  for each row when (old.signed_at is null and new.signed_at is not null) execute function measure_signed_version();
