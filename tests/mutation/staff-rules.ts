import { inPolicy, isMe, testsOf, type Rule } from './rule.ts'

const { staff, traces, drafts, cases, context, openCases } = testsOf

export const staffRules: readonly Rule[] = [
  ...inPolicy('staff/disclosure', [
    [
      'a decision is for somebody who reads the case',
      'and n.id = of_note and p.person_id = reader)',
      'and n.id = of_note)',
      drafts,
    ],
    ['a decision is made in one’s own name', `and decided_by = ${isMe}\n`, '\n', drafts],
    [
      'a decision is changed in one’s own name',
      `with check (decided_by = ${isMe} and (reads_case_of_note`,
      'with check ((reads_case_of_note',
      staff,
    ],
    [
      'a decision is kept when it is changed',
      'insert into disclosure_decision (municipality_id, disclosure_id, decided) values (new.municipality_id, new.id, to_jsonb(new));',
      '',
      traces,
    ],
    [
      'a decision is written in the log',
      "perform audit_staff('decidedDisclosure'",
      "perform audit_staff('savedDraft'",
      drafts,
    ],
    [
      'a protected reader is marked',
      'and q.valid @> (select app_today())) as is_protected',
      'and false) as is_protected',
      traces,
    ],
  ]),
  {
    rule: 'less than everything has a written harm assessment',
    file: 'db/migrations/0006-disclosure.sql',
    text: "(level = 'full' or (harm_assessment is not null and ground is not null))",
    without: "(level = 'full' or ground is not null)",
    tests: [staff],
  },
  ...inPolicy('staff/people', [
    [
      'whose a number is, is told for people of one’s own cases alone',
      `join case_party c on c.municipality_id = p.municipality_id and c.person_id = p.id
                                      join staff_open_case o on o.municipality_id = c.municipality_id and o.case_id = c.case_id`,
      '',
      staff,
    ],
  ]),
  ...inPolicy('staff/remark', [
    ['an answer is not written over', 'and answer is null and case_id', 'and case_id', staff],
    [
      'an answer is given in one’s own name',
      `with check (answered_by = ${isMe})`,
      'with check (true)',
      staff,
    ],
    [
      'an answer is written in the log',
      "perform audit_staff('answeredRemark'",
      "perform audit_staff('savedDraft'",
      traces,
    ],
  ]),
  ...inPolicy('staff/case-word', [
    [
      'a word is added to a case of one’s own',
      `and added_by = ${isMe} and case_id = any ((select staff_case_ids())::uuid[])`,
      '',
      drafts,
    ],
  ]),
  ...inPolicy('staff/notice', [
    [
      'a notice goes to somebody who reads the case',
      'and (reads_case_of_note(municipality_id, note_id, person_id) or reads_case_of_document(municipality_id, document_id, person_id))',
      '',
      drafts,
    ],
  ]),
  ...inPolicy('staff/recording', [
    [
      'sound is seen by its author alone',
      `create policy staff_reads on recording for select to staff using (municipality_id = (select app_municipality()) and author_id = ${isMe});`,
      'create policy staff_reads on recording for select to staff using (municipality_id = (select app_municipality()));',
      drafts,
    ],
    [
      'sound belongs to a draft of one’s own that is not signed',
      `where written_by = ${isMe} and signed_at is null)`,
      'where true)',
      drafts,
    ],
    [
      'sound is taken from its author alone',
      'and x.id = to_recording and x.author_id = (select app_subject()) for update',
      'and x.id = to_recording for update',
      drafts,
    ],
    [
      'a recording is stopped by its author alone',
      'and r.id = of_recording and r.author_id = (select app_subject())',
      'and r.id = of_recording',
      drafts,
    ],
  ]),
  ...inPolicy('staff/audit', [
    ['the log is written in one’s own name', `and actor_id = ${isMe}`, '', cases],
    ['the log is written as staff', "and actor_kind = 'staff' and", 'and', cases],
  ]),
  ...inPolicy('staff/open-case', [
    [
      'a staff member’s cases are open to staff alone',
      "if me.kind is distinct from 'staff' then return null; end if;",
      '',
      openCases,
    ],
    ['a case is open while it is assigned', ' and (a.valid @> me.today) is true', '', cases],
    ['a unit’s cases are open to its leader alone', " and s.role = 'teamLeader'", '', cases],
  ]),
  ...inPolicy('staff/preview', [
    [
      'one looks only as somebody of an open case',
      'if not exists (select from case_party p',
      'if false and not exists (select from case_party p',
      staff,
    ],
    [
      'what is written while looking as somebody is taken back',
      "  raise exception 'a preview is taken back' using errcode = 'invalid_transaction_termination';",
      '  return null;',
      context,
    ],
  ]),
  ...inPolicy('service/recording', [
    [
      'the careful pass leaves signed text alone',
      'and v.municipality_id = municipality and v.id = version and v.signed_at is null',
      'and v.municipality_id = municipality and v.id = version',
      traces,
    ],
    ['sound of a signed note is erased', 'and (v.signed_at is not null or r.state', 'and (r.state', traces],
  ]),
]
