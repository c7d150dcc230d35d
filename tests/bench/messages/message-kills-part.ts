import type { Part } from '../report.ts'

export type MessageKills = {
  seed: number
  /** How often each process was killed. */
  killed: ReadonlyMap<string, number>
  /** Questions that were asked and answered. */
  talks: number
  stored: number
  /** Messages that nobody sent, or that are there twice. */
  stray: number
  notices: number
  /** Several notices of one person that are due together are one mail. */
  mails: number
  missing: number
  unknown: number
  twice: number
  oftener: number
}

export function messageKillsPart(found: MessageKills): Part {
  const { seed, killed, talks, stored, stray, notices, mails, missing, unknown, twice, oftener } = found
  const none = (name: string, count: number) =>
    ({ name: `${name} when processes are killed`, found: count, limit: 0, rule: 'atMost' }) as const
  return {
    section: {
      heading: 'Messages and notices while processes are killed',
      about:
        'Four at once ask by their form and are answered by a caseworker’s; each form is sent again with the same key until the ' +
        'portal has said yes. Meanwhile portal, worker, mail server and PostgreSQL are killed with SIGKILL one after another at ' +
        `random moments and started again, from the seed ${seed}. The mail server writes what it takes to disk before it says ` +
        'yes. A mail is the same by its Message-ID and receiver.',
      columns: [
        'killed',
        'messages sent / stored',
        'notices / mails they became',
        'mails missing',
        'mails that came twice',
        'more often',
      ],
      rows: [
        [
          [...killed].map(([name, count]) => `${name} ${count}`).join(', '),
          `${2 * talks} / ${stored}`,
          `${notices} / ${mails}`,
          String(missing),
          String(twice),
          String(oftener),
        ],
      ],
    },
    checks: [
      none('messages lost', 2 * talks - stored),
      none('messages doubled', stray),
      none('answers without a notice', talks - notices),
      none('mails missing', missing),
      none('mails that belong to no notice', unknown),
      none('mails sent more than twice', oftener),
    ],
  }
}
