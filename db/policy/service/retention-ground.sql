-- By which rule a case is kept and until when at the earliest: of all rules that hold, the one that keeps longest. Not granted.

-- The day on which somebody is so old: 29 February is reached on 1 March in other years, as in age_on.
create function birthday_of(birth date, years int) returns date language sql immutable
  return (select day + (extract(day from day) <> extract(day from birth))::int
            from (select (birth + make_interval(years => years))::date as day) x);

-- The first day after so many years: the last day of a time is the one with the same number in its month, or the month's last
-- (lag 1930:173 om beräkning av lagstadgad tid 1 §).
create function day_after_years(from_day date, years int) returns date language sql immutable
  return (from_day + make_interval(years => years))::date + 1;

-- What is decided in a case on who may read what of it.
create function disclosures_of(municipality uuid, of_case uuid) returns setof disclosure
language sql stable set search_path = public, pg_temp as $$
  select r.* from note n join disclosure r on r.municipality_id = n.municipality_id and r.note_id = n.id
   where n.municipality_id = municipality and n.case_id = of_case
  union all
  select r.* from document d join disclosure r on r.municipality_id = d.municipality_id and r.document_id = d.id
   where d.municipality_id = municipality and d.case_id = of_case
$$;

-- The last day on which anything was written or decided in a case: by staff, by the family, in the log of its stages. The day it
-- was opened is the first.
create function last_note_on(municipality uuid, of_case uuid) returns date language sql stable set search_path = public, pg_temp as $$
  select max(day) from (
    select opened_on from case_file where municipality_id = municipality and id = of_case
    union all select started_on from case_stage where municipality_id = municipality and case_id = of_case
    union all select greatest(planned_on, held_on) from follow_up where municipality_id = municipality and case_id = of_case
    union all select stockholm_day(r.recorded_at) from follow_up_record r
      join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
     where f.municipality_id = municipality and f.case_id = of_case
    union all select stockholm_day(greatest(event_at, recorded_at)) from note where municipality_id = municipality and case_id = of_case
    union all select stockholm_day(v.signed_at) from note_version v
      join note n on n.municipality_id = v.municipality_id and n.id = v.note_id
     where n.municipality_id = municipality and n.case_id = of_case
    union all select dated_on from document where municipality_id = municipality and case_id = of_case
    union all select stockholm_day(greatest(v.signed_at, r.moved_at)) from document_version v
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
      left join signature_request r on r.municipality_id = v.municipality_id and r.document_version_id = v.id
     where d.municipality_id = municipality and d.case_id = of_case
    union all select greatest(a.received_on, a.outcome_on, stockholm_day(a.recorded_at)) from appeal_received a
      join signature_request r on r.municipality_id = a.municipality_id and r.id = a.request_id
      join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
     where d.municipality_id = municipality and d.case_id = of_case
    union all select stockholm_day(decided_at) from disclosures_of(municipality, of_case)
    union all select stockholm_day(greatest(written_at, answered_at)) from remark where municipality_id = municipality and case_id = of_case
    union all select stockholm_day(greatest(a.starts_at, a.changed_at, p.written_at, p.outcome_at, q.asked_at, q.answered_at)) from appointment a
      left join appointment_point p on p.municipality_id = a.municipality_id and p.appointment_id = a.id
      left join appointment_change_request q on q.municipality_id = a.municipality_id and q.appointment_id = a.id
     where a.municipality_id = municipality and a.case_id = of_case
    union all select stockholm_day(greatest(r.begun_at, r.ended_at, i.settled_at)) from read_together r
      left join read_together_item i on i.municipality_id = r.municipality_id and i.read_together_id = r.id
     where r.municipality_id = municipality and r.case_id = of_case
    union all select stockholm_day(written_at) from case_line where municipality_id = municipality and case_id = of_case
    union all select stockholm_day(greatest(t.started_at, m.sent_at)) from question_thread t
      left join message m on m.municipality_id = t.municipality_id and m.thread_id = t.id
     where t.municipality_id = municipality and t.case_id = of_case) written (day)
$$;

