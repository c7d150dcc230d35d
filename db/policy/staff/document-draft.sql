-- What may be begun from.
grant select on document_template to staff;
create policy staff_reads on document_template for select to staff using (true);

-- A draft with its text, for the one who writes it, as long as the case is open to them.
create view staff_document_draft with (security_barrier) as
select d.municipality_id, d.document_id, x.case_id, x.type, d.template, d.facts, d.content, d.dated_on, d.child_title, d.child_text,
       d.change_reason, d.checked, d.revision, d.saved_at, d.uploaded_name, d.uploaded_is_tagged,
       1 + coalesce((select max(v.number) from document_version v
                      where v.municipality_id = d.municipality_id and v.document_id = d.document_id), 0) as number
  from acting me
  join document_draft d on d.municipality_id = me.municipality_id and d.written_by = me.subject_id
  join document x on x.municipality_id = d.municipality_id and x.id = d.document_id
  join staff_open_case o on o.municipality_id = x.municipality_id and o.case_id = x.case_id
 where me.kind = 'staff';
grant select on staff_document_draft to staff;

-- One's own draft, which stays as it is looked at until what is decided on it has been written.
create function staff_lock_document(of_document uuid) returns document_draft
language sql security definer set search_path = public, pg_temp as $$
  select d.* from document_draft d
   where d.municipality_id = (select app_municipality()) and d.document_id = of_document
     and exists (select from staff_document_draft o where o.document_id = d.document_id)
   for update of d
$$;
grant execute on function staff_lock_document(uuid) to staff;

-- Begins a document in a case of one's own. Sent twice it is begun once. False where the case is not open, or the id is
-- somebody else's.
create function staff_begin_document(new_document uuid, of_case uuid, from_template text, first_facts jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into document (municipality_id, id, case_id, type, dated_on, receipt_asked)
    select o.municipality_id, new_document, o.case_id, t.type, app_today(), t.type = 'decision'
      from staff_open_case o join document_template t on t.template = from_template
     where o.case_id = of_case
  on conflict do nothing;
  if not found then
    return exists (select from staff_document_draft d where d.document_id = new_document and d.case_id = of_case);
  end if;
  insert into document_draft (municipality_id, document_id, template, facts, written_by, saved_at)
    values (app_municipality(), new_document, from_template, first_facts, app_subject(), app_now());
  perform audit_staff('createdDocument', of_case, of_document => new_document);
  return true;
end $$;
grant execute on function staff_begin_document(uuid, uuid, text, jsonb) to staff;

-- Begins the next version of a frozen document from what its newest one was written from. Where there is a draft already,
-- nothing is made. False for a document that is not open, has no version or was not written here.
create function staff_begin_document_version(of_document uuid, reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare x document; v document_version;
begin
  select d.* into x from document d join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id
   where d.id = of_document;
  select * into v from document_version y where y.municipality_id = x.municipality_id and y.document_id = x.id
   order by y.number desc limit 1;
  if v.template is null then return false; end if;
  insert into document_draft (municipality_id, document_id, template, facts, dated_on, child_title, child_text, change_reason,
                              written_by, saved_at)
    values (x.municipality_id, x.id, v.template, v.facts, x.dated_on, v.child_title, v.child_text, reason, app_subject(), app_now())
  on conflict do nothing;
  if found then perform audit_staff('beganNewVersion', x.case_id, of_document => x.id); end if;
  return true;
end $$;
grant execute on function staff_begin_document_version(uuid, text) to staff;

-- The new revision; null where another page has saved in between, or the draft is not one's own.
create function staff_save_document(of_document uuid, at_revision int, new_facts jsonb, new_content jsonb, new_day date,
                                    new_child_title text, new_child_text text, new_reason text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare d document_draft := staff_lock_document(of_document);
begin
  if d.document_id is null or d.revision <> at_revision then return null; end if;
  update document_draft
     set facts = new_facts, content = new_content, dated_on = new_day, child_title = new_child_title, child_text = new_child_text,
         change_reason = new_reason, revision = revision + 1, saved_at = app_now()
   where municipality_id = d.municipality_id and document_id = d.document_id;
  -- Once in ten minutes says as much.
  if not exists (select from audit_event a where a.municipality_id = d.municipality_id and a.document_id = d.document_id
                    and a.actor_id = app_subject() and a.action = 'savedDocument' and a.at > app_now() - interval '10 minutes') then
    perform audit_staff('savedDocument', (select x.case_id from document x where x.municipality_id = d.municipality_id and x.id = d.document_id),
                        of_document => d.document_id);
  end if;
  return d.revision + 1;
end $$;
grant execute on function staff_save_document(uuid, int, jsonb, jsonb, date, text, text, text) to staff;

-- Keeps which warnings about one reader have been seen.
create function staff_see_document_warnings(of_document uuid, reader uuid, keys text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d document_draft := staff_lock_document(of_document);
begin
  update document_draft
     set checked = array(select k from unnest(d.checked) k where not starts_with(k, 'seen:' || reader || ':')) || keys
   where municipality_id = d.municipality_id and document_id = d.document_id;
end $$;
grant execute on function staff_see_document_warnings(uuid, uuid, text[]) to staff;

-- A document that was never frozen goes with its draft, and with what was decided on it.
create function staff_discard_document(of_document uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare d document_draft := staff_lock_document(of_document);
begin
  if d.document_id is null then return false; end if;
  perform audit_staff('discardedDocument', (select x.case_id from document x where x.municipality_id = d.municipality_id and x.id = d.document_id),
                      of_document => d.document_id);
  delete from document_draft where municipality_id = d.municipality_id and document_id = d.document_id;
  delete from document x
   where x.municipality_id = d.municipality_id and x.id = d.document_id
     and not exists (select from document_version v where v.municipality_id = x.municipality_id and v.document_id = x.id);
  return true;
end $$;
grant execute on function staff_discard_document(uuid) to staff;
