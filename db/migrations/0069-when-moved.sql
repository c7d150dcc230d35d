-- The sequence that a meeting got when its start was last moved: a later change of its end has a sequence of its own, and whoever
-- came in between was told of no earlier start. Null for one that was not moved.
alter table appointment add moved_sequence int;
update appointment set moved_sequence = sequence where earlier_start is not null;
alter table appointment add check ((earlier_start is null) = (moved_sequence is null));
