-- Codes are sent before anything else that waits (db/policy/service/notice.sql): somebody sits and waits for them.
create index on notice_delivery (is_code desc, try_at) where state in ('waiting', 'sending');
