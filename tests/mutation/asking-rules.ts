import { inPolicy, type Rule } from './rule.ts'

const asked = 'tests/secrecy/asked-to-sign.test.ts'
const reminders = 'tests/secrecy/reminder.test.ts'
const appeals = 'tests/secrecy/appeal-received.test.ts'
const purges = 'tests/secrecy/purge-intents.test.ts'
const merges = 'tests/secrecy/merge-signatures.test.ts'

/** Of what staff ask for, what can be taken back, reminders, and appeals that come in. */
export const askingRules: readonly Rule[] = [
  ...inPolicy('staff/ask-to-sign', [
    [
      'only who reads all of it is asked to sign',
      'and reads_in_full(municipality, d.person_id, v.id, on_moment)',
      '',
      asked,
    ],
    [
      'a document is put to somebody in the meanings of its kind',
      'join signature_act_document a on a.document_type = x.type',
      'join signature_act_document a on true',
      asked,
    ],
    [
      'a child who does not sign in is not asked',
      'and is_of_sign_in_age(m, p.born, stockholm_day(on_moment))',
      '',
      asked,
    ],
    [
      'nobody is asked not to appeal without a receipt and while no time runs',
      "and (a.act <> 'noAppeal' or appeal.last_day is not null)",
      '',
      asked,
    ],
    [
      'whoever has appealed is not asked not to',
      'and not exists (select from appeal_received g where g.municipality_id = q.municipality_id and g.request_id = q.id)',
      '',
      appeals,
    ],
    ['an answer is asked for by a day ahead', 'if by_day < app_today() or by_day >', 'if by_day >', asked],
  ]),
  ...inPolicy('person/consent', [
    [
      'a consent is taken back by its giver alone',
      "select * into q from person_signature_request x where x.request_id = of_request and x.act = 'consent' and x.state = 'signed';",
      "select r.*, d.case_id, v.document_id into q from signature_request r join document_version v on v.id = r.document_version_id and v.municipality_id = r.municipality_id join document d on d.id = v.document_id and d.municipality_id = v.municipality_id where r.id = of_request and r.act = 'consent' and r.state = 'signed';",
      asked,
    ],
  ]),
  ...inPolicy('signature-rules', [
    ['a move of one act is of that act alone', 'and (m.act is null or m.act = new.act)', '', asked],
    [
      'whoever has answered is told nothing more',
      "when (old.state = 'asked' and new.state <> 'asked') execute function forget_notices()",
      'when (false) execute function forget_notices()',
      reminders,
    ],
    [
      'whoever may not read it any more is told nothing of it',
      "when (new.document_id is not null and new.level <> 'full') execute function forget_notices_of_document()",
      'when (false) execute function forget_notices_of_document()',
      reminders,
    ],
    [
      'a try to sign is purged by the service alone',
      "where me.kind = 'service' and old.begun_at",
      "right join (values (1)) one on true where coalesce(me.kind, 'service') = 'service' or old.begun_at",
      purges,
    ],
  ]),
  ...inPolicy('service/signature', [
    [
      'to sign anything but a receipt opens no time to appeal',
      "     where r.act = 'receipt';\n",
      ';\n',
      asked,
    ],
  ]),
  ...inPolicy('service/remind-signers', [
    [
      'nobody is reminded of what they cannot answer',
      'and is_answerable(x.municipality_id, x, app_now())',
      '',
      reminders,
    ],
    [
      'nobody is reminded while their answer is judged',
      'and not exists (select from request_to_judge j where j.municipality_id = x.municipality_id and j.request_id = x.id)',
      '',
      reminders,
    ],
    ['whoever has said no is not reminded', "where x.state = 'asked' and", 'where', reminders],
    [
      'nobody is reminded before half of their time',
      'r.asked_at + (t.until - r.asked_at) / 2',
      'r.asked_at',
      reminders,
    ],
  ]),
  ...inPolicy('service/purge-intents', [
    [
      'what was answered is not purged',
      'and not exists (select from signature_answer a where a.municipality_id = i.municipality_id and a.intent_id = i.id)',
      '',
      purges,
    ],
  ]),
  ...inPolicy('staff/appeal-received', [
    ['an appeal that came in time is not dismissed', 'and w.last_day < g.received_on', '', appeals],
    [
      'nobody else learns that somebody has appealed',
      "r.person_id, 'appealForwarding', on_day + m.appeal_forward_days,\n           'Förvaltningslagen (2017:900) 46 §: skyndsamt; dagarna är kommunens egna', 'infinity'",
      "null, 'appealForwarding', on_day + m.appeal_forward_days, 'x', app_now()",
      appeals,
    ],
  ]),
  ...inPolicy('staff/merge-person', [
    [
      'of one question asked twice one remains open',
      "update signature_request r set state = 'cancelled', moved_at = app_now()",
      'update signature_request r set moved_at = app_now()',
      merges,
    ],
  ]),
]