-- What in a case tells that a rule holds for it (retention_sign), and since when.
create function retention_signs(municipality uuid, of_case uuid) returns table (rule text, sign text, value text, on_day date)
language sql stable set search_path = public, pg_temp as $$
  select s.rule, s.sign, s.value, max(found.on_day) from (
    select 'stage', stage, started_on from case_stage where municipality_id = municipality and case_id = of_case
    union all select 'noteKind', kind, null from note where municipality_id = municipality and case_id = of_case
    union all select 'documentType', type, null from document where municipality_id = municipality and case_id = of_case
    union all select 'partyRole', role, null from case_party where municipality_id = municipality and case_id = of_case
    union all select 'template', v.template, null from document_version v
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
     where d.municipality_id = municipality and d.case_id = of_case
    union all select 'template', t.template, null from document_draft t
      join document d on d.municipality_id = t.municipality_id and d.id = t.document_id
     where d.municipality_id = municipality and d.case_id = of_case
    union all select 'law', p.law, null from decision_part p
      join document_version v on v.municipality_id = p.municipality_id and v.id = p.document_version_id
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
     where d.municipality_id = municipality and d.case_id = of_case
    union all select 'law', u.law, null from urgent_decision u
      join signature_request r on r.municipality_id = u.municipality_id and r.id = u.request_id
      join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
      join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
     where d.municipality_id = municipality and d.case_id = of_case) found (sign, value, on_day)
    join retention_sign s on s.sign = found.sign and s.value = found.value
   group by s.rule, s.sign, s.value
$$;

-- The children a case is about: of whom the law counts years and days. A day of birth that is not known may be any of its days.
create function children_of(municipality uuid, of_case uuid) returns setof person language sql stable set search_path = public, pg_temp as $$
  select p.* from person p
   where p.municipality_id = municipality
     and p.id in (select child_id from case_file where municipality_id = municipality and id = of_case
                  union select person_id from case_party where municipality_id = municipality and case_id = of_case and role = 'child')
$$;

