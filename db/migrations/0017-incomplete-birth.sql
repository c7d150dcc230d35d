-- Of some people with a samordningsnummer only the year or the month of birth is known (folkbokföringslag 1991:481 18 a §):
-- then birth_date is empty. Ages are reckoned from born, the days a birth may have been on; one when it is known.
alter table person
  alter birth_date drop not null,
  add born_within daterange,
  add born daterange not null generated always as (coalesce(born_within, daterange(birth_date, birth_date, '[]'))) stored,
  add check (num_nonnulls(birth_date, born_within) = 1),
  add check (not isempty(born) and not lower_inf(born) and not upper_inf(born));

-- Somebody with one name only has it as given name, and an empty family name (policy names.sql sees to it).
alter table person add check (given_name <> '');
alter table staff_member add check (given_name <> '');
