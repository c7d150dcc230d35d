import { inPolicy, type Rule } from './rule.ts'

const birthdays = 'tests/secrecy/unknown-birthday.test.ts'
const numbers = 'tests/secrecy/number-change.test.ts'
const merges = 'tests/secrecy/merge-person.test.ts'
const history = 'tests/secrecy/merged-history.test.ts'

/** Of birthdays that are not known, and of numbers that change. */
export const personRules: readonly Rule[] = [
  ...inPolicy('service/sign-in', [
    [
      'an account that was somebody else’s lets nobody in',
      'if is_known and not agrees then',
      'if false then',
      'app/routes/auth/account.test.ts',
    ],
  ]),
  ...inPolicy('context', [
    [
      'a child who may be too young is not let in',
      'select least_age_on(born, on_day) >= m.own_sign_in_age',
      'select most_age_on(born, on_day) >= m.own_sign_in_age',
      birthdays,
    ],
  ]),
  ...inPolicy('person/open-case', [
    [
      'a guardian reads no more once the child may be of age',
      'or most_age_on(child.born',
      'or least_age_on(child.born',
      birthdays,
    ],
    [
      'a child is spoken to as the youngest it may be',
      'least_age_on(child.born, on_day) as child_age',
      'most_age_on(child.born, on_day) as child_age',
      birthdays,
    ],
  ]),
  ...inPolicy('person/access-log', [
    [
      'the protection of one’s other row hides what was read under this one',
      'x.person_id = coalesce(g.merged_into, a.actor_id)',
      'x.person_id = a.actor_id',
      history,
    ],
  ]),
  ...inPolicy('staff/change-number', [
    ['a number is the team leader’s to change', " and me.role = 'teamLeader'", '', numbers],
    [
      'a changed number ends the sessions',
      '  delete from session where',
      '  delete from session where false and',
      numbers,
    ],
    ['a dead number is given to nobody else', 'f.person_id <> whose', 'false', numbers],
    [
      'two rows become one only as it was seen',
      'and now_is.other is distinct from seen_other',
      'and false',
      merges,
    ],
    [
      'a change of number is written in the log',
      "  perform audit_staff('changedNumber', of_case);\n",
      '',
      numbers,
    ],
    [
      'whoever asks of a number is written in the log',
      "  perform audit_staff('lookedUpNumber', of_case);\n  select",
      '  select',
      numbers,
    ],
    [
      'a change that is refused has told of a number too',
      "    perform audit_staff('lookedUpNumber', of_case);\n    return",
      '    return',
      numbers,
    ],
    [
      'a number that is taken looks free until it is asked for',
      "case o.outcome when 'taken' then 'change' else o.outcome end",
      'o.outcome',
      numbers,
    ],
    [
      'nobody is made one with whom the leader does not know of',
      'when not exists (select from days_in_led_cases(other))',
      'when false',
      numbers,
    ],
  ]),
  ...inPolicy('staff/merge-person', [
    [
      'two who stand beside one child at the same time are two people',
      'a.person_id = one and b.person_id = other and a.valid && b.valid',
      'false',
      merges,
    ],
    [
      'a child is not one with whoever has a part in its case',
      'p.child_id in (one, other) and p.child_id <> p.person_id',
      'false',
      merges,
    ],
    [
      'who is shut out from a child is not one with who is not',
      "where not s.days * datemultirange(p.valid) <@ coalesce(own.days, '{}')",
      'where false',
      merges,
    ],
    [
      'of two decisions the one that shows less stands',
      "array['withheld', 'later', 'title', 'partial', 'full']",
      "array['full', 'partial', 'title', 'later', 'withheld']",
      merges,
    ],
    ['who is shut out from a child is not made one with it', 's.child_id in (one, other)', 'false', merges],
    [
      'a block on a child’s case follows the child',
      'case g.child_id when gone then kept else g.child_id end',
      'g.child_id',
      merges,
    ],
  ]),
]
