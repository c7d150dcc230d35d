import { inPolicy, type Rule } from './rule.ts'

const days = 'tests/secrecy/retention-rules.test.ts'
const erasing = 'tests/secrecy/retention-erase.test.ts'
const written = 'tests/secrecy/retention-written-here.test.ts'
const changed = 'tests/secrecy/retention-changed-here.test.ts'
const reach = 'tests/secrecy/retention-reach.test.ts'

export const retentionRules: readonly Rule[] = [
  ...inPolicy('erasing', [
    [
      'what cannot change goes in the signed way alone',
      "select current_setting('app.erasing', true) = context_seal(secret, 'erasing') from context_secret",
      'select true',
      erasing,
    ],
  ]),
  ...inPolicy('service/retention-ground', [
    [
      'of all rules the one that keeps longest holds',
      'order by c.earliest_on desc nulls first, c.rule_position limit 1',
      'order by c.earliest_on, c.rule_position limit 1',
      days,
    ],
    [
      'an open case is kept',
      "case when f.closed_on is null then 'open'",
      "case when false then 'open'",
      days,
    ],
    [
      'a municipality that has said nothing keeps everything',
      'when s.municipality_id is null or won.rule is null',
      'when won.rule is null',
      days,
    ],
    [
      'an investigation is kept until the youngest is of age for it',
      'select max(birthday_of(upper(c.born) - 1, r.years)) from children c',
      'select min(birthday_of(lower(c.born), r.years)) from children c',
      days,
    ],
    ['a time of years ends with its last day', '::date + 1;\n', '::date;\n', days],
    ['who is born on the days of the sample is kept', 'in (5, 15, 25))', 'in (5, 25))', days],
    [
      'what was written here is no copy',
      '     and not exists (select from question_thread t where t.municipality_id = municipality and t.case_id = of_case)\n',
      '',
      written,
    ],
    [
      'a note that says something else than what came is no copy',
      'and i.said_hash = ingest_said_hash(municipality, n.id)',
      '',
      changed,
    ],
    [
      'what was dictated here is no copy',
      'where i.municipality_id = municipality and i.recording_id = t.recording_id)',
      'where true)',
      changed,
    ],
    [
      'a decision on less than everything is no copy',
      'where r.harm_assessment is not null\n',
      'where false\n',
      changed,
    ],
    [
      'a decision on less than everything that was changed since is no copy',
      "and x.decided ->> 'harm_assessment' is not null",
      'and false',
      changed,
    ],
    [
      'what was put to somebody who decides is no copy',
      "r.state <> 'asked' or r.act = 'decision'",
      "r.state <> 'asked'",
      changed,
    ],
    [
      'an appeal that was taken in is no copy',
      'or exists (select from appeal_received a where a.municipality_id = municipality and a.request_id = r.id)',
      '',
      changed,
    ],
    [
      'a decision on who may read is counted from',
      '    union all select stockholm_day(decided_at) from disclosures_of(municipality, of_case)\n',
      '',
      written,
    ],
  ]),
  ...inPolicy('service/retention', [
    [
      'nothing goes before its day, whatever was judged before',
      'from retention_of(municipality, held) d where d.earliest_on <= app_today();',
      'from retention_of(municipality, held) d where d.earliest_on is not null;',
      days,
    ],
    ['the way is shut when the case is gone', '  perform set_erasing(false);\n', '', erasing],
    [
      'nothing goes while a table does not say how it is erased',
      'if unreached is not null then',
      'if false then',
      reach,
    ],
    ['what leaves something has not happened', '  perform require_nothing_left(municipality);\n', '', reach],
    [
      'a block is kept as long as the child',
      'and not exists (select from pg_temp.erasing_person c where c.id = b.child_id and not c.is_held)',
      'and false',
      erasing,
    ],
    [
      'a case that is written in is left for the next time',
      'order by id for update skip locked',
      'order by id',
      erasing,
    ],
  ]),
]
