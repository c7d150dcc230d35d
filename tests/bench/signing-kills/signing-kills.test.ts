import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endAll } from '../ending.ts'
import { startKillablePostgres } from '../killable-postgres.ts'
import { outcomeOf, settle } from './outcome.ts'
import { killRound, type Round } from './round.ts'
import { createSigner } from './signer.ts'
import { openSigningWorld, type SigningWorld } from './signing-world.ts'
import { steps } from './steps.ts'

// The pages may have to be built first, and a busy machine starts a server slowly.
const long = { timeout: 900_000 }

let folder: string
let world: SigningWorld

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mina-sidor-kills-'))
  world = await openSigningWorld(await startKillablePostgres(folder), folder)
}, long.timeout)
afterAll(async () => {
  await endAll()
  await rm(folder, { recursive: true, force: true })
}, long.timeout)

type Name = (typeof steps)[number]['name']

function kill(name: Name, victim: 'portal' | 'worker' | 'postgres'): Promise<Round> {
  const means = { world, signer: createSigner(world.address, world.cookie), random: () => 0.5 }
  return killRound(
    steps.find((step) => step.name === name)!,
    world[victim],
    means,
  )
}

const right = { begun: 1, recorded: 1, lost: 0, doubled: 0, wrong: 0, packages: 1, accepted: 1 }

async function became(round: Round) {
  await settle(world, [round])
  return outcomeOf(world, [round])
}

test('what a killed portal had kept is judged by the worker, and sealed once', long, async () => {
  const round = await kill('kept, not judged', 'portal')
  expect(round.answers).toEqual([])
  expect(await became(round)).toEqual(right)
})

test(
  'an answer that the broker gave is kept by a database that was killed and is back, and is not asked for again',
  long,
  async () => {
    const round = await kill('the broker has answered, nothing kept', 'postgres')
    expect(round.answers).toEqual([{ status: 303, told: null }])
    expect(await became(round)).toEqual(right)
  },
)

test(
  'when the database is killed while it records, the person is told that it has arrived, and it is recorded once',
  long,
  async () => {
    const round = await kill('recording', 'postgres')
    expect(round.answers).toEqual([{ status: 303, told: null }])
    expect(await became(round)).toEqual(right)
  },
)

test('when a worker is killed between record and seal, the signature is sealed once', long, async () => {
  expect(await became(await kill('sealed, not kept', 'worker'))).toEqual(right)
})

test('where nothing was kept the person signs again, and one signature is there', long, async () => {
  const round = await kill('the broker has answered, nothing kept', 'portal')
  expect(await became(round)).toEqual({ ...right, begun: 2 })
})
