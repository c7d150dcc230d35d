-- Sees with a reader's eyes: the transaction goes on as that person, and is always rolled back (db/connect.ts).
-- Only for somebody in a case that is open to the staff member.
create function staff_look_as(reader uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from case_party p join staff_open_case o on o.municipality_id = p.municipality_id and o.case_id = p.case_id
                  where p.municipality_id = app_municipality() and p.person_id = reader) then
    return false;
  end if;
  perform set_config('app.subject', reader::text, true);
  perform set_config('app.open_cases', coalesce(jsonb_agg(to_jsonb(o)), '[]')::text, true) from openable_case o;
  return true;
end $$;
grant execute on function staff_look_as(uuid) to staff;
