import { randomInt } from 'node:crypto'
import pg from 'pg'
import { freePort } from '../../db/local/free-port.ts'
import { buildIfNeeded } from '../../services/demo/build.ts'
import { counting } from '../support/counting.ts'
import { startFakeEngine } from '../support/fake-engine.ts'
import { endLater } from './ending.ts'
import { listeningTranscriber } from './engines.ts'
import { faultRound, isUnderWay, type Round, type RoundMeans, type Victim } from './fault-round.ts'
import { faultsPart, type Faults } from './faults-part.ts'
import { startKillablePostgres } from './killable-postgres.ts'
import { measureLongDraft } from './long-draft.ts'
import type { Plan } from './plan.ts'
import { newDataKeys, startPortal } from './portal.ts'
import { say, tell } from './progress.ts'
import type { Part } from './report.ts'
import { saidNumbers, saidPhrases } from './said.ts'
import { seededRandom } from './seeded-random.ts'
import { measureSlowSenders } from './slow-senders.ts'
import { startServer, type ServerProcess } from './server-process.ts'
import { openWorkplace } from './workplace.ts'

/** What slow senders close, what a long draft holds up, and what is lost of a dictation when a process is killed in the middle of it. */
export async function measureFaults(plan: Plan): Promise<Part[]> {
  const seed = Number(process.env['BENCH_SEED'] ?? randomInt(2 ** 31))
  say(`kills at moments from the seed ${seed} (BENCH_SEED)`)
  await buildIfNeeded()
  const postgres = await startKillablePostgres()
  const { portalUrl, ownerUrl, desks } = await openWorkplace(postgres, 'faults', plan.dictations)
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  owner.on('error', () => undefined)
  endLater(() => owner.end())
  const engine = await startFakeEngine()
  engine.answer = counting
  endLater(engine.close)

  const dataKeys = newDataKeys()
  const [port, transcriberPort] = [await freePort(), await freePort()]
  const workerWith = (url: string) => () =>
    startServer({
      name: 'worker-of-faults',
      path: 'services/worker/main.ts',
      env: {
        DATABASE_URL: portalUrl,
        DATA_KEYS: dataKeys,
        TRANSCRIBER_URL: url,
        TRANSCRIBER_MODEL: 'whisper-1',
      },
    })
  const portal = await victim('portal', () => startPortal('portal-of-faults', { portalUrl, dataKeys, port }))
  const worker = await victim('worker', workerWith(engine.url))
  const random = seededRandom(seed)
  const address = `http://localhost:${port}`
  const means = { owner, address, desk: desks[0]!, dataKeys, said: saidNumbers(5), pace: 100 }
  const slow = tell(await measureSlowSenders(address))
  const long = tell(await measureLongDraft({ owner, address, desk: desks.at(-1)! }))
  const faults: Faults[] = []
  for (const each of [portal, worker, { name: 'PostgreSQL', ...postgres }]) {
    faults.push(await killAgainAndAgain(each, { plan, random, means }))
  }

  await worker.stop()
  const transcriber = await victim('transcriber', () => listeningTranscriber(transcriberPort))
  await workerWith(`http://127.0.0.1:${transcriberPort}`)()
  const spoken = { ...means, said: await saidPhrases('dictation'), pace: 250 }
  faults.push(await killAgainAndAgain(transcriber, { plan, random, means: spoken }))
  return [slow, long, tell(faultsPart(faults, seed))]
}

type Killing = { plan: Plan; random: () => number; means: RoundMeans }

/**
 * The moments lie between the form of the note and the word that the last sound is sent. A kill that comes when all
 * text is there is followed by one more.
 */
async function killAgainAndAgain(victim: Victim, { plan, random, means }: Killing): Promise<Faults> {
  say(`killing: ${victim.name}`)
  const rounds: Round[] = []
  while (rounds.filter(isUnderWay).length < plan.kills) {
    const killAfter = random() * (means.said.parts.at(-1)!.to + 1) * means.pace
    const found = await faultRound(victim, killAfter, means)
    say(
      `${victim.name} ${rounds.length + 1}: killed after ${killAfter.toFixed(0)} ms, ${JSON.stringify(found)}`,
    )
    rounds.push(found)
  }
  return { name: victim.name, rounds, parts: means.said.parts.length, phrases: means.said.phrases }
}

type Startable = Victim & { stop: () => Promise<void> }

async function victim(name: string, startOne: () => Promise<ServerProcess>): Promise<Startable> {
  let server = await startOne()
  return {
    name,
    kill: () => server.kill(),
    start: async () => {
      server = await startOne()
    },
    stop: () => server.stop(),
  }
}
