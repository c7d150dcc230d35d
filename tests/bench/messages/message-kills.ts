import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../../db/local/free-port.ts'
import { endLater } from '../ending.ts'
import type { Victim } from '../fault-round.ts'
import { startKillablePostgres } from '../killable-postgres.ts'
import type { Plan } from '../plan.ts'
import { newDataKeys, startPortal } from '../portal.ts'
import { say } from '../progress.ts'
import type { Part } from '../report.ts'
import { seededRandom } from '../seeded-random.ts'
import type { ServerProcess } from '../server-process.ts'
import { messageKillsPart } from './message-kills-part.ts'
import { openMessageTown } from './message-town.ts'
import { openPost, untilSent } from './post.ts'
import { talkAll, type Talk } from './talk.ts'

const name = 'messages_killed'
const pairs = 40
const atOnce = 4
/** Milliseconds from one kill to the next, at most. */
const betweenKills = 4_000

/** Questions, answers and their notices while portal, worker, mail server and database are killed at random moments. */
export async function measureMessageKills({ messages: { killed: messages } }: Plan): Promise<Part> {
  const seed = Number(process.env['BENCH_SEED'] ?? randomInt(2 ** 31))
  say(`${messages} messages while processes are killed, from the seed ${seed} (BENCH_SEED)`)
  const random = seededRandom(seed)
  const dataKeys = newDataKeys()
  const postgres = await startKillablePostgres()
  const town = await openMessageTown(postgres, { name, pairs, dataKeys })
  const portalUrl = postgres.portalUrl(name)
  const post = await openPost({ portalUrl, dataKeys })
  const port = await freePort()
  const victims: Victim[] = [
    await killable('portal', () => startPortal('portal-of-messages', { portalUrl, dataKeys, port })),
    await killable('mail server', post.startMailServer),
    await killable('worker', post.startWorker),
    { name: 'PostgreSQL', kill: postgres.kill, start: postgres.start },
  ]
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl(name), max: 2 })
  owner.on('error', () => undefined)
  endLater(() => owner.end())

  const ending = new AbortController()
  const kills = killNowAndThen(victims, random, ending.signal)
  const talks = await talkAll(`http://localhost:${port}`, town, { count: messages / 2, atOnce })
  await untilSent(owner)
  ending.abort()
  const killed = await kills
  return messageKillsPart({
    seed,
    killed,
    talks: talks.length,
    ...(await outcomeOf(owner, talks, await readFile(post.accepted, 'utf8'))),
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
