import { inPolicy, type Rule } from './rule.ts'

const takenOut = 'tests/secrecy/taken-out.test.ts'

/** What somebody is told who was taken out of a meeting (decision 37). */
export const takenOutRules: readonly Rule[] = [
  ...inPolicy('person/appointment', [
    [
      'whoever was taken out of a meeting is told nothing of it where somebody is guarded',
      ' where not exists (select from case_guard g where g.municipality_id = a.municipality_id and g.case_id = a.case_id and g.valid @> c.today);',
      ';',
      takenOut,
    ],
    [
      'nor by a notice',
      `                    and not exists (select from case_guard g where g.municipality_id = municipality and g.case_id = a.case_id
                                                               and g.valid @> stockholm_day(at_time))\n`,
      '',
      takenOut,
    ],
  ]),
  ...inPolicy('staff/book-appointment', [
    [
      'a protection that ends brings up nothing of who was taken out while it lasted',
      "case when guards = '{}' and earlier.shown_from",
      'case when earlier.shown_from',
      takenOut,
    ],
    [
      'whoever had not been told of a meeting is not told that they were taken out of it',
      'and earlier.shown_from <= app_now() and earlier.starts_at > app_now()',
      'and earlier.starts_at > app_now()',
      takenOut,
    ],
    [
      'whoever is taken out is told the time that they knew, not the one it is moved to',
      'earlier.starts_at > app_now() then earlier.starts_at end;',
      'earlier.starts_at > app_now() then a.starts_at end;',
      takenOut,
    ],
  ]),
]
