import { inPolicy, type Rule } from './rule.ts'

const introduction = 'tests/secrecy/introduction.test.ts'

/** Whose face is shown to whom, and that it goes. */
export const introductionRules: readonly Rule[] = [
  ...inPolicy('person/case', [
    [
      'a picture is had in a case that its staff member has',
      ' where w.case_id = in_case and w.picture_id = of_picture\n',
      ' where w.picture_id = of_picture\n',
      introduction,
    ],
  ]),
  ...inPolicy('staff/introduction', [
    [
      'only whoever can be somebody’s caseworker tells of themself',
      " and s.role in ('caseworker', 'teamLeader')\n",
      '\n',
      introduction,
    ],
    [
      'a staff member sees what they have told themself, and that alone',
      ' and s.id = me.subject_id',
      '',
      introduction,
    ],
    [
      'nobody removes the picture of another',
      ' and i.staff_id = app_subject() and i.picture_id is not null\n',
      ' and i.picture_id is not null\n',
      introduction,
    ],
    ['a change is logged', "  perform audit_staff('changedIntroduction', null);\n", '', introduction],
  ]),
  ...inPolicy('service/erase-introductions', [
    ['nobody who is still here is forgotten', ' and upper(s.employed) <= app_today()\n', '\n', introduction],
  ]),
]
