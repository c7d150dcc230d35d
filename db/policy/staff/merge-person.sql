-- Makes two rows of one person one. Whatever shuts out or shields is kept from both; where both have an answer to the
-- same question the stricter one stands. Nothing here is granted: staff_change_number asks whether it may be done.

-- Two rows are two people when one is shut out from the other, or has a part in the other's case; when both have had
-- parts in cases of one child at the same time, as its two guardians have; or when one was shut out from a child beside
-- whom the other, who was not, had a part. Somebody entered twice in a case is made one when the sending system has ended
-- the part that is wrong, so that it does not overlap.
create function are_two_people(municipality uuid, one uuid, other uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  with part as (
    select p.person_id, c.child_id, p.valid
      from case_party p join case_file c on c.municipality_id = p.municipality_id and c.id = p.case_id
     where p.municipality_id = municipality and p.person_id in (one, other)
  ), shut_out as (
    select b.person_id, b.child_id, range_agg(b.valid) as days from case_party_block b
     where b.municipality_id = municipality and b.person_id in (one, other) group by b.person_id, b.child_id
  )
  select exists (select from shut_out s where s.child_id in (one, other))
      or exists (select from part p where p.child_id in (one, other) and p.child_id <> p.person_id)
      or exists (select from part a join part b using (child_id)
                  where a.person_id = one and b.person_id = other and a.valid && b.valid)
      or exists (select from part p
                   join shut_out s on s.child_id = p.child_id and s.person_id <> p.person_id
                   left join shut_out own on own.child_id = p.child_id and own.person_id = p.person_id
                  where not s.days * datemultirange(p.valid) <@ coalesce(own.days, '{}'))
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

-- As the one who is shut out, and as the child whose case it is.
create function merge_blocks(municipality uuid, gone uuid, kept uuid) returns void
language sql set search_path = public, pg_temp as $$
  insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
    select g.municipality_id, becomes.child_id, becomes.person_id, days, g.ground, g.decided_by
      from case_party_block g
     cross join lateral (select case g.child_id when gone then kept else g.child_id end as child_id,
                                case g.person_id when gone then kept else g.person_id end as person_id) becomes
     cross join lateral unnest(datemultirange(g.valid) - coalesce(
             (select range_agg(k.valid) from case_party_block k
               where k.municipality_id = municipality and k.child_id = becomes.child_id and k.person_id = becomes.person_id),
             '{}')) days
     where g.municipality_id = municipality and gone in (g.child_id, g.person_id);
  delete from case_party_block where municipality_id = municipality and gone in (child_id, person_id);
$$;

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

-- Not answered, and nobody has left to answer it. Not granted.
create function is_untouched(r signature_request) returns boolean language sql stable set search_path = public, pg_temp as $$
  select r.state = 'asked'
     and not exists (select from signature_intent i where i.municipality_id = r.municipality_id and i.request_id = r.id)
$$;

-- A question gives way to the same one: what was said of it goes along, so that nobody is reminded twice.
create function drop_request(municipality uuid, falls uuid, stays uuid) returns void
language sql set search_path = public, pg_temp as $$
  update notice n set request_id = stays
   where n.municipality_id = municipality and n.request_id = falls
     and not exists (select from notice o where o.municipality_id = municipality and o.request_id = stays and o.kind = n.kind);
  delete from notice where municipality_id = municipality and request_id = falls;
  update message_draft set signature_request_id = stays where municipality_id = municipality and signature_request_id = falls;
  delete from signature_request where municipality_id = municipality and id = falls;
$$;

-- What either answered goes on as theirs. Of one question asked twice the one that nobody has begun to answer goes; where both
-- were begun, the one that is still open is closed, the kept one's last. Two that both were answered stay with their ids.
create function merge_signature_requests(municipality uuid, gone uuid, kept uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
declare two record;
begin
  for two in
    select k, g
      from signature_request k
      join signature_request g on g.municipality_id = k.municipality_id and g.document_version_id = k.document_version_id and g.act = k.act
     where k.municipality_id = municipality and k.person_id = kept and g.person_id = gone and k.stands and g.stands
  loop
    if is_untouched(two.k) then
      perform drop_request(municipality, (two.k).id, (two.g).id);
    elsif is_untouched(two.g) then
      perform drop_request(municipality, (two.g).id, (two.k).id);
    else
      update signature_request r set state = 'cancelled', moved_at = app_now()
       where r.municipality_id = municipality and r.state in ('asked', 'declined')
         and r.id = case when (two.g).state in ('asked', 'declined') then (two.g).id else (two.k).id end;
    end if;
  end loop;
  update signature_request r set person_id = kept
   where r.municipality_id = municipality and r.person_id = gone
     and not (r.stands and exists (select from signature_request k where k.municipality_id = municipality and k.person_id = kept
                                      and k.document_version_id = r.document_version_id and k.act = r.act and k.stands));
end $$;

-- Where both take part, what is told to neither of them alone is told to the one they are; what both wrote goes on.
create function merge_appointments(municipality uuid, gone uuid, kept uuid) returns void
language sql set search_path = public, pg_temp as $$
  update appointment_participant k
     set shows_place = k.shows_place and g.shows_place, shows_others = k.shows_others and g.shows_others,
         knowing = array(select unnest(k.knowing) intersect select unnest(g.knowing)),
         removed_at = case when k.removed_at is not null and g.removed_at is not null then k.removed_at end,
         removed_start = case when k.removed_at is not null and g.removed_at is not null then coalesce(k.removed_start, g.removed_start) end
    from appointment_participant g
   where k.municipality_id = municipality and g.municipality_id = municipality and k.appointment_id = g.appointment_id
     and k.person_id = kept and g.person_id = gone;
  -- One request stands unanswered: the words of both are in it.
  update appointment_change_request k set text = k.text || E'\n\n' || g.text, answer_by = least(k.answer_by, g.answer_by)
    from appointment_change_request g
   where k.municipality_id = municipality and g.municipality_id = municipality and k.appointment_id = g.appointment_id
     and k.person_id = kept and g.person_id = gone and k.state = 'asked' and g.state = 'asked';
  update appointment_change_request r set person_id = kept
   where r.municipality_id = municipality and r.person_id = gone
     and exists (select from appointment_participant k where k.municipality_id = municipality and k.appointment_id = r.appointment_id and k.person_id = kept)
     and not (r.state = 'asked' and exists (select from appointment_change_request o where o.municipality_id = municipality
                and o.appointment_id = r.appointment_id and o.person_id = kept and o.state = 'asked'));
  delete from appointment_change_request r
   where r.municipality_id = municipality and r.person_id = gone
     and exists (select from appointment_participant k where k.municipality_id = municipality and k.appointment_id = r.appointment_id and k.person_id = kept);
  update appointment_point t set person_id = kept
   where t.municipality_id = municipality and t.person_id = gone
     and exists (select from appointment_participant k where k.municipality_id = municipality and k.appointment_id = t.appointment_id and k.person_id = kept);
  delete from notice n
   where n.municipality_id = municipality and n.person_id = gone and n.appointment_id is not null
     and exists (select from notice o where o.municipality_id = municipality and o.person_id = kept and o.appointment_id = n.appointment_id
                    and o.kind = n.kind and o.appointment_start = n.appointment_start);
  delete from appointment_participant g
   where g.municipality_id = municipality and g.person_id = gone
     and exists (select from appointment_participant k where k.municipality_id = municipality and k.appointment_id = g.appointment_id and k.person_id = kept);
  update appointment_participant set person_id = kept where municipality_id = municipality and person_id = gone
$$;

create function merge_person(municipality uuid, gone uuid, kept uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  perform merge_protection(municipality, gone, kept), merge_blocks(municipality, gone, kept),
          merge_disclosures(municipality, gone, kept);
  -- Parts in one case at one time were those of two people.
  update case_party set person_id = kept where municipality_id = municipality and person_id = gone;
  update case_file set child_id = kept where municipality_id = municipality and child_id = gone;
  update deadline set person_id = kept where municipality_id = municipality and person_id = gone;
  update remark set person_id = kept where municipality_id = municipality and person_id = gone;
  update question_thread set person_id = kept where municipality_id = municipality and person_id = gone;
  -- Both may have been ticked for one meeting.
  delete from follow_up_participant g
   where g.municipality_id = municipality and g.person_id = gone
     and exists (select from follow_up_participant k where k.municipality_id = municipality and k.follow_up_id = g.follow_up_id and k.person_id = kept);
  update follow_up_participant set person_id = kept where municipality_id = municipality and person_id = gone;
  perform merge_appointments(municipality, gone, kept);
  update message_draft set from_person_id = kept where municipality_id = municipality and from_person_id = gone;
  update message set from_person_id = kept where municipality_id = municipality and from_person_id = gone;
  update case_line set person_id = kept where municipality_id = municipality and person_id = gone;
  -- Found anew the next night.
  delete from silence where municipality_id = municipality and person_id = gone;
  update notice set person_id = kept where municipality_id = municipality and person_id = gone;
  -- An address of a channel that the kept one has, too, goes.
  update notice_channel g set person_id = kept where g.municipality_id = municipality and g.person_id = gone
    and not exists (select from notice_channel k where k.municipality_id = municipality and k.person_id = kept
                       and (k.channel = g.channel or k.address_hash = g.address_hash));
  delete from notice_channel where municipality_id = municipality and person_id = gone;
  delete from notice_code_asked where municipality_id = municipality and person_id = gone;
  -- A notice must not tell of what is not shown any more.
  delete from notice t
   where t.municipality_id = municipality and t.person_id = kept and t.sent_at is null and num_nonnulls(t.note_id, t.document_id) = 1
     and not exists (select from disclosure d where d.municipality_id = municipality
                        and (d.note_id = t.note_id or d.document_id = t.document_id) and d.person_id = kept and d.level in ('full', 'partial', 'title'));
  perform merge_signature_requests(municipality, gone, kept), merge_survey_invitations(municipality, gone, kept);
  update decision_part set person_id = kept where municipality_id = municipality and person_id = gone;
  update former_number set person_id = kept where municipality_id = municipality and person_id = gone;
  -- What was decided of either was not decided of the one they are.
  delete from disclosure_basis where municipality_id = municipality and person_id in (gone, kept);
  update person set merged_into = kept where municipality_id = municipality and (id = gone or merged_into = gone);
  update note_version set paragraphs = speakers_now(municipality, paragraphs)
   where municipality_id = municipality and signed_at is null and paragraphs @? format('$[*] ? (@.speakerId == "%s")', gone)::jsonpath;
end $$;
