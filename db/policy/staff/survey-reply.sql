-- What the unit has said back. Its team leader writes it, and may write it anew.
create view staff_survey_reply with (security_barrier) as
select r.round_id, p.heard, p.done, p.written_at, full_name(s.given_name, s.family_name) as by_name
  from acting me
 cross join staff_survey_round r
  join survey_reply p on p.municipality_id = me.municipality_id and p.round_id = r.round_id
  join staff_member s on s.municipality_id = p.municipality_id and s.id = p.written_by;
grant select on staff_survey_reply to staff;

create function staff_leads_survey() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from acting me join staff_member s on s.municipality_id = me.municipality_id and s.id = me.subject_id
                  where me.kind = 'staff' and s.role = 'teamLeader' and s.employed @> me.today)
$$;
grant execute on function staff_leads_survey() to staff;

-- False where the round is not one that has told in the leader's own unit.
create function staff_write_survey_reply(of_round uuid, what_heard text, what_done text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into survey_reply (municipality_id, round_id, heard, done, written_by, written_at)
    select app_municipality(), r.round_id, what_heard, what_done, app_subject(), app_now()
      from staff_survey_round r where r.round_id = of_round and staff_leads_survey()
  on conflict (municipality_id, round_id) do update
    set heard = excluded.heard, done = excluded.done, written_by = excluded.written_by, written_at = excluded.written_at;
  if not found then return false; end if;
  perform audit_staff('wroteSurveyReply', null);
  return true;
end $$;
grant execute on function staff_write_survey_reply(uuid, text, text) to staff;
