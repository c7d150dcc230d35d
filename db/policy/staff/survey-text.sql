-- Texts that the signed-in staff member may review: named for it today, and of another unit than the round's. Not granted.
create view reviewable_text with (security_barrier) as
select t.municipality_id, t.id as text_id, t.round_id, t.instrument, t.instrument_version, t.item, t.words, t.marks,
       r.year, r.season, u.name as unit
  from acting me
  join staff_member s on s.municipality_id = me.municipality_id and s.id = me.subject_id and s.employed @> me.today
  join survey_reviewer v on v.municipality_id = s.municipality_id and v.staff_id = s.id and v.valid @> me.today
  join survey_text t on t.municipality_id = s.municipality_id and t.state = 'waiting'
  join survey_round r on r.municipality_id = t.municipality_id and r.id = t.round_id and r.unit_id <> s.unit_id
  join unit u on u.municipality_id = r.municipality_id and u.id = r.unit_id
 where me.kind = 'staff';

create function staff_reviews_surveys() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from acting me
                   join staff_member s on s.municipality_id = me.municipality_id and s.id = me.subject_id and s.employed @> me.today
                   join survey_reviewer v on v.municipality_id = s.municipality_id and v.staff_id = s.id and v.valid @> me.today
                  where me.kind = 'staff')
$$;
grant execute on function staff_reviews_surveys() to staff;

-- The next text to review, and how many are left with it; writes that it was read.
create function staff_next_survey_text()
returns table (text_id uuid, year int, season text, unit text, instrument text, instrument_version int, item text, words text,
               marks jsonb, left_to_review int)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from reviewable_text) then return; end if;
  perform audit_staff('readSurveyText', null);
  return query
    select t.text_id, t.year, t.season, t.unit, t.instrument, t.instrument_version, t.item, t.words, t.marks,
           (count(*) over ())::int
      from reviewable_text t order by t.text_id limit 1;
end $$;
grant execute on function staff_next_survey_text() to staff;

-- Lets the unit read it as it is, or as the reviewer has changed it, or not at all. False where it is not theirs to review.
create function staff_review_survey_text(of_text uuid, outcome text, changed text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update survey_text t
     set state = outcome, shown = case outcome when 'released' then t.words when 'masked' then changed end,
         reviewed_by = app_subject(), reviewed_at = app_now()
    from reviewable_text x
   where x.text_id = of_text and t.municipality_id = x.municipality_id and t.id = x.text_id and outcome <> 'waiting';
  if not found then return false; end if;
  perform audit_staff('reviewedSurveyText', null);
  return true;
end $$;
grant execute on function staff_review_survey_text(uuid, text, text) to staff;

-- What the unit reads: what was let through, and nothing of what was not.
create view staff_survey_text with (security_barrier) as
select t.id as text_id, t.round_id, t.instrument, t.item, t.shown
  from acting me
 cross join staff_survey_round r
  join survey_text t on t.municipality_id = me.municipality_id and t.round_id = r.round_id
 where t.shown is not null;
grant select on staff_survey_text to staff;
