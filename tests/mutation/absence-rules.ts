import { inPolicy, type Rule } from './rule.ts'

const answerer = 'tests/secrecy/answerer.test.ts'
const absence = 'tests/secrecy/absence.test.ts'

/** That a question finds somebody who is there, and never somebody who has left. */
export const absenceRules: readonly Rule[] = [
  ...inPolicy('answerer', [
    [
      'nothing goes to a caseworker who has left',
      ' and m.employed @> now.today limit 1',
      ' limit 1',
      answerer,
    ],
    [
      'nothing goes to a leader who has left',
      "and s.role = 'teamLeader'\n              and s.employed @> now.today) x",
      "and s.role = 'teamLeader') x",
      answerer,
    ],
    ['nothing goes to who has the case no more', ' and a.valid @> now.today\n', '\n', answerer],
    [
      'the deputy answers while the lead is away',
      'order by away.until is not null, x.place',
      'order by x.place',
      answerer,
    ],
    [
      'the lead answers before the deputy',
      "case a.kind when 'lead' then 1 else 2 end",
      "case a.kind when 'lead' then 2 else 1 end",
      answerer,
    ],
    ['a leader answers for the own unit alone', ' and s.unit_id = c.unit_id', '', answerer],
    [
      'an absence holds in its own days',
      '\n                           and y.away @> now.today) away',
      ') away',
      answerer,
    ],
  ]),
  ...inPolicy('staff/absence', [
    [
      'a leader records for the own unit',
      "self.role = 'teamLeader' and s.unit_id = self.unit_id",
      "self.role = 'teamLeader'",
      absence,
    ],
    [
      'a caseworker records for nobody else',
      "self.role = 'teamLeader' and s.unit_id = self.unit_id",
      's.unit_id = self.unit_id',
      absence,
    ],
    [
      'an absence is seen by who may record it',
      ' and staff_id in (select staff_id from staff_recordable));',
      ');',
      absence,
    ],
    [
      'an absence is recorded by who may',
      '(select r.staff_id from staff_recordable r where r.staff_id = of_staff)',
      'of_staff',
      absence,
    ],
    [
      'an absence is ended by who may record it',
      ' join staff_recordable r on r.staff_id = a.staff_id\n',
      '\n',
      absence,
    ],
    ['two absences do not share days', 'and a.away && days) then', 'and false) then', absence],
    [
      'a form that has recorded other days says so',
      '\n                and a.away = days) then',
      ') then',
      absence,
    ],
    [
      'that somebody is away is written in the log, with whose absence it is',
      "  perform log_absence('recordedAbsence', made);\n",
      '',
      absence,
    ],
    [
      'that somebody is back is written in the log, with whose absence it was',
      "  perform log_absence('endedAbsence', ended);\n",
      '',
      absence,
    ],
  ]),
]
