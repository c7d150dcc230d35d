-- What came of the rounds that somebody was asked in, whether they answered or not: nobody knows that. Of the questions of
-- their own form, where the number of answers may be published.
create view person_survey_result with (security_barrier) as
select distinct r.id as round_id, r.year, r.season, u.name as unit, i.instrument, i.instrument_version, t.id as telling_id, t.fewest,
       p.heard, p.done
  from acting me
  join survey_invitation i on i.municipality_id = me.municipality_id and i.person_id = me.subject_id
  join survey_round r on r.municipality_id = i.municipality_id and r.id = i.round_id
  join unit u on u.municipality_id = r.municipality_id and u.id = r.unit_id
  join survey_telling t on t.municipality_id = r.municipality_id and t.year = r.year and t.season = r.season
  left join survey_reply p on p.municipality_id = r.municipality_id and p.round_id = r.id
 where me.kind = 'person';
grant select on person_survey_result to person;

create view person_survey_figure with (security_barrier) as
select f.round_id, f.instrument, f.instrument_version, f.item, f.answers, f.counted, f.leaning
  from acting me
 cross join person_survey_result r
  join survey_figure f on f.municipality_id = me.municipality_id and f.round_id = r.round_id and f.instrument = r.instrument
                      and f.instrument_version = r.instrument_version
 where f.option is null and f.answers is not null;
grant select on person_survey_figure to person;
