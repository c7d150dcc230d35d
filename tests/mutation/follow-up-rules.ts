import { inPolicy, type Rule } from './rule.ts'

const secrecy = 'tests/secrecy/follow-up.test.ts'
const refused = 'app/follow-up/refused-follow-ups.test.ts'
const recorded = 'app/follow-up/record-follow-up.test.ts'
const contact = 'app/message/contact-request.test.ts'

/** What is recorded of follow-ups, and who asks to be contacted. */
export const followUpRules: readonly Rule[] = [
  ...inPolicy('staff/follow-up', [
    [
      'a follow-up is recorded in a case that is open to the writer',
      'join staff_open_case o on o.municipality_id = c.municipality_id and o.case_id = c.id\n   where c.id = of_case for update of c',
      '\n   where c.id = of_case for update of c',
      refused,
    ],
    [
      'a follow-up is recorded in its own case',
      'and f.case_id = of_case and f.id = of_follow_up;',
      'and f.id = of_follow_up;',
      refused,
    ],
    [
      'who took part is of the case',
      "when exists (select from part where id is null) then 'person'",
      "when false then 'person'",
      refused,
    ],
    [
      'a goal is of the case',
      'and d.case_id = in_case.id)\n             on p.municipality_id',
      ')\n             on p.municipality_id',
      refused,
    ],
    [
      'a follow-up that was held was not held tomorrow',
      'on_day > app_today() or on_day < in_case',
      'on_day < in_case',
      refused,
    ],
    [
      'a follow-up is recorded once',
      "if planned.outcome is not null then return query select null::uuid, 'recorded', false; return; end if;",
      '',
      recorded,
    ],
    [
      'one form of a follow-up is one record',
      'and r.form_key = key and f.case_id',
      'and false and f.case_id',
      recorded,
    ],
    [
      'a follow-up that was not planned is told by its note',
      "on_day, on_day, 'held', 'infinity'",
      "on_day, on_day, 'held', app_now()",
      recorded,
    ],
    [
      'the record of a follow-up is read in the log',
      "perform audit_staff('readFollowUp', of_case);",
      '',
      recorded,
    ],
    [
      'the record of a follow-up is read in an open case',
      'join staff_open_case o on o.municipality_id = f.municipality_id and o.case_id = f.case_id\n                  where f.id',
      '\n                  where f.id',
      recorded,
    ],
    ['the note of a follow-up is of its case', 'and f.case_id = n.case_id\n', '\n', secrecy],
  ]),
  ...inPolicy('person/plan', [
    [
      'where to meet is told in no case of somebody protected',
      'case when not p.is_protected then f.place end',
      'f.place',
      secrecy,
    ],
    [
      'when to meet is told in no case of somebody protected',
      'case when not p.is_protected then f.starts_at end',
      'f.starts_at',
      secrecy,
    ],
  ]),
  ...inPolicy('person/contact-request', [
    [
      'one form of Kontakta mig is one request',
      'and q.person_id = (select app_subject()) and q.form_key = key;',
      'and false;',
      contact,
    ],
    [
      'who asks to be contacted asks in a case of theirs',
      'case when with_text is null then answer_day end\n      from person_case c where c.case_id = in_case',
      'case when with_text is null then answer_day end\n      from case_file f cross join lateral (select f.id as case_id) c where c.case_id = in_case',
      contact,
    ],
  ]),
  ...inPolicy('staff/answer-thread', [
    [
      'the reading of a thread is logged',
      "perform log_staff_thread('readThread', thread.case_id, of_thread);",
      '',
      contact,
    ],
  ]),
]
