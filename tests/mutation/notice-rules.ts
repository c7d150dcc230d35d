import { inPolicy, type Rule } from './rule.ts'

const channel = 'tests/secrecy/notice-channel.test.ts'
const readable = 'tests/secrecy/notice-readable.test.ts'
const send = 'services/worker/notice/send-due.test.ts'
const once = 'services/worker/notice/sent-once.test.ts'
const twice = 'services/worker/notice/sent-twice.test.ts'
const failures = 'services/worker/notice/send-failures.test.ts'
const receipt = 'app/routes/api/receipt.test.ts'
const words = 'app/notice/sent/sent-words.test.ts'
const form = 'app/notice/channel/channel-in.test.ts'

/** That somebody is told by what they chose themselves, never of what, and only of what can be read. */
export const noticeRules: readonly Rule[] = [
  ...inPolicy('person/notice', [
    ['a channel is its owner’s alone to see and to set', ' and c.person_id = a.subject_id\n', '\n', channel],
    ['staff see no channel with a person’s eyes', ' and not exists (select from preview)\n', '\n', channel],
    ['a late code confirms nothing', ' or c.code_until <= app_now()', '', channel],
    ['a code is tried five times', ' or c.code_tries > 5', '', channel],
    [
      'a wrong code confirms nothing',
      "  if c.code_hash <> hashed_code then return 'wrong'; end if;\n",
      '',
      channel,
    ],
    [
      'one person asks for five codes an hour',
      "     and k.asked_at > app_now() - interval '1 hour') >= 5\n",
      "     and k.asked_at > app_now() - interval '1 hour') >= 500\n",
      channel,
    ],
    [
      'one address gets five codes a day',
      'k.address_hash = to_hash) >= 5 then',
      'k.address_hash = to_hash) >= 500 then',
      channel,
    ],
    ['there is one address of a kind', "      return 'other';\n", '      null;\n', channel],
  ]),
  ...inPolicy('service/notice', [
    [
      'an address is sent nothing before it is confirmed',
      'c.confirmed_at is not null and c.stopped_at is null',
      'c.stopped_at is null',
      send,
    ],
    [
      'an address that is stopped is sent nothing',
      'c.confirmed_at is not null and c.stopped_at is null',
      'c.confirmed_at is not null',
      failures,
    ],
    [
      'what cannot be read is not laid out',
      "when not notice_is_readable(n, app_now()) then 'gone' when",
      'when',
      once,
    ],
    ['what was read meanwhile is not told of', " when notice_is_seen(n) then 'seen' end", ' end', send],
    [
      'what is not due is not laid out',
      'x.planned_at is null and x.due_at <= app_now()',
      'x.planned_at is null',
      once,
    ],
    [
      'what was not chosen is not told of',
      ' and w.topic = notice_topic_of(n.kind) order by',
      ' order by',
      send,
    ],
    [
      'in quiet hours nothing is laid out',
      '              and loud_moment(m.quiet_from, m.quiet_until, app_now()) <= app_now()\n',
      '',
      send,
    ],
    ['in quiet hours nothing is sent', 'elsif loud > app_now() then', 'elsif false then', send],
    [
      'what cannot be read any more is not sent',
      'where j.is_gone or notice_is_seen(j.n)',
      'where notice_is_seen(j.n)',
      send,
    ],
    ['a code that is late is not sent', ' and c.code_until > app_now() and', ' and', channel],
    ['two workers send each message once', 'limit 1 for update of x skip locked', 'limit 1', send],
    [
      'what may have been sent takes in nothing more',
      " and d.state = 'waiting' and not d.may_be_sent\n",
      " and d.state = 'waiting'\n",
      once,
    ],
    [
      'whoever was taken for dead writes nothing down',
      "where municipality_id = municipality and id = delivery and state = 'sending' and tries = claimed_try;\n  if not found",
      'where municipality_id = municipality and id = delivery;\n  if not found',
      once,
    ],
    [
      'an address that takes nothing is stopped',
      '  if d.id is not null then perform stop_notice_channel(d, because); end if;\n',
      '',
      failures,
    ],
    [
      'a receipt that says no stops the address',
      "  if not is_delivered then perform stop_notice_channel(d, 'bounced'); end if;\n",
      '',
      receipt,
    ],
    [
      'a late word of before it was confirmed anew stops nothing',
      '\n     and coalesce(c.confirmed_at, c.added_at) <= d.made_at;',
      ';',
      receipt,
    ],
    [
      'the first word of a message stands',
      "x.state in ('sending', 'sent', 'waiting', 'failed') and x.tries > 0",
      'x.tries > 0',
      receipt,
    ],
    [
      'what may have been sent goes once more and no oftener',
      '  if found then\n    perform give_up_delivery(twice',
      '  if false then\n    perform give_up_delivery(twice',
      twice,
    ],
    [
      'what two workers died of is not sent a third time',
      "elsif d.state = 'sending' and d.may_be_sent then",
      'elsif false then',
      twice,
    ],
    [
      'what cannot be sent for two days waits for an operator',
      "case when d.is_code or d.made_at > app_now() - interval '2 days' then 'waiting' else 'failed' end",
      "'waiting'",
      failures,
    ],
  ]),
  ...inPolicy('service/notice-readable', [
    [
      'nobody is told of a note in a case that is shut to them',
      'v.note_id = n.id and v.signed_at <= on_moment)\n                    and opens_case(municipality, reader, n.case_id, on_moment))',
      'v.note_id = n.id and v.signed_at <= on_moment))',
      readable,
    ],
    [
      'nobody is told of a line to another',
      'l.id = of_line and l.person_id = reader and',
      'l.id = of_line and',
      readable,
    ],
    [
      'nobody is asked again to sign what they have answered',
      "r.state = 'asked' and is_answerable",
      'is_answerable',
      readable,
    ],
    [
      'a survey is told of to who was asked',
      'i.id = of_invitation and i.person_id = reader\n',
      'i.id = of_invitation\n',
      readable,
    ],
    ['a kind that nobody has named is told to nobody', '  end, false)\n', '  end, true)\n', readable],
  ]),
  ...inPolicy('person/appointment', [
    [
      'nobody is told of a meeting in a case that is shut to them',
      'and a.shown_from <= at_time\n                    and opens_case(municipality, to_person, a.case_id, at_time))',
      'and a.shown_from <= at_time)',
      readable,
    ],
    ['nobody is told of a meeting before it is shown', ' and a.shown_from <= at_time\n', '\n', readable],
  ]),
  {
    rule: 'a notice says nothing of who sends, to whoever has not chosen so',
    file: 'app/notice/sent/sent-words.ts',
    text: "return wording === 'named'\n",
    without: 'return municipality\n',
    tests: [words],
  },
  {
    rule: 'no word in a notice gives away what it is about',
    file: 'locales/sv/notice.json',
    text: 'Du har ett nytt meddelande. Logga in där du brukar.',
    without: 'Du har ett nytt beslut. Logga in där du brukar.',
    tests: [words],
  },
  {
    rule: 'no address is added before it is said to be safe at home',
    file: 'app/notice/channel/channel-in.ts',
    text: ": !safe\n          ? 'safeUnanswered'\n          : safe === 'no'\n            ? 'notSafe'\n            : null",
    without: ': null',
    tests: [form],
  },
  {
    rule: 'no address is added where it is not safe at home',
    file: 'app/notice/channel/channel-in.ts',
    text: "safe === 'no'\n            ? 'notSafe'\n            : null",
    without: 'null',
    tests: [form],
  },
  {
    rule: 'a push to somebody’s own network is never made',
    file: 'app/notice/channel/public-host.ts',
    text: 'if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address))) {',
    without: 'if (found.length === 0) {',
    tests: [failures, 'app/notice/channel/push-addresses.test.ts'],
  },
  {
    rule: 'mail goes to nobody whose certificate nobody vouches for',
    file: 'services/worker/notice/mail-sender.ts',
    text: "tls: { minVersion: 'TLSv1.2' }",
    without: 'tls: { rejectUnauthorized: false }',
    tests: [failures],
  },
  {
    rule: 'a receipt that we did not sign is of no message',
    file: 'app/notice/sent/receipt-token.ts',
    text: '  if (!timingSafeEqual(signature, signatureOf(ids, keys))) return null\n',
    without: '',
    tests: [receipt],
  },
  {
    rule: 'an address opens for its own channel alone',
    file: 'app/notice/channel/sealed-channel.ts',
    text: '`notice_channel ${channelId}`\n',
    without: "'notice_channel'\n",
    tests: ['app/notice/channel/sealed-channel.test.ts'],
  },
]
