-- Key figures of a unit, by quarter or season (product C2): how it went, never who did it. They are worked out once, some
-- time after the period is over, and kept when the cases behind them are gone.

create table indicator (
  indicator text primary key,
  position int not null unique,
  -- A share is of 1; perHundred is a number for each hundred notes.
  measured_in text not null check (measured_in in ('share', 'days', 'hours', 'perHundred', 'people')),
  made_by text not null check (made_by in ('mean', 'median', 'number')),
  period text not null check (period in ('quarter', 'season'))
);
insert into indicator values
  ('followUpHeld', 1, 'share', 'mean', 'quarter'),
  ('followUpMoved', 2, 'share', 'mean', 'quarter'),
  ('followUpNotHeld', 3, 'share', 'mean', 'quarter'),
  ('followUpUnrecorded', 4, 'share', 'mean', 'quarter'),
  ('followUpChildView', 5, 'share', 'mean', 'quarter'),
  ('surveyOffered', 6, 'people', 'number', 'season'),
  ('protectiveAssessmentInTime', 7, 'share', 'mean', 'quarter'),
  ('preliminaryAssessmentInTime', 8, 'share', 'mean', 'quarter'),
  ('preliminaryAssessmentMean', 9, 'days', 'mean', 'quarter'),
  ('investigationInTime', 10, 'share', 'mean', 'quarter'),
  ('investigationMean', 11, 'days', 'mean', 'quarter'),
  ('investigationMedian', 12, 'days', 'median', 'quarter'),
  ('interventionStart', 13, 'days', 'median', 'quarter'),
  ('considerationInTime', 14, 'share', 'mean', 'quarter'),
  ('noteSharedChild', 15, 'share', 'mean', 'quarter'),
  ('noteSharedChildTime', 16, 'hours', 'median', 'quarter'),
  ('noteSharedGuardian', 17, 'share', 'mean', 'quarter'),
  ('noteSharedGuardianTime', 18, 'hours', 'median', 'quarter'),
  ('remarkRate', 19, 'perHundred', 'mean', 'quarter'),
  ('remarkAnswer', 20, 'days', 'median', 'quarter'),
  ('inquiryInTime', 21, 'share', 'mean', 'quarter'),
  ('receiptInTime', 22, 'share', 'mean', 'quarter');

-- The time that a figure is measured against, as it was on the day the time began.
create table indicator_limit (
  indicator text not null references indicator,
  amount int not null check (amount >= 0),
  unit text not null check (unit in ('hours', 'days', 'workingDays', 'months')),
  source text not null,
  valid daterange not null,
  exclude using gist (indicator with =, valid with &&)
);
insert into indicator_limit (indicator, amount, unit, source, valid) values
  ('protectiveAssessmentInTime', 0, 'days', 'Socialtjänstlag (2025:400) 20 kap. 1 §; prop. 2012/13:10: samma dag', '[2025-07-01,)'),
  ('preliminaryAssessmentInTime', 14, 'days', 'Socialtjänstlag (2025:400) 20 kap. 2 §', '[2025-07-01,)'),
  ('investigationInTime', 4, 'months', 'Socialtjänstlag (2025:400) 20 kap. 3 §', '[2025-07-01,)'),
  ('inquiryInTime', 2, 'workingDays', 'Förvaltningslag (2017:900) 6 §: utan onödigt dröjsmål; två arbetsdagar är enhetens mål', '[2018-07-01,)'),
  ('receiptInTime', 24, 'hours', 'LVU (1990:52) 33 §: skyndsamt; ett dygn är enhetens mål', '[1990-07-01,)');

alter table statistics_minimum drop constraint statistics_minimum_counted_check;
alter table statistics_minimum add constraint statistics_minimum_counted_check
  check (counted in ('authors', 'notes', 'people', 'answers', 'subjects'));
insert into statistics_minimum (counted, minimum, source, valid) values
  ('subjects', 5, 'Kolada publishes results from 5; here the children, or those who were asked, behind a figure', '[2020-01-01,)');

-- A period that has been worked out. It is not worked out again.
create table indicator_period (
  municipality_id uuid not null,
  unit_id uuid not null,
  period text not null check (period in ('quarter', 'season')),
  begins date not null,
  counted_on date not null,
  primary key (municipality_id, unit_id, period, begins),
  foreign key (municipality_id, unit_id) references unit
);

-- value null: hidden, too few are behind it. What was never measured has no row.
create table indicator_figure (
  municipality_id uuid not null,
  unit_id uuid not null,
  period text not null,
  begins date not null,
  indicator text not null references indicator,
  value numeric check (value >= 0),
  -- How many children, or people who were asked. Fewer than five get in by no program.
  subjects int check (subjects >= 5),
  primary key (municipality_id, unit_id, period, begins, indicator),
  foreign key (municipality_id, unit_id, period, begins) references indicator_period,
  check ((value is null) = (subjects is null))
);

insert into audit_action values ('countedIndicators');
