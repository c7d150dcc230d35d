-- What caseworkers tell of themselves (feature F2): a few sentences in their own words and a picture, shown to the people whose
-- case they have. Both are their own choice.
create table staff_introduction (
  municipality_id uuid not null,
  staff_id uuid not null,
  text text check (char_length(text) between 1 and 300),
  -- A new one with every picture: an address says neither whose it is nor when it was changed.
  picture_id uuid,
  -- Instead of the picture, for whoever does not see it.
  picture_text text check (char_length(picture_text) between 1 and 120),
  -- A small square, made anew and sealed under DATA_KEYS for picture_id alone.
  picture bytea check (octet_length(picture) <= 65536),
  changed_at timestamptz not null,
  primary key (municipality_id, staff_id),
  foreign key (municipality_id, staff_id) references staff_member,
  unique (municipality_id, picture_id),
  check ((picture is null) = (picture_id is null) and (picture_text is null) = (picture_id is null))
);
-- Cipher text does not become smaller.
alter table staff_introduction alter picture set storage external;

insert into audit_action values ('changedIntroduction'), ('removedOwnPicture'), ('erasedIntroduction');

-- The social emergency service: where to call while the office is closed, and when it answers. A municipality that has said nothing
-- has it asked for at 112.
alter table municipality
  add emergency_phone text check (char_length(emergency_phone) between 3 and 30),
  add emergency_hours text check (char_length(emergency_hours) between 1 and 80),
  add check ((emergency_phone is null) = (emergency_hours is null));
