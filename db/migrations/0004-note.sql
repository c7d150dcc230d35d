-- Notes: locked when signed, corrected only by a new version. A note is closed to everybody outside the
-- staff until a disclosure opens it to one named person (OSL 12 kap. 3 §, 26 kap. 1 §).
create table note (
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  kind text not null check (kind in ('protectiveAssessment', 'meeting', 'privateTalk', 'homeVisit', 'phoneCall',
    'disclosureForComment', 'decision', 'placement', 'implementationPlan', 'followUp', 'information', 'serviceOfDocuments')),
  event_at timestamptz not null,
  author_id uuid not null,
  -- Where the information comes from, as the record must say (domain 4.11).
  source text,
  bbic_areas text[] not null default '{}',
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file,
  foreign key (municipality_id, author_id) references staff_member
);
create index on note (municipality_id, case_id, event_at);

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
  read_back_to text,
  audio_erased_at timestamptz,
  change_reason text check (number = 1 or change_reason is not null),
  signed_at timestamptz,
  signed_by uuid,
  primary key (municipality_id, id),
  unique (municipality_id, note_id, number),
  foreign key (municipality_id, note_id) references note,
  foreign key (municipality_id, signed_by) references staff_member,
  check ((signed_at is null) = (signed_by is null))
);

create function refuse_change_when_signed() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null then
    raise exception 'a signed version is locked' using errcode = 'check_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger note_version_is_locked before update or delete on note_version
  for each row execute function refuse_change_when_signed();
