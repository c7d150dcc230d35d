-- What is shared with a family, what they say of it, and how soon they are answered. Not granted.

create function indicator_notes(municipality uuid, of_unit uuid, first_day date, next_day date)
returns table (indicator text, subject uuid, amount numeric)
language sql stable set search_path = public, pg_temp as $$
  with signed as (
    select n.id, n.case_id, c.child_id, v.signed_at
      from case_file c
      join note n on n.municipality_id = c.municipality_id and n.case_id = c.id
      join note_version v on v.municipality_id = n.municipality_id and v.note_id = n.id and v.number = 1
     where c.municipality_id = municipality and c.unit_id = of_unit
       and v.signed_at >= stockholm_midnight(first_day) and v.signed_at < stockholm_midnight(next_day)
  ), reader as (
    select s.id, s.case_id, s.signed_at, 'noteSharedChild' as indicator, s.child_id as person_id from signed s
    union all
    select s.id, s.case_id, s.signed_at, 'noteSharedGuardian', p.person_id
      from signed s
      join case_party p on p.municipality_id = municipality and p.case_id = s.case_id
                       and p.role in ('guardian', 'appointedCustodian') and p.valid @> stockholm_day(s.signed_at)
  ), shared as (
    -- By the first decision that let somebody read it: one that is decided anew was not shared later.
    select r.id, r.case_id, r.indicator, r.signed_at,
           (select min(greatest(x.decided_at, x.shown_from, r.signed_at))
              from reader o
              join disclosure d on d.municipality_id = municipality and d.note_id = o.id and d.person_id = o.person_id
             cross join lateral (select d.level, d.decided_at, d.shown_from
                                 union all
                                 select was.*
                                   from disclosure_decision k
                                  cross join lateral jsonb_to_record(k.decided) as was(level text, decided_at timestamptz, shown_from timestamptz)
                                  where k.municipality_id = d.municipality_id and k.disclosure_id = d.id) x
             where o.id = r.id and o.indicator = r.indicator and x.level in ('full', 'partial')
               and x.shown_from <= (select app_now())) as shared_at
      from reader r
     group by r.id, r.case_id, r.indicator, r.signed_at
  )
  select s.indicator, s.case_id, (s.shared_at is not null)::int::numeric from shared s
  union all
  select s.indicator || 'Time', s.case_id, extract(epoch from s.shared_at - s.signed_at) / 3600 from shared s where s.shared_at is not null
  union all
  select 'remarkRate', s.case_id,
         (select count(*) from remark k where k.municipality_id = municipality and k.case_id = s.case_id and k.note_id = s.id
             and k.kind = 'disputedFact') * 100
    from signed s
  union all
  select 'remarkAnswer', k.case_id, stockholm_day(k.answered_at) - stockholm_day(k.written_at)
    from remark k
    join case_file c on c.municipality_id = k.municipality_id and c.id = k.case_id and c.unit_id = of_unit
   where k.municipality_id = municipality and k.kind = 'disputedFact'
     and k.answered_at >= stockholm_midnight(first_day) and k.answered_at < stockholm_midnight(next_day)
$$;

create function indicator_answers(municipality uuid, of_unit uuid, first_day date, next_day date, days_off date[])
returns table (indicator text, subject uuid, amount numeric)
language sql stable set search_path = public, pg_temp as $$
  with said as (
    -- Somebody may wait to be contacted without a word; a question that was taken back is nobody's.
    select q.id as thread_id, q.case_id, q.started_at as at, true as is_asking
      from question_thread q
      join case_file c on c.municipality_id = q.municipality_id and c.id = q.case_id and c.unit_id = of_unit
     where q.municipality_id = municipality and q.kind = 'contactRequest'
    union all
    select q.id, q.case_id, m.sent_at, m.from_person_id is not null
      from question_thread q
      join case_file c on c.municipality_id = q.municipality_id and c.id = q.case_id and c.unit_id = of_unit
      join message m on m.municipality_id = q.municipality_id and m.thread_id = q.id
     -- Nobody waits after a thank-you.
     where q.municipality_id = municipality and m.no_answer_needed_at is null
  ), turn as (
    select s.*, lag(s.is_asking) over (partition by s.thread_id order by s.at, s.is_asking desc) as was_asking from said s
  ), asked as (
    -- More words before an answer are the same question.
    select t.case_id, indicator_last_day('inquiryInTime', stockholm_day(t.at), days_off) as last_day,
           (select min(a.at) from turn a where a.thread_id = t.thread_id and not a.is_asking and a.at >= t.at) as answered_at
      from turn t
     where t.is_asking and t.was_asking is not true
       and t.at >= stockholm_midnight(first_day - 31) and t.at < stockholm_midnight(next_day)
  )
  select 'inquiryInTime', a.case_id, coalesce(stockholm_day(a.answered_at) <= a.last_day, false)::int::numeric
    from asked a where a.last_day >= first_day and a.last_day < next_day
  union all
  -- One that was withdrawn, or replaced by another version, is nobody's to sign.
  select 'receiptInTime', d.case_id, (r.state = 'signed' and r.moved_at <= r.asked_at + make_interval(hours => l.amount))::int
    from signature_request r
    join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
    join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
    join case_file c on c.municipality_id = d.municipality_id and c.id = d.case_id and c.unit_id = of_unit
    join indicator_limit l on l.indicator = 'receiptInTime' and l.valid @> stockholm_day(r.asked_at)
   where r.municipality_id = municipality and r.act = 'receipt' and r.state not in ('superseded', 'cancelled')
     and r.asked_at + make_interval(hours => l.amount) >= stockholm_midnight(first_day)
     and r.asked_at + make_interval(hours => l.amount) < stockholm_midnight(next_day)
$$;
