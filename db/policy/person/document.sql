-- What a person may see of documents, plans and questions. Same rules as for notes.
create view person_document with (security_barrier) as
select x.id as document_id, x.case_id, x.type, x.dated_on, d.level, x.receipt_asked,
       coalesce(d.title, v.title) as title,
       case when d.level = 'full' then v.child_title end as child_title,
       case when d.ground_shown then d.ground end as ground,
       case when d.ground_shown then d.review_on end as review_on,
       d.shown_from,
       not exists (select from audit_event a
                    where a.municipality_id = c.municipality_id and a.document_id = x.id
                      and a.actor_id = any (array(select c.person_id union all
                                                  select f.id from person f where f.municipality_id = c.municipality_id and f.merged_into = c.person_id))
                      and a.action = 'readDocument'
                      and a.at >= case when d.level = 'full' then greatest(d.shown_from, v.signed_at) else d.shown_from end) as is_new
  from open_case c
  join document x on x.municipality_id = c.municipality_id and x.case_id = c.case_id
  join lateral (select y.level, y.title, y.ground, y.ground_shown, y.review_on, y.shown_from from disclosure y
                 where y.municipality_id = x.municipality_id and y.document_id = x.id and y.person_id = c.person_id limit 1) d on true
  join lateral (select y.title, y.child_title, y.signed_at from document_version y
                 where y.municipality_id = x.municipality_id and y.document_id = x.id and y.signed_at <= c.moment
                   and not exists (select from undecided_version u where u.municipality_id = y.municipality_id and u.document_version_id = y.id)
                 order by y.number desc limit 1) v on true
 where d.level in ('full', 'partial', 'title') and d.shown_from <= c.moment;

create view document_text with (security_barrier) as
select n.document_id, v.number, v.title, v.content, v.child_title, v.child_text, v.change_reason, v.signed_at, f.is_tagged as file_is_tagged
  from acting me
 cross join person_document n
  join document_version v on v.municipality_id = me.municipality_id and v.document_id = n.document_id and v.signed_at <= me.moment
  left join document_file f on f.municipality_id = v.municipality_id and f.document_version_id = v.id
 where n.level = 'full'
   and not exists (select from undecided_version u where u.municipality_id = v.municipality_id and u.document_version_id = v.id)
union all
-- Of the document itself a reader of an own text gets its language and who issued it.
select n.document_id, 1, n.title,
       jsonb_build_object('title', n.title, 'language', v.content -> 'language', 'issuer', v.content -> 'issuer', 'blocks', d.partial_text),
       null, null, null, d.decided_at, null
  from acting me
 cross join person_document n
  join disclosure d on d.municipality_id = me.municipality_id and d.document_id = n.document_id and d.person_id = me.subject_id
  join lateral (select y.content from document_version y
                 where y.municipality_id = me.municipality_id and y.document_id = n.document_id and y.signed_at <= me.moment
                 order by y.number desc limit 1) v on true
 where n.level = 'partial';

create function person_read_document(document uuid) returns setof document_text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    select app_municipality(), app_now(), 'person', app_subject(), 'readDocument', n.case_id, n.document_id
      from person_document n where n.document_id = document;
  if not found then return; end if;
  return query select * from document_text t where t.document_id = document order by t.number desc;
end $$;
grant execute on function person_read_document(uuid) to person;

grant select on person_document to person;