-- Whether all of it came from another system: nothing was written, decided, asked or answered here. Then it is a copy. A note is
-- one when it says what came, also when its author has signed it; so is a transcript of sound that came. A document that came is
-- never written on here: no version of it has a template to begin the next one from (staff_begin_document_version).
create function is_copy(municipality uuid, of_case uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select not exists (select from note n where n.municipality_id = municipality and n.case_id = of_case
                        and not exists (select from ingested i where i.municipality_id = municipality and i.note_id = n.id
                                           and i.said_hash = ingest_said_hash(municipality, n.id)))
     and not exists (select from document d where d.municipality_id = municipality and d.case_id = of_case
                        and not exists (select from ingested i where i.municipality_id = municipality and i.document_id = d.id))
     and not exists (select from note n join note_version v on v.municipality_id = n.municipality_id and v.note_id = n.id
                      where n.municipality_id = municipality and n.case_id = of_case and v.number > 1)
     and not exists (select from note n
                       join note_version v on v.municipality_id = n.municipality_id and v.note_id = n.id
                       join transcript_segment t on t.municipality_id = v.municipality_id and t.note_version_id = v.id
                      where n.municipality_id = municipality and n.case_id = of_case
                        and not exists (select from ingested i where i.municipality_id = municipality and i.recording_id = t.recording_id))
     -- Less than everything is decided with its reasons, and they stay with an earlier decision too.
     and not exists (select from disclosures_of(municipality, of_case) r
                      where r.harm_assessment is not null
                         or exists (select from disclosure_decision x where x.municipality_id = municipality and x.disclosure_id = r.id
                                       and x.decided ->> 'harm_assessment' is not null))
     -- That somebody is asked for a receipt says nothing; why a decision cannot wait for the committee is written here.
     and not exists (select from document d
                       join document_version v on v.municipality_id = d.municipality_id and v.document_id = d.id
                       join signature_request r on r.municipality_id = v.municipality_id and r.document_version_id = v.id
                      where d.municipality_id = municipality and d.case_id = of_case
                        and (r.state <> 'asked' or r.act = 'decision'
                             or exists (select from appeal_received a where a.municipality_id = municipality and a.request_id = r.id)))
     and not exists (select from question_thread t where t.municipality_id = municipality and t.case_id = of_case)
     and not exists (select from remark r where r.municipality_id = municipality and r.case_id = of_case)
     and not exists (select from follow_up f where f.municipality_id = municipality and f.case_id = of_case)
     and not exists (select from appointment a where a.municipality_id = municipality and a.case_id = of_case)
     and not exists (select from case_line l where l.municipality_id = municipality and l.case_id = of_case)
     and not exists (select from read_together t where t.municipality_id = municipality and t.case_id = of_case and t.begun_at is not null)
$$;

-- The rules in force that hold for a case, with the first day each lets it go; infinity: never.
create function retention_claims(f case_file, s retention_setting) returns table (rule text, rule_position int, source text, earliest_on date)
language sql stable set search_path = public, pg_temp as $$
  with told as materialized (select * from retention_signs(f.municipality_id, f.id)),
  children as materialized (select * from children_of(f.municipality_id, f.id))
  select r.rule, r.position, r.source,
         case r.counted_from
           when 'never' then 'infinity'
           when 'birth' then (select max(birthday_of(upper(c.born) - 1, r.years)) from children c)
           when 'lastNote' then day_after_years(last_note_on(f.municipality_id, f.id), r.years)
           when 'closing' then day_after_years(f.closed_on, r.years)
           when 'noInvestigation' then (select day_after_years(max(t.on_day), r.years) from told t where t.rule = r.rule)
         end
    from retention_rule r
   where r.valid @> (select app_today())
     and case r.rule
           when 'researchWhole' then s.research = 'whole'
           when 'researchSample' then exists (select from children c, generate_series(lower(c.born), upper(c.born) - 1, interval '1 day') day
                                               where extract(day from day) in (5, 15, 25))
           when 'personalRecord' then true
           when 'compilation' then true
           when 'portalCopy' then false
           -- Somebody who was of age all the while is no child of the law.
           when 'childInvestigation' then exists (select from told t where t.rule = r.rule)
                and exists (select from children c
                             where least_age_on(c.born, f.opened_on) < (select years from legal_age_today where key = 'majority'))
           else exists (select from told t where t.rule = r.rule)
         end
$$;

-- What a case is judged by today.
create function retention_of(municipality uuid, cases uuid[])
returns table (case_id uuid, ground text, rule text, source text, earliest_on date, why jsonb)
language sql stable set search_path = public, pg_temp as $$
  select f.id, g.ground, case when g.ground = 'rule' then won.rule end, case when g.ground = 'rule' then won.source end,
         case when g.ground = 'rule' and isfinite(won.earliest_on) then won.earliest_on end,
         jsonb_strip_nulls(jsonb_build_object(
           'closed', f.closed_on, 'lastNote', last_note_on(municipality, f.id), 'setting', s.source,
           'signs', (select jsonb_agg(distinct t.sign || ' ' || t.value) from retention_signs(municipality, f.id) t),
           'rules', (select jsonb_object_agg(c.rule, c.earliest_on) from retention_claims(f, s) c)))
    from case_file f
    left join retention_setting s on s.municipality_id = f.municipality_id and s.valid @> (select app_today())
    left join lateral (
      select c.rule, c.source, c.earliest_on from (
        select c.rule, c.rule_position, c.source, c.earliest_on from retention_claims(f, s) c where not (s.holds = 'copies' and is_copy(municipality, f.id))
        union all
        -- A copy goes when nobody may read it any more; one that can be read for ever is kept.
        select r.rule, r.position, r.source, coalesce(day_after_years(f.readable_until, r.years), 'infinity')
          from retention_rule r
         where r.rule = 'portalCopy' and r.valid @> (select app_today()) and s.holds = 'copies' and is_copy(municipality, f.id)) c
       -- A rule that holds and has no day cannot be told: it keeps.
       order by c.earliest_on desc nulls first, c.rule_position limit 1) won on true
   cross join lateral (select case when f.closed_on is null then 'open'
                                   when s.municipality_id is null or won.rule is null or won.earliest_on is null then 'unsettled'
                                   else 'rule' end as ground) g
   where f.municipality_id = municipality and f.id = any (cases)
$$;
