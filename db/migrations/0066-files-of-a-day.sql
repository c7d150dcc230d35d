-- How much one person may add in a case in a day and a night: whoever sends on and on fills nobody's disk.
alter table message_rule add most_day_bytes bigint not null default 209715200 check (most_day_bytes > 0);
