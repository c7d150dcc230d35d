-- A name is written one way: without spaces around it, and an only name as given name, which is what pages say.
create function write_name() returns trigger language plpgsql as $$
begin
  new.given_name := btrim(regexp_replace(new.given_name, '\s+', ' ', 'g'));
  new.family_name := btrim(regexp_replace(new.family_name, '\s+', ' ', 'g'));
  if new.given_name = '' then
    new.given_name := new.family_name;
    new.family_name := '';
  end if;
  return new;
end $$;
create trigger name_written before insert or update of given_name, family_name on person
  for each row execute function write_name();
create trigger name_written before insert or update of given_name, family_name on staff_member
  for each row execute function write_name();

create function full_name(given_name text, family_name text) returns text language sql immutable parallel safe as
  $$ select case family_name when '' then given_name else given_name || ' ' || family_name end $$;
grant execute on function full_name(text, text) to staff;
