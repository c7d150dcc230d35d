import { inPolicy, type Rule } from './rule.ts'

const ask = 'app/message/ask.test.ts'
const back = 'app/message/take-back.test.ts'
const answers = 'app/message/answer-room.test.ts'
const ceiling = 'app/message/draft-ceiling.test.ts'
const contactOn = 'app/message/contact-on.test.ts'
const forms = 'tests/secrecy/form-drafts.test.ts'
const unsendable = 'tests/secrecy/unsendable-drafts.test.ts'
const silence = 'tests/secrecy/silence.test.ts'
const readable = 'tests/secrecy/notice-readable.test.ts'

/** That questions and answers reach the two sides they are between, when they can no longer be taken back, and once. */
export const messageRules: readonly Rule[] = [
  ...inPolicy('person/ask', [
    [
      'a question is of a case of one’s own',
      'if num_nonnulls(note, document) > 1 or not exists (select from person_case c where c.case_id = in_case) then',
      'if num_nonnulls(note, document) > 1 then',
      ask,
    ],
    [
      'what is asked about is a note that one reads in that case',
      'from person_note n where n.note_id = note and n.case_id = in_case',
      'from note n where n.id = note',
      ask,
    ],
    [
      'a day that is promised lies ahead, and not far',
      'answer_day is null or answer_day not between app_today() and app_today() + 40',
      'false',
      ask,
    ],
    [
      'a key of another’s message is nobody’s to use',
      'if found or is_key_of_another(key) or not reads_what_is_asked',
      'if found or not reads_what_is_asked',
      ask,
    ],
  ]),
  ...inPolicy('person/question', [
    [
      'an answer is read when it can no longer be taken back',
      'case when m.from_person_id is null then m.readable_from else m.sent_at end <= me.moment',
      'm.sent_at <= me.moment',
      answers,
      back,
      'app/message/message-room.test.ts',
      'app/message/contact-request.test.ts',
    ],
  ]),
  ...inPolicy('person/message-draft', [
    ['drafts have a ceiling', "      return 'tooMany';\n", '      null;\n', ceiling],
    [
      'what is begun is seen by its writer alone',
      ' and d.from_person_id = c.person_id\n  left join message_rule',
      '\n  left join message_rule',
      forms,
    ],
    [
      'nothing is begun of what its writer cannot write to',
      '\n     or not takes_words(of_form, in_case, document, appointment, request) then',
      ' then',
      forms,
    ],
    [
      'a draft of one form is not written over by another',
      '\n      and (message_draft.form, message_draft.appointment_id, message_draft.signature_request_id)\n          is not distinct from (excluded.form, excluded.appointment_id, excluded.signature_request_id)',
      '',
      forms,
    ],
    [
      'what its form does not take any more is told to be unsendable',
      '\n                and takes_words(d.form, in_case, d.about_document_id, d.appointment_id, d.signature_request_id)',
      '',
      unsendable,
    ],
    [
      'what staff have seen is not taken back',
      '\n     or exists (select from message_receipt r where r.municipality_id = sent.municipality_id and r.message_id = key)',
      '',
      back,
    ],
  ]),
  ...inPolicy('person/form-draft', [
    [
      'what is begun of a meeting is of one that has not begun',
      'and a.case_id = in_case and a.is_open)',
      'and a.case_id = in_case)',
      forms,
    ],
    [
      'what is begun of a signature is of one that is not given',
      "and q.is_answerable and q.state = 'asked')",
      ')',
      forms,
    ],
    [
      'what is begun of an appeal is begun while it can be written',
      'where p.request_id = q.request_id and p.is_open)',
      'where p.request_id = q.request_id)',
      forms,
    ],
  ]),
  ...inPolicy('person/attachment', [
    ['no file is added to what is not sent with files', " and d.form = 'message';", ';', forms],
  ]),
  ...inPolicy('service/purge-drafts', [
    [
      'a draft is purged when its days are over',
      ' and d.saved_at < app_now() - make_interval(days => l.draft_days)',
      '',
      'tests/secrecy/purge-drafts.test.ts',
    ],
  ]),
  ...inPolicy('person/contact-request', [
    ['other words under a used key are told of', ' and m.text = with_text', '', contactOn],
  ]),
  ...inPolicy('staff/question', [
    [
      'a request to be contacted is there whatever is written on in it',
      "q.id = of_thread and q.kind = 'contactRequest')",
      'q.id = of_thread and false)',
      contactOn,
    ],
  ]),
  ...inPolicy('staff/awaited-answer', [
    [
      'a request without a word waits until it is answered',
      'where said.since is not null or wordless.waits\n',
      'where said.since is not null\n',
      contactOn,
    ],
    [
      'another time waits until it is answered',
      " and r.state = 'asked'\n",
      '\n',
      'tests/secrecy/another-time.test.ts',
    ],
  ]),
  ...inPolicy('staff/answer-thread', [
    [
      'an answer has no more files than one may send',
      "    return 'tooManyFiles';",
      '    null;',
      'app/message/answer-files.test.ts',
    ],
    ['of two who answer at once the second is told', "    return 'colleague';", '    null;', answers],
    [
      'what can be read is not taken back',
      'if answer.readable_from <= app_now()\n     or exists',
      'if exists',
      answers,
    ],
    [
      'whoever was to be told of an answer that is taken back is not told',
      'delete from notice n where n.municipality_id = thread.municipality_id and n.message_id = answer.id;',
      '',
      answers,
    ],
  ]),
  ...inPolicy('staff/line', [
    [
      'a line goes to a reader of that case who is not shut out',
      'where r.case_id = in_case and r.person_id = to_person) then',
      'where r.case_id = in_case) then',
      silence,
    ],
    [
      'a line is of an open case',
      'and c.id = r.case_id and c.closed_on is null',
      'and c.id = r.case_id',
      silence,
    ],
    [
      'a line goes to nobody who is too young to sign in',
      'and is_of_sign_in_age(m, p.born, me.today)',
      '',
      silence,
    ],
    [
      'a line in other words is not said to be written',
      "case when l.text = with_text then 'written' else 'otherWords' end",
      "'written'",
      silence,
    ],
  ]),
  ...inPolicy('person/line', [
    ['a line is read by the one it was written to', 'and l.person_id = c.person_id', '', silence],
  ]),
  ...inPolicy('service/silence', [
    [
      'no line is asked for to somebody who does not read the case',
      'where e.last_at < app_now() - make_interval(days => r.days) and opens_case(e.municipality_id, e.person_id, e.case_id, app_now())',
      'where e.last_at < app_now() - make_interval(days => r.days)',
      silence,
    ],
    [
      'no line is asked for to somebody too young to sign in',
      'and is_of_sign_in_age(m, x.born, app_today())',
      '',
      silence,
    ],
    [
      'a document that nobody can read ends no silence',
      'and document_is_told(o.municipality_id, o.id, app_now())',
      '',
      silence,
    ],
    ['a booked meeting ends a silence', 'answer.at, appointment.at, line.at', 'answer.at, line.at', silence],
  ]),
  ...inPolicy('service/notice-readable', [
    [
      'nobody is told of a note that is shown later',
      "and d.level in ('full', 'partial', 'title') and d.shown_from <= on_moment\n                    and exists (select from note_version",
      "and d.level in ('full', 'partial', 'title')\n                    and exists (select from note_version",
      readable,
    ],
    [
      'nobody is told of an answer that can still be taken back',
      'and m.readable_from <= on_moment and t.person_id = reader',
      'and t.person_id = reader',
      readable,
    ],
  ]),
]
