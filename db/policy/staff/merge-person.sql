-- Makes two rows of one person one. Whatever shuts out or shields is kept from both; where both have an answer to the
-- same question the stricter one stands. Nothing here is granted: staff_change_number asks whether it may be done.

-- Two rows are two people when one is shut out from the other, or has another part in the same case at the same time,
-- or as its child.
create function are_two_people(municipality uuid, one uuid, other uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from case_party_block b
                  where b.municipality_id = municipality and (b.child_id, b.person_id) in ((one, other), (other, one)))
      or exists (select from case_party a join case_party b using (municipality_id, case_id)
                  where a.municipality_id = municipality and a.person_id = one and b.person_id = other and a.role <> b.role
                    and (a.valid && b.valid or 'child' in (a.role, b.role)))
$$;

create function merge_protection(municipality uuid, gone uuid, kept uuid) returns void
language sql set search_path = public, pg_temp as $$
  insert into person_protection (municipality_id, person_id, kind, valid, source)
    select g.municipality_id, kept, g.kind, days, g.source
      from person_protection g
     cross join lateral unnest(datemultirange(g.valid) - coalesce(
             (select range_agg(k.valid) from person_protection k
               where k.municipality_id = municipality and k.person_id = kept and k.kind = g.kind), '{}')) days
     where g.municipality_id = municipality and g.person_id = gone;
  delete from person_protection where municipality_id = municipality and person_id = gone;
$$;

-- First as the one who is shut out, then as the child whose case it is.
create function merge_blocks(municipality uuid, gone uuid, kept uuid) returns void
language sql set search_path = public, pg_temp as $$
  insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
    select g.municipality_id, g.child_id, kept, days, g.ground, g.decided_by
      from case_party_block g
     cross join lateral unnest(datemultirange(g.valid) - coalesce(
             (select range_agg(k.valid) from case_party_block k
               where k.municipality_id = municipality and k.person_id = kept and k.child_id = g.child_id), '{}')) days
     where g.municipality_id = municipality and g.person_id = gone;
  delete from case_party_block where municipality_id = municipality and person_id = gone;
  insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
    select g.municipality_id, kept, g.person_id, days, g.ground, g.decided_by
      from case_party_block g
     cross join lateral unnest(datemultirange(g.valid) - coalesce(
             (select range_agg(k.valid) from case_party_block k
               where k.municipality_id = municipality and k.child_id = kept and k.person_id = g.person_id), '{}')) days
     where g.municipality_id = municipality and g.child_id = gone;
  delete from case_party_block where municipality_id = municipality and child_id = gone;
$$;

-- Two relations to one case at one time become one, which ends when the first of them does.
create function merge_parties(municipality uuid, gone uuid, kept uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
declare g case_party; stays uuid;
begin
  for g in select * from case_party where municipality_id = municipality and person_id = gone loop
    select k.id into stays from case_party k
     where k.municipality_id = municipality and k.person_id = kept and k.case_id = g.case_id and k.valid && g.valid
     order by lower(k.valid) nulls first limit 1;
    if stays is null then
      update case_party set person_id = kept where municipality_id = municipality and id = g.id;
      continue;
    end if;
    update case_party k
       set valid = daterange(case k.id when stays then least(lower(k.valid), lower(g.valid)) else lower(k.valid) end,
                             least(upper(k.valid), upper(g.valid)))
     where k.municipality_id = municipality and k.person_id = kept and k.case_id = g.case_id and k.valid && g.valid;
    update ingested set case_party_id = stays where municipality_id = municipality and case_party_id = g.id;
    delete from case_party where municipality_id = municipality and id = g.id;
  end loop;
end $$;

-- Each was chosen for this reader, and neither is known to hold less than the other.
create function show_other_words(one disclosure, other disclosure) returns boolean language sql immutable as $$
  select one.level in ('partial', 'title') and other.level in ('partial', 'title')
         and (one.title <> other.title or one.partial_text <> other.partial_text)
$$;

-- Nothing is shown until somebody has decided again; both assessments of harm are kept for them, and today it is due.
create function withhold_until_decided(one disclosure, other disclosure) returns void
language sql set search_path = public, pg_temp as $$
  update disclosure
     set level = 'withheld', title = null, partial_text = null, ground_shown = false,
         harm_assessment = concat_ws(E'\n\n', one.harm_assessment, nullif(other.harm_assessment, one.harm_assessment)),
         review_on = app_today(), decided_by = app_subject(), decided_at = app_now()
   where municipality_id = one.municipality_id and id = one.id
$$;

-- Of two decisions on one thing the one that shows less stands; of two alike the one that shows later, and then the
-- one made last. Two that each show other words are withheld. Every decision is kept.
create function merge_disclosures(municipality uuid, gone uuid, kept uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
declare two record;
begin
  for two in
    select s.both[1] as stays, s.both[2] as falls
      from (select array_agg(d order by array_position(array['withheld', 'later', 'title', 'partial', 'full'], d.level), d.shown_from desc, d.decided_at desc) as both
              from disclosure d where d.municipality_id = municipality and d.person_id in (gone, kept)
             group by d.note_id, d.document_id) s
     where cardinality(s.both) = 2
  loop
    insert into disclosure_decision (municipality_id, disclosure_id, decided)
      select d.municipality_id, d.id, to_jsonb(d) from disclosure d
       where d.municipality_id = municipality and d.id in ((two.stays).id, (two.falls).id)
         and not exists (select from disclosure_decision x where x.municipality_id = d.municipality_id and x.disclosure_id = d.id);
    update disclosure_decision set disclosure_id = (two.stays).id
     where municipality_id = municipality and disclosure_id = (two.falls).id;
    delete from disclosure where municipality_id = municipality and id = (two.falls).id;
    if show_other_words(two.stays, two.falls) then
      perform withhold_until_decided(two.stays, two.falls);
    end if;
  end loop;
  update disclosure set person_id = kept where municipality_id = municipality and person_id = gone;
end $$;

create function merge_person(municipality uuid, gone uuid, kept uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  perform merge_protection(municipality, gone, kept), merge_blocks(municipality, gone, kept),
          merge_parties(municipality, gone, kept), merge_disclosures(municipality, gone, kept);
  update case_file set child_id = kept where municipality_id = municipality and child_id = gone;
  update deadline set person_id = kept where municipality_id = municipality and person_id = gone;
  update remark set person_id = kept where municipality_id = municipality and person_id = gone;
  update question_thread set person_id = kept where municipality_id = municipality and person_id = gone;
  update message set from_person_id = kept where municipality_id = municipality and from_person_id = gone;
  update notice set person_id = kept where municipality_id = municipality and person_id = gone;
  -- A notice must not tell of what is not shown any more.
  delete from notice t
   where t.municipality_id = municipality and t.person_id = kept and t.sent_at is null and t.note_id is not null
     and not exists (select from disclosure d where d.municipality_id = municipality and d.note_id = t.note_id
                        and d.person_id = kept and d.level in ('full', 'partial', 'title'));
  update former_number set person_id = kept where municipality_id = municipality and person_id = gone;
  -- What was decided of either was not decided of the one they are.
  delete from disclosure_basis where municipality_id = municipality and person_id in (gone, kept);
  update person set merged_into = kept where municipality_id = municipality and (id = gone or merged_into = gone);
  update note_version set paragraphs = speakers_now(municipality, paragraphs)
   where municipality_id = municipality and signed_at is null and paragraphs @? format('$[*] ? (@.speakerId == "%s")', gone)::jsonpath;
end $$;
