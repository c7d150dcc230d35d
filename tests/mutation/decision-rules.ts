import { inPolicy, type Rule } from './rule.ts'

const urgent = 'tests/secrecy/urgent-document.test.ts'
const decision = 'tests/secrecy/decision.test.ts'

export const decisionRules: readonly Rule[] = [
  ...inPolicy('decision-rules', [
    [
      'what cannot await the committee is undecided from the moment it is frozen',
      'o.cannot_wait is not null\n                       or exists',
      'exists',
      urgent,
    ],
  ]),
  ...inPolicy('staff/notice', [
    ['nobody is told of a decision before it is made', "new.due_at := 'infinity';", 'null;', urgent],
  ]),
  ...inPolicy('staff/decision', [
    [
      'why a decision cannot wait is what the decision says',
      'coalesce(v.cannot_wait, staff_ask_for_decision.cannot_wait)',
      'staff_ask_for_decision.cannot_wait',
      urgent,
    ],
  ]),
  ...inPolicy('signature-rules', [
    [
      'the right to decide alone is asked when the signature is recorded',
      'else right_to_decide(municipality, r, stockholm_day(on_moment)) is not null end',
      'else true end',
      decision,
    ],
  ]),
  ...inPolicy('staff/meeting', [
    [
      'the papers of a meeting are opened by those who sit in the committee now and then',
      'and x.staff_id = s.id and x.valid @> me.today and x.valid @> m.held_on',
      'and x.staff_id = s.id',
      'tests/secrecy/meeting.test.ts',
    ],
  ]),
]
