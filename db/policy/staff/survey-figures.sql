-- Whoever works in a unit reads what its rounds have told, and what all of the municipality has.
create view staff_survey_round with (security_barrier) as
select t.id as telling_id, r.id as round_id, r.year, r.season, r.opens_on, r.offers_until, t.told_on, t.fewest
  from acting me
  join staff_member s on s.municipality_id = me.municipality_id and s.id = me.subject_id
  join survey_round r on r.municipality_id = s.municipality_id and r.unit_id = s.unit_id
  join survey_telling t on t.municipality_id = r.municipality_id and t.year = r.year and t.season = r.season
 where me.kind = 'staff';
grant select on staff_survey_round to staff;

create view staff_survey_figure with (security_barrier) as
select f.telling_id, f.round_id, f.instrument, f.instrument_version, f.item, f.option, f.answers, f.counted, f.leaning
  from acting me
  join survey_figure f on f.municipality_id = me.municipality_id
 where exists (select from staff_survey_round r
                where r.telling_id = f.telling_id and (f.round_id = r.round_id or f.round_id is null));
grant select on staff_survey_figure to staff;
