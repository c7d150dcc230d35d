-- Digital post (Mina meddelanden) as one more way of being told: the municipality turns it on by saying who it is there, and each
-- person for themself.
insert into notice_channel_kind values ('digitalPost', 4);
alter table municipality
  -- Statistics Sweden's code of a municipality and its organisation number: by these a sender of digital post is known. Null where
  -- it sends none.
  add code text check (code ~ '^\d{4}$'),
  add organisation_number text check (organisation_number ~ '^\d{10}$'),
  add check ((code is null) = (organisation_number is null));
