import { randomInt } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../../db/local/free-port.ts'
import { serverCertificate } from '../../../services/demo/post/certificate.ts'
import { endLater } from '../ending.ts'
import type { Victim } from '../fault-round.ts'
import { startKillablePostgres } from '../killable-postgres.ts'
import { workFolder, type Plan } from '../plan.ts'
import { newDataKeys, startPortal } from '../portal.ts'
import { say } from '../progress.ts'
import type { Part } from '../report.ts'
import { seededRandom } from '../seeded-random.ts'
import { startServer, type ServerProcess } from '../server-process.ts'
import { messageKillsPart } from './message-kills-part.ts'
import { openMessageTown, type Pair } from './message-town.ts'
import { talk, type Talk } from './talk.ts'

const name = 'messages_killed'
const pairs = 40
const atOnce = 4
/** Milliseconds from one kill to the next, at most. */
const betweenKills = 4_000
/** Milliseconds until what has not been sent is given up. */
const patience = 900_000

/** Questions, answers and their notices while portal, worker, mail server and database are killed at random moments. */
export async function measureMessageKills({ messages }: Plan): Promise<Part> {
  const seed = Number(process.env['BENCH_SEED'] ?? randomInt(2 ** 31))
  say(`${messages} messages while processes are killed, from the seed ${seed} (BENCH_SEED)`)
  const random = seededRandom(seed)
  const folder = join(workFolder, 'post')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const dataKeys = newDataKeys()
  const postgres = await startKillablePostgres()
  const town = await openMessageTown(postgres, { name, pairs, dataKeys })
  const accepted = join(folder, 'accepted')
  const { rootFile } = await serverCertificate(folder)
  const [port, mailPort] = [await freePort(), await freePort()]
  const portalUrl = postgres.portalUrl(name)
  const victims: Victim[] = [
    await killable('portal', () => startPortal('portal-of-messages', { portalUrl, dataKeys, port })),
    await killable('mail server', () =>
      startServer({
        name: 'mail-of-messages',
        path: 'tests/bench/messages/mail-process.ts',
        env: { MAIL_PORT: String(mailPort), MAIL_FOLDER: folder, MAIL_FILE: accepted },
      }),
    ),
    await killable('worker', () =>
      startServer({
        name: 'worker-of-messages',
        path: 'services/worker/main.ts',
        env: {
          NODE_ENV: 'development',
          NODE_EXTRA_CA_CERTS: rootFile,
          DATABASE_URL: portalUrl,
          DATA_KEYS: dataKeys,
          WORKER_JOBS: 'notices',
          NOTICE_CHANNELS: 'email',
          SMTP_URL: `smtp://localhost:${mailPort}`,
          MAIL_FROM: 'Meddelande <besked@post.test>',
        },
      }),
    ),
    { name: 'PostgreSQL', kill: postgres.kill, start: postgres.start },
  ]
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl(name), max: 2 })
  owner.on('error', () => undefined)
  endLater(() => owner.end())

  const ending = new AbortController()
  const kills = killNowAndThen(victims, random, ending.signal)
  const talks = await talkAll(`http://localhost:${port}`, town, messages / 2)
  await untilSettled(owner)
  ending.abort()
  const killed = await kills
  return messageKillsPart({
    seed,
    killed,
    talks: talks.length,
    ...(await outcomeOf(owner, talks, await readFile(accepted, 'utf8'))),
  })
}

async function killable(name: string, startOne: () => Promise<ServerProcess>): Promise<Victim> {
  let running = await startOne()
  return {
    name,
    kill: () => running.kill(),
    start: async () => {
      running = await startOne()
    },
  }
}

/** One process after another, killed and started again, until it is told to end. Gives how often each was. */
async function killNowAndThen(
  victims: readonly Victim[],
  random: () => number,
  signal: AbortSignal,
): Promise<Map<string, number>> {
  const killed = new Map(victims.map(({ name }) => [name, 0]))
  for (;;) {
    await wait(500 + random() * betweenKills)
    if (signal.aborted) return killed
    const victim = victims[Math.floor(random() * victims.length)]!
    await victim.kill()
    await wait(random() * 300)
    await victim.start()
    killed.set(victim.name, killed.get(victim.name)! + 1)
  }
}

async function talkAll(address: string, town: readonly Pair[], count: number): Promise<Talk[]> {
  const talks: Talk[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        const number = next++
        talks.push(await talk(address, town[number % town.length]!, number))
      }
    }),
  )
  return talks
}

/** Until no notice waits to be sent; the database may be away meanwhile. */
async function untilSettled(owner: pg.Pool): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < patience;) {
    const waiting = await owner
      .query<{ count: number }>(
        `select (select count(*) from notice where planned_at is null and due_at < 'infinity')::int
              + (select count(*) from notice_delivery where state in ('waiting', 'sending'))::int as count`,
      )
      .then(({ rows }) => rows[0]!.count)
      .catch(() => 1)
    if (waiting === 0) return
    await wait(250)
  }
  throw new Error('notices are left unsent')
}

async function outcomeOf(owner: pg.Pool, talks: readonly Talk[], accepted: string) {
  const ids = talks.flatMap(({ questionId, answerId }) => [questionId, answerId])
  const { rows: stored } = await owner.query<{ id: string }>('select id from message where id = any ($1)', [
    ids,
  ])
  const { rows: all } = await owner.query<{ count: number }>('select count(*)::int as count from message')
  const { rows: notices } = await owner.query<{ id: string; address: string }>(
    `select q.delivery_id as id, c.person_id || '@post.test' as address
       from notice n
       left join notice_delivery_part q on q.municipality_id = n.municipality_id and q.notice_id = n.id
       left join notice_channel c on c.municipality_id = q.municipality_id and c.id = q.channel_id
      where n.message_id = any ($1)`,
    [talks.map(({ answerId }) => answerId)],
  )
  const times = new Map<string, number>()
  for (const line of accepted.trim().split('\n')) times.set(line, (times.get(line) ?? 0) + 1)
  const expected = new Set(notices.map(({ id, address }) => `${id} ${address}`))
  return {
    stored: stored.length,
    stray: all[0]!.count - ids.length,
    notices: notices.length,
    mails: expected.size,
    missing: [...expected].filter((line) => !times.has(line)).length,
    unknown: [...times.keys()].filter((line) => !expected.has(line)).length,
    twice: [...times.values()].filter((count) => count === 2).length,
    oftener: [...times.values()].filter((count) => count > 2).length,
  }
}
