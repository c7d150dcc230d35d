-- What a form of a follow-up said when it was sent: sent again with other words it is not the same one. Null where it was not kept.
alter table follow_up_record add sent_hash bytea check (octet_length(sent_hash) = 32);
