import { inPolicy, type Rule } from './rule.ts'

const signing = 'app/note/release/decided-text.test.ts'
const leaving = 'app/routes/auth/leaving.test.ts'

/** A form belongs to whom it was drawn for, and a decision to the text it was made on. */
export const formRules: readonly Rule[] = [
  {
    rule: 'a post is taken from whom its form was drawn for',
    file: 'app/access/guard.ts',
    text: "if (request.method !== 'GET' && request.method !== 'HEAD')",
    without: 'if (false)',
    tests: [leaving],
  },
  {
    rule: 'a page keeps the session of whom it was drawn for',
    file: 'app/routes/auth/session.ts',
    text: 'isSameMark(mark, holderMarkOf(kind, subject, dataKeys))',
    without: 'Boolean(subject)',
    tests: [leaving],
  },
  ...inPolicy('staff/disclosure-basis', [
    [
      'a note is signed, and a document frozen, with the text that was decided on',
      ' and b.shown = shown_now',
      '',
      signing,
    ],
    [
      'a decision by somebody else is none on the text of a draft',
      '       and v.written_by = (select app_subject());',
      ';',
      signing,
    ],
    ['the source is part of what was decided on', "'source', n.source, ", '', signing],
  ]),
  {
    rule: 'a decision is taken from a page that showed this text',
    file: 'app/disclosure/decide-reader.ts',
    text: 'const isTextChanged = textMark !== values.textMark',
    without: 'const isTextChanged = false',
    tests: [signing],
  },
  {
    rule: 'a word that was seen is seen where it stood',
    file: 'app/disclosure/reader-warnings.ts',
    text: ':${mark}${part',
    without: '${part',
    tests: ['app/disclosure/reader-warnings.test.ts'],
  },
  {
    rule: 'a tick speaks of no more places than one looks through',
    file: 'app/disclosure/reader-warnings.ts',
    text: 'if (all <= mostPlaces)',
    without: 'if (true)',
    tests: ['app/disclosure/reader-warnings.test.ts'],
  },
  {
    rule: 'every place that a tick speaks of is drawn',
    file: 'app/disclosure/warning-list.tsx',
    text: '{places.map(',
    without: '{places.slice(0, 5).map(',
    tests: ['app/disclosure/warning-list.test.tsx'],
  },
]
