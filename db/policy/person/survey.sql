-- What somebody is asked to answer, for as long as they may. The same whether they have answered or not: nobody knows.
create view person_survey_invitation with (security_barrier) as
select i.id as invitation_id, i.round_id, i.instrument, i.instrument_version, i.place, r.sealed_secret, i.opens_on, i.closes_on
  from acting a
  join survey_invitation i on i.municipality_id = a.municipality_id and i.person_id = a.subject_id
                          and a.today between i.opens_on and i.closes_on
  join survey_round r on r.municipality_id = i.municipality_id and r.id = i.round_id and r.sealed_secret is not null
 where a.kind = 'person';
grant select on person_survey_invitation to person;
