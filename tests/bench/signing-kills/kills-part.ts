import type { Part } from '../report.ts'
import type { Outcome } from './outcome.ts'

type Killed = { step: string; victim: string; rounds: number; outcome: Outcome }

export function signingKillsPart(killed: readonly Killed[], seed: number): Part {
  const all = (of: (one: Killed) => number) => killed.reduce((total, one) => total + of(one), 0)
  const none = (name: string, of: (outcome: Outcome) => number) => ({
    ...{ name: `${name} when processes are killed`, limit: 0, rule: 'atMost' as const },
    found: all(({ outcome }) => of(outcome)),
  })
  return {
    section: {
      heading: 'What a kill loses of a signature',
      about:
        'A guardian signs a receipt through the portal’s pages, the test broker and its bank. At each step the way is held ' +
        'from outside (a lock in the database, a time-stamp service that keeps its answer), and a process is killed with ' +
        'SIGKILL there (PostgreSQL: all of its processes) and started again; then the person goes on until their page says ' +
        'that it is signed or being judged: where nothing was kept they sign again. The first, a later or the last row of ' +
        `a record is held by turns from the seed ${seed}. Lost: what was kept, or came with somebody who was answered, and ` +
        'is not recorded. Doubled: a second answer, record, line in the log or package for one request. Wrong: a state, ' +
        'log, refusal or last day to appeal that is not that of one signature. Accepted: with its time stamp, by the judge ' +
        'of packages.',
      columns: [
        'step',
        'killed',
        'rounds',
        'signatures begun',
        'recorded',
        'lost',
        'doubled',
        'wrong states',
        'packages',
        'accepted',
      ],
      rows: killed.map(({ step, victim, rounds, outcome }) => [
        step,
        victim,
        ...[rounds, outcome.begun, outcome.recorded, outcome.lost, outcome.doubled, outcome.wrong].map(
          String,
        ),
        ...[outcome.packages, outcome.accepted].map(String),
      ]),
    },
    checks: [
      none('signatures lost', ({ lost }) => lost),
      none('signatures doubled', ({ doubled }) => doubled),
      none('wrong states of signatures', ({ wrong }) => wrong),
      {
        ...none('signatures without an accepted package', () => 0),
        found: all(({ rounds, outcome }) => rounds - outcome.accepted),
      },
    ],
  }
}
