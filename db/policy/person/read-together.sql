-- What a child has read together with staff, and what it said of it: for the child itself, and of what it may see.
create view person_read_together with (security_barrier) as
select r.id as reading_id, i.position, c.case_id, r.begun_at, s.given_name as staff_given_name, i.kind,
       coalesce(n.title, d.title) as title, i.explained_at is not null as is_explained, i.mark
  from open_case c
  join read_together r on r.municipality_id = c.municipality_id and r.case_id = c.case_id
  join read_together_item i on i.municipality_id = r.municipality_id and i.read_together_id = r.id and i.read_at is not null
  join staff_member s on s.municipality_id = r.municipality_id and s.id = r.staff_id
  left join person_note n on n.note_id = i.note_id
  left join person_document d on d.document_id = i.document_id
 where c.is_own and r.begun_at <= c.moment
   and (i.note_id is null or n.note_id is not null) and (i.document_id is null or d.document_id is not null);
grant select on person_read_together to person;
