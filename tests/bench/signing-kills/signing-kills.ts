import { join } from 'node:path'
import { randomInt } from 'node:crypto'
import { startKillablePostgres } from '../killable-postgres.ts'
import { workFolder, type Plan } from '../plan.ts'
import { say, tell } from '../progress.ts'
import type { Part } from '../report.ts'
import { seededRandom } from '../seeded-random.ts'
import { signingKillsPart } from './kills-part.ts'
import { outcomeOf, settle } from './outcome.ts'
import { killRound, type Round } from './round.ts'
import { createSigner } from './signer.ts'
import { openSigningWorld } from './signing-world.ts'
import { steps } from './steps.ts'
import { measureWorkerMemory } from './worker-memory.ts'

/** What a worker holds that seals, and what becomes of signatures when portal, worker or database is killed at any step. */
export async function measureSigningKills({ signingKills, sealed }: Plan): Promise<Part[]> {
  const seed = Number(process.env['BENCH_SEED'] ?? randomInt(2 ** 31))
  say(`signatures in which a process is killed, from the seed ${seed} (BENCH_SEED)`)
  const world = await openSigningWorld(await startKillablePostgres(), join(workFolder, 'signing'))
  const means = { world, signer: createSigner(world.address, world.cookie), random: seededRandom(seed) }
  const memory = tell(await measureWorkerMemory(world, means.signer, sealed))
  const done: { step: string; victim: string; rounds: Round[] }[] = []
  for (const step of steps) {
    for (const victim of [world.portal, world.worker, world.postgres]) {
      const rounds: Round[] = []
      while (rounds.length < signingKills) rounds.push(await killRound(step, victim, means))
      say(`${step.name}, ${victim.name}: ${rounds.length} rounds`)
      done.push({ step: step.name, victim: victim.name, rounds })
    }
    // A job that is killed again and again is given up: what was left behind is sealed and stamped before the next step.
    await settle(
      world,
      done.flatMap(({ rounds }) => rounds),
    )
  }
  const killed = []
  for (const { rounds, ...at } of done) {
    killed.push({ ...at, rounds: rounds.length, outcome: await outcomeOf(world, rounds) })
  }
  return [memory, tell(signingKillsPart(killed, seed))]
}
