-- What a staff member tells of themself, and nobody else's: theirs whom people have as caseworkers. Empty before the first time.
create view staff_own_introduction with (security_barrier) as
select s.given_name, s.family_name, s.title, i.text, i.picture_id, i.picture_text
  from acting me
  join staff_member s on s.municipality_id = me.municipality_id and s.id = me.subject_id and s.role in ('caseworker', 'teamLeader')
  left join staff_introduction i on i.municipality_id = s.municipality_id and i.staff_id = s.id
 where me.kind = 'staff';
grant select on staff_own_introduction to staff;

-- Writes it anew. Without a new picture the one that is there stays; the bytes of the one before are gone. False for whoever is
-- nobody's caseworker.
create function staff_introduce(new_text text, new_picture_text text, new_id uuid, new_picture bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from staff_own_introduction) then return false; end if;
  insert into staff_introduction as i (municipality_id, staff_id, text, picture_id, picture_text, picture, changed_at)
    values (app_municipality(), app_subject(), new_text, new_id, case when new_id is not null then new_picture_text end, new_picture, app_now())
  on conflict (municipality_id, staff_id) do update
    set text = excluded.text,
        picture_id = coalesce(excluded.picture_id, i.picture_id),
        picture_text = case when coalesce(excluded.picture_id, i.picture_id) is not null then coalesce(new_picture_text, i.picture_text) end,
        picture = coalesce(excluded.picture, i.picture),
        changed_at = excluded.changed_at;
  perform audit_staff('changedIntroduction', null);
  return true;
end $$;
grant execute on function staff_introduce(text, text, uuid, bytea) to staff;

-- The bytes go with it. Nothing is written where there was no picture.
create function staff_remove_picture() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update staff_introduction i set picture_id = null, picture_text = null, picture = null, changed_at = app_now()
   where i.municipality_id = app_municipality() and i.staff_id = app_subject() and i.picture_id is not null
     and exists (select from staff_own_introduction);
  if found then perform audit_staff('removedOwnPicture', null); end if;
end $$;
grant execute on function staff_remove_picture() to staff;

-- The sealed bytes of one's own picture; no row without one.
create function staff_read_own_picture() returns table (picture_id uuid, sealed bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.picture_id, i.picture
    from staff_own_introduction o
    join staff_introduction i on i.municipality_id = (select app_municipality()) and i.picture_id = o.picture_id
$$;
grant execute on function staff_read_own_picture() to staff;
