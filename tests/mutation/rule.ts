/** A rule that protects somebody, where it stands, and what is left there when it is taken out. */
export type Rule = {
  rule: string
  file: string
  /** Stands once in the file. */
  text: string
  without: string
  /** Files of tests that must fail without it. */
  tests: readonly string[]
}

export const isMe = '(select app_subject())'
const policy = 'db/policy'

/** Files of tests, by what they are about. */
export const testsOf = {
  staff: 'tests/secrecy/staff-rules.test.ts',
  traces: 'tests/secrecy/staff-traces.test.ts',
  drafts: 'tests/secrecy/staff-drafts.test.ts',
  cases: 'tests/secrecy/staff.test.ts',
  context: 'tests/secrecy/context.test.ts',
  openCases: 'tests/secrecy/open-cases.test.ts',
  readings: 'tests/secrecy/staff-reading.test.ts',
  persons: 'tests/secrecy/case-dates.test.ts',
  dates: 'tests/secrecy/disclosure-dates.test.ts',
  sessions: 'tests/secrecy/sessions.test.ts',
}

/** Rules of one file of the shelf: what each is called, what stands there, what is left without it, its tests. */
export const inPolicy = (
  file: string,
  rules: readonly (readonly [rule: string, text: string, without: string, ...tests: string[]])[],
): Rule[] =>
  rules.map(([rule, text, without, ...tests]) => ({
    rule,
    file: `${policy}/${file}.sql`,
    text,
    without,
    tests,
  }))
