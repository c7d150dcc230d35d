-- Where what two texts say is put together, no word of either is cut off. How much may be typed at once is the forms' to say
-- (app/message/message-limit.ts, app/appointment/limits.ts); here there is room for what becomes of it.

-- An answer that is taken back stands before what was begun after it.
alter table message_draft
  drop constraint message_draft_text_check,
  add constraint message_draft_text_check check (char_length(text) <= 100000);

-- What two of one person had asked is one request when they are found to be one.
alter table appointment_change_request
  drop constraint appointment_change_request_text_check,
  add constraint appointment_change_request_text_check check (char_length(text) between 1 and 20000);
