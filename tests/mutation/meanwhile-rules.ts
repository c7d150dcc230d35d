import { inPolicy, type Rule } from './rule.ts'

const change = 'app/appointment/told-of-change.test.tsx'
const files = 'app/attachment/attachment-limits.test.ts'
const answer = 'app/message/answer-at-once.test.ts'
const removed = 'services/worker/notice/channel-removed.test.ts'

/** That nothing is told, answered or lost by what somebody else did between a page and what was sent from it. */
export const meanwhileRules: readonly Rule[] = [
  ...inPolicy('person/appointment', [
    [
      'why a meeting was moved is told to those who took part then',
      'case when p.joined_sequence < a.sequence then a.change_reason end as change_reason',
      'a.change_reason',
      change,
    ],
    [
      'when a meeting was before is told to those who took part then',
      'case when p.joined_sequence < a.moved_sequence then a.earlier_start end as earlier_start',
      'a.earlier_start',
      change,
    ],
    [
      'whoever was taken out asks anew for another time when they come in again',
      " and r.state <> 'takenOut';",
      ';',
      change,
    ],
  ]),
  ...inPolicy('staff/book-appointment', [
    [
      'whoever comes in again comes in anew',
      'case when p.removed_at is null then p.joined_sequence else excluded.joined_sequence end',
      'p.joined_sequence',
      change,
    ],
    [
      'whoever was taken out waits for no other time',
      "r.person_id = g.person_id and r.state = 'asked'",
      'false',
      change,
    ],
    [
      'that a meeting becomes something else is told',
      '(earlier.ends_at, earlier.kind, earlier.bring) is distinct from (now_is.ends_at, now_is.kind, now_is.bring)',
      'earlier.ends_at <> now_is.ends_at',
      change,
    ],
    [
      'a form of a meeting that was changed before it was sent again is not taken for the same',
      "case when not is_appointment(made, input) then 'booked' end",
      'null',
      change,
    ],
  ]),
  ...inPolicy('staff/answer-thread', [
    [
      'an answer waits until what the person has written since is read',
      ' > words_shown then',
      ' > 1000000 then',
      answer,
    ],
    [
      'an answer that is read in the same moment is not taken back',
      '\n     or exists (select from message_receipt r where r.municipality_id = answer.municipality_id and r.message_id = answer.id)',
      '',
      answer,
    ],
  ]),
  ...inPolicy('person/question', [
    ['what is taken back while it is read is not there', '\n       for key share of x', '', answer],
  ]),
  ...inPolicy('attachment-rules', [
    [
      'no file is added to what is being sent',
      ' and d.id = of_draft for update;',
      ' and d.id = of_draft;',
      files,
    ],
  ]),
  ...inPolicy('staff/read-together', [
    [
      'a list that is sent again while its code is typed waits for the device first',
      ' and r.form_key = key for update of s;',
      ' and r.form_key = key and false for update of s;',
      'app/read-together/prepare-at-once.test.ts',
    ],
  ]),
  ...inPolicy('person/remark', [
    [
      'a remark that is changed and sent again from the same form is not lost',
      ', of_kind, with_text))::uuid',
      '))::uuid',
      'app/note/note-room.test.ts',
    ],
  ]),
  ...inPolicy('person/signature', [
    [
      'no other words take the place of those that said no',
      'r.declined_words is not distinct from words from',
      'true from',
      'tests/secrecy/signature.test.ts',
    ],
    [
      'before its receipt, what can be appealed is what a receipt is asked for',
      "and q.act = 'receipt' and q.state in ('asked', 'declined', 'expired')",
      '',
      'tests/secrecy/appeal.test.ts',
    ],
    [
      'the name in a letter is the writer’s own',
      "join person p on p.municipality_id = me.municipality_id and p.id = me.subject_id\n   where me.kind = 'person'\n$$;\ngrant execute on function person_own_name()",
      "join person p on p.municipality_id = me.municipality_id\n   where me.kind = 'person'\n$$;\ngrant execute on function person_own_name()",
      'tests/secrecy/appeal.test.ts',
    ],
  ]),
  ...inPolicy('staff/follow-up', [
    [
      'a follow-up that is sent again with other words is not taken for the same',
      'if kept_hash <> sent_hash then',
      'if false then',
      'app/follow-up/record-follow-up.test.ts',
    ],
  ]),
  ...inPolicy('person/attachment', [
    [
      'two files at once on two drafts are both counted',
      "  perform pg_advisory_xact_lock(hashtextextended(app_subject() || ' ' || in_case, 13));\n",
      '',
      files,
    ],
  ]),
  ...inPolicy('service/notice', [
    [
      'whoever stops a channel does not wait for whoever removes it',
      '\n   where x.municipality_id = municipality and x.id = delivery for no key update of c',
      '\n   where false for no key update of c',
      removed,
    ],
  ]),
]
