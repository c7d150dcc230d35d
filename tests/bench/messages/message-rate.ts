import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { LocalPostgres } from '../../../db/local/embedded.ts'
import { endLater } from '../ending.ts'
import { median } from '../median.ts'
import { goals, type Plan } from '../plan.ts'
import { newDataKeys, startPortal } from '../portal.ts'
import { number, type Part } from '../report.ts'
import { openMessageTown } from './message-town.ts'
import { openPost, untilSent } from './post.ts'
import { insertBare, markRows, rowsSince } from './same-rows.ts'
import { talkAll } from './talk.ts'

const name = 'messages_counted'
const pairs = 40
const atOnce = 16
// As many as the portal's own pool (db/connect.ts).
const connections = 20

/** Messages a second from the form of who writes until they are stored and those who are to know have been told. */
export async function measureMessageRate(
  postgres: LocalPostgres,
  { messages: { told: messages }, rounds }: Plan,
): Promise<Part> {
  const dataKeys = newDataKeys()
  const town = await openMessageTown(postgres, { name, pairs, dataKeys })
  const portalUrl = postgres.portalUrl(name)
  const post = await openPost({ portalUrl, dataKeys })
  const servers = [
    await startPortal('portal-of-messages', { portalUrl, dataKeys }),
    await post.startMailServer(),
    await post.startWorker(),
  ] as const
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl(name), max: connections })
  endLater(() => owner.end())
  // Each pair once: pages are compiled, statements planned, forms known.
  await talkAll(servers[0].address, town, { count: pairs, atOnce })
  await untilSent(owner)

  const mark = await markRows(owner)
  const begun = performance.now()
  await talkAll(servers[0].address, town, { count: messages / 2, atOnce })
  const stored = messages / ((performance.now() - begun) / 1000)
  await untilSent(owner)
  const ended = messages / ((performance.now() - begun) / 1000)
  const mails = (await readFile(post.accepted, 'utf8')).trim().split('\n').length
  await Promise.all(servers.map((server) => server.stop()))

  const came = await rowsSince(owner, mark)
  const bare: number[] = []
  for (let round = 0; round < rounds; round += 1)
    bare.push(await insertBare(owner, came, { transactions: messages, connections }))
  const ratio = ended / median(bare)
  const rows = came.reduce((total, { rows }) => total + rows.length, 0)
  return {
    section: {
      heading: 'Messages from end to end',
      about:
        `${messages} messages of ${pairs} pairs, ${atOnce} pairs at once: one asks by the form, the caseworker answers by theirs, and ` +
        'each answer is told by e-mail. The time is from the first form until the mail server has taken the last mail; ' +
        `${mails} mails with those of the warm-up. Beside it every row that this wrote (${rows.toLocaleString('en')}, of ` +
        `${came.length} tables) inserted again, one statement each and one transaction for each message, into tables with the same ` +
        `indexes and checks, over ${connections} connections; median of ${rounds}. Messages are stored at ${number(stored)} a second.`,
      columns: ['to bare inserts', 'messages a second, told', 'messages a second, stored', 'bare inserts'],
      rows: [[number(ratio), number(ended), number(stored), number(median(bare))]],
    },
    checks: [
      {
        name: 'messages a second from end to end, to bare inserts of the same rows',
        found: ratio,
        limit: goals.messagesToInserts,
        rule: 'atLeast',
      },
    ],
  }
}
