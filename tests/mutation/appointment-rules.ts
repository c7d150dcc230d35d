import { inPolicy, type Rule } from './rule.ts'

const seen = 'tests/secrecy/appointment.test.ts'
const points = 'tests/secrecy/appointment-words.test.ts'
const staffDeeds = 'tests/secrecy/appointment-staff.test.ts'
const drawn = 'app/appointment/drawn-form.test.ts'
const plan = 'app/appointment/plan-appointment.test.ts'
const words = 'app/appointment/own-words.test.ts'
const remind = 'services/worker/appointment/remind-appointments.test.ts'
const file = 'app/appointment/calendar-file.test.ts'

/** That a meeting is known to those who take part, its place to those who may know it, and its points to their hearers. */
export const appointmentRules: readonly Rule[] = [
  ...inPolicy('person/appointment', [
    [
      'where they meet is told to whom it was decided for',
      'p.shows_place and x.holds as sees_place',
      'x.holds as sees_place',
      seen,
    ],
    [
      'how to find the place is told to whom the place is',
      'case when p.sees_place then a.place_note end as place_note',
      'a.place_note',
      seen,
    ],
    [
      'who else comes is told to whom it was decided for',
      'p.shows_others and x.holds as sees_others',
      'x.holds as sees_others',
      seen,
    ],
    [
      'protection that came later closes place and company',
      'and x.person_id = y.person_id\nunion all',
      'and false\nunion all',
      seen,
    ],
    [
      'protection of somebody else, which came later, closes place and company',
      ' and g.guard <> all (p.knowing)',
      " and p.knowing = '{}'",
      seen,
    ],
    ['a block that came later closes place and company', 'and b.child_id = c.child_id;', 'and false;', seen],
    [
      'a meeting is known to those who take part',
      'join told_participant p on p.municipality_id = c.municipality_id and p.person_id = c.person_id\n',
      'join told_participant p on p.municipality_id = c.municipality_id\n',
      seen,
    ],
    [
      'whoever was taken out of a meeting knows of it no more',
      'p.person_id is not null and p.removed_at is null\n  join appointment a',
      'p.person_id is not null\n  join appointment a',
      plan,
    ],
    ['a meeting is not seen before it is shown', ' where a.shown_from <= c.moment;', ';', seen],
    [
      'a meeting is seen in its own case alone',
      'and a.id = p.appointment_id and a.case_id = c.case_id\n where a.shown_from <= c.moment;',
      'and a.id = p.appointment_id\n where a.shown_from <= c.moment;',
      seen,
    ],
    [
      'what somebody wants to bring up is read by nobody else who takes part',
      ' and x.person_id = me.subject_id\n',
      '\n',
      points,
    ],
    [
      'that somebody asked for another time is read by nobody else who takes part',
      '\n                                   and r.person_id = me.subject_id\n',
      '\n',
      points,
    ],
    [
      'nothing is written to a meeting that is not shown to its writer',
      "  if a.appointment_id is null then return null; end if;\n  if not a.is_open then return 'begun'; end if;\n  if (select",
      "  if not a.is_open then return 'begun'; end if;\n  if (select",
      seen,
    ],
    [
      'nothing is brought up when the meeting has begun',
      "  if not a.is_open then return 'begun'; end if;\n  if (select",
      '  if (select',
      words,
    ],
    [
      'what is written to a meeting waits for whoever calls it off',
      ' for no key update of x;',
      ';',
      'tests/secrecy/another-time.test.ts',
    ],
    [
      'another time is answered before the meeting',
      'then least(answer_day, stockholm_day(a.starts_at)) end',
      'then answer_day end',
      'tests/secrecy/another-time.test.ts',
    ],
    [
      'another time in other words is not said to be asked for',
      'if earlier.text = with_text then',
      'if earlier.text is not null then',
      words,
    ],
    [
      'what has its answer does not stand in the way of another time',
      "  if earlier.state <> 'asked' then return 'otherWords'; end if;\n",
      '',
      words,
    ],
    ['twenty points are enough', '>= 20 then', '>= 2000 then', words],
    [
      'a point is written anew by its writer alone',
      'x.person_id = app_subject() and x.outcome is null\n     and (x.text',
      'x.outcome is null\n     and (x.text',
      points,
    ],
    [
      'a point is taken back by its writer alone',
      'x.person_id = app_subject() and x.outcome is null;\n  if not found',
      'x.outcome is null;\n  if not found',
      points,
    ],
  ]),
  ...inPolicy('staff/appointment', [
    [
      'staff see the meetings of cases of theirs',
      ' and case_id = any ((select staff_case_ids())::uuid[]));',
      ');',
      seen,
    ],
    [
      'staff read what was written to meetings of cases of theirs',
      'from appointment x join staff_open_case o on o.municipality_id = x.municipality_id and o.case_id = x.case_id\n',
      'from appointment x\n',
      seen,
    ],
    [
      'what is for the caseworker alone is read by those who have the case',
      " and (has_case or t.hearers <> 'caseworkerOnly')),",
      '),',
      seen,
    ],
    [
      'what is for the caseworker alone is settled by those who have the case',
      "     and (t.hearers <> 'caseworkerOnly' or exists",
      '     and (true or exists',
      staffDeeds,
    ],
    [
      'staff change meetings of cases of theirs',
      'from appointment a join staff_open_case o on o.municipality_id = a.municipality_id and o.case_id = a.case_id\n   where a.id = of_appointment for update',
      'from appointment a\n   where a.id = of_appointment for update',
      staffDeeds,
    ],
    [
      'a reading of a meeting is written',
      "  perform log_staff_appointment('readAppointment', a);\n",
      '',
      plan,
    ],
  ]),
  ...inPolicy('staff/book-appointment', [
    [
      'what is told is chosen by who is protected when the form is drawn',
      "when input -> 'guards' is distinct from to_jsonb(guards_of_case(in_case.municipality_id, in_case.id, app_today())) then 'guarded'",
      '',
      drawn,
    ],
    [
      'staff book in cases of theirs',
      'from case_file c join staff_open_case o on o.municipality_id = c.municipality_id and o.case_id = c.id\n',
      'from case_file c\n',
      plan,
    ],
    [
      'those who take part have a part in the case',
      "when exists (select from jsonb_array_elements(input -> 'persons') p",
      "when false and exists (select from jsonb_array_elements(input -> 'persons') p",
      plan,
    ],
    [
      'no staff take part who have left',
      '\n                                       and m.employed @> app_today()',
      '',
      plan,
    ],
    [
      'another place is told to those who may know the place',
      '       and (p.shows_place or not only_of_place)\n',
      '',
      plan,
    ],
    [
      'whoever changes a meeting has seen it as it is',
      'if earlier.version <> seen or earlier.state',
      'if earlier.state',
      plan,
    ],
  ]),
  ...inPolicy('service/remind-appointments', [
    [
      'nobody is reminded of what is not shown to them any more',
      '         and appointment_is_shown(a.municipality_id, a.id, p.person_id, app_now())\n',
      '',
      remind,
    ],
    [
      'nobody is reminded of what is called off',
      "where a.state in ('planned', 'moved') and a.starts_at > app_now()",
      'where a.starts_at > app_now()',
      remind,
    ],
  ]),
  {
    rule: 'a calendar file has nothing of who, where or why',
    file: 'app/appointment/calendar-file.ts',
    text: '    summary: title,\n',
    without: '    summary: title,\n    location: (arguments[0] as { place: string }).place,\n',
    tests: [file],
  },
  {
    rule: 'a calendar file does not say what kind of meeting it is',
    file: 'app/appointment/calendar-file.ts',
    text: '    summary: title,\n',
    without: '    summary: (arguments[0] as { kind: string }).kind,\n',
    tests: [file],
  },
]
