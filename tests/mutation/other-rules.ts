import { inPolicy, testsOf, type Rule } from './rule.ts'

const { staff, traces, cases, context, openCases, persons, dates, sessions } = testsOf

export const otherRules: readonly Rule[] = [
  ...inPolicy('context', [
    [
      'a context that is not signed opens nothing',
      "if (current_setting('app.seal', true) = context_seal(signing, context)) is not true then return null; end if;",
      '',
      context,
    ],
    [
      'cases that are not signed are not open',
      "if (current_setting('app.open_cases_seal', true) = context_seal(signing, signed)) is not true then return null; end if;",
      '',
      openCases,
    ],
    [
      'open cases are for the role they were opened for',
      "'cases|' || for_role || '|' || seal || cases",
      "'cases|' || seal || cases",
      openCases,
    ],
    [
      'what was signed for cases cannot be divided anew',
      "select case when length(seal) = 64 then 'cases|'",
      "select case when true then 'cases|'",
      openCases,
    ],
    [
      'a context is for the role it was opened for',
      "if starts_with(context, current_setting('role') || '|') is not true then return null; end if;",
      '',
      context,
    ],
    [
      'a transaction is opened when it begins',
      'if statement_timestamp() <> transaction_timestamp() then',
      'if false then',
      context,
    ],
    [
      'functions of the service work for the service alone',
      "if not exists (select from acting where kind = 'service') then",
      'if false then',
      context,
    ],
  ]),
  ...inPolicy('person/open-case', [
    [
      'a blocked guardian sees no case',
      'and b.person_id = p.person_id and b.valid @> on_day)',
      'and b.person_id = p.person_id and false)',
      persons,
    ],
    ['a relation counts on its days', 'and p.valid @> on_day and c.opened_on', 'and c.opened_on', persons],
    [
      'a closed case can be read until its last day',
      'and (c.readable_until is null or c.readable_until >= on_day)',
      '',
      persons,
    ],
  ]),
  ...inPolicy('person/note', [
    [
      'a note dated ahead is not shown',
      'and d.shown_from <= c.moment and n.event_at <= c.moment',
      'and d.shown_from <= c.moment',
      staff,
    ],
    [
      'a note is shown from its moment on',
      'and d.shown_from <= c.moment and n.event_at',
      'and n.event_at',
      dates,
    ],
    [
      'what is withheld or comes later is not told of, nor on which ground',
      "where d.level in ('full', 'partial', 'title') and",
      'where',
      dates,
    ],
  ]),
  ...inPolicy('service/session', [
    ['who has left the municipality is let in no more', ' and h.employed @> today', '', cases],
    [
      'a session ends when it is idle or old',
      'if ends_at is null or ends_at <= now() then',
      'if ends_at is null then',
      sessions,
    ],
  ]),
  {
    rule: 'opening a case is written in the log',
    file: 'db/policy/staff/case-page.sql',
    text: `  insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id)
    values (app_municipality(), app_now(), 'staff', app_subject(), 'readCase', of_case);
`,
    without: '',
    tests: [traces],
  },
  {
    rule: 'a preview is written in the log',
    file: 'app/note/release/find-preview.ts',
    text: '  if (missing.length === 0) await logPreview(tx, { caseId: release.caseId, noteId })\n',
    without: '',
    tests: [traces],
  },
  {
    rule: 'who reads what the child has said is decided on apart',
    file: 'app/disclosure/all-at-once.ts',
    text: ' || reader.hearsChild',
    without: '',
    tests: ['app/disclosure/all-at-once.test.ts'],
  },
  {
    rule: 'where somebody is protected each reader is decided on apart',
    file: 'app/disclosure/all-at-once.ts',
    text: ' && !people.some(({ isProtected }) => isProtected)',
    without: '',
    tests: ['app/disclosure/all-at-once.test.ts'],
  },
  {
    rule: 'one decision for all is taken when all there is to look at has been looked at',
    file: 'app/note/release/save-all-readers.ts',
    text: "if (warnings.some(({ key }) => !drawn.seen.includes(key))) return 'unseen'",
    without: '',
    tests: ['app/note/release/save-all-readers.test.ts'],
  },
  {
    rule: 'one decision for all is of the text it was drawn on',
    file: 'app/note/release/save-all-readers.ts',
    text: 'if (offered?.textMark !== drawn.textMark)',
    without: 'if (!offered)',
    tests: ['app/note/release/save-all-readers.test.ts'],
  },
  {
    rule: 'no number of somebody else is in what all may read',
    file: 'app/note/release/save-all-readers.ts',
    text: 'if ([...numbers.values()].some(({ length }) => length > 0)) return null',
    without: '',
    tests: ['app/note/release/save-all-readers.test.ts'],
  },
  {
    rule: 'of two who decide at once the second is told',
    file: 'app/disclosure/decide-reader.ts',
    text: 'if (isTextChanged || decidedAt !== values.decidedAt)',
    without: 'if (isTextChanged)',
    tests: [traces],
  },
  {
    rule: 'a ground is never told for what is withheld or comes later',
    file: 'app/disclosure/write-disclosure.ts',
    text: "ground_shown: (level === 'partial' || level === 'title') && values.groundTold,",
    without: 'ground_shown: values.groundTold,',
    tests: [traces],
  },
  {
    rule: 'signing orders the sound to be erased',
    file: 'app/note/release/sign-note.ts',
    text: "  await sendJob(tx, 'erase-recording', ...toErase)\n",
    without: '  void toErase\n',
    tests: ['app/note/release/sign-note.test.ts'],
  },
  {
    rule: 'keys of another origin than the issuer’s are not taken',
    file: 'app/oidc/ingest-tokens.ts',
    text: "  if (address.origin !== new URL(issuer).origin) throw new TypeError('the keys are on another origin')\n",
    without: '',
    tests: ['app/oidc/ingest-tokens.test.ts'],
  },
]
