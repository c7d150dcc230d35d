-- Sound is numbered in quarters of a second, so that the end of a phrase is heard of sooner; a part may have several
-- numbers. Recordings that were begun before this, files, and pages that were open then, go on in whole seconds.
alter table recording add column part_ms int not null default 1000 check (part_ms in (250, 1000));
alter table recording_chunk add column numbers int not null default 1 check (numbers between 1 and 4);
