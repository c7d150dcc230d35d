import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSealKey } from '../../app/signing/seal/seal-key-setting'
import { verifyPackage } from '../../app/signing/verifier/package'
import { testKeys } from '../../tests/support/keys'
import { openSignedWorld, sealPassword, type SignedWorld } from '../../tests/support/signed-world'
import { storyTime } from '../../tests/support/stories'
import { startTimeStampService, type TimeStampService } from '../broker/time-stamp/time-stamp-service'
import { sealSignatureJob } from '../worker/signing/seal-signature'
import { stampSealJob } from '../worker/signing/stamp-package'
import { renewSeals } from './renew-seals'

const contact = 'elias/place-and-contact'
const days = (count: number) => new Date(Date.now() + count * 86_400_000)
let world: SignedWorld
let services: TimeStampService[]

beforeAll(async () => {
  world = await openSignedWorld()
  const { authority, settings, stories } = world
  services = await Promise.all(
    [30, 3000].map((count) =>
      startTimeStampService({ authority, now: () => new Date(), until: days(count) }),
    ),
  )
  const worker = { database: stories.database, now: () => storyTime }
  const key = await openSealKey({ key: settings['SEAL_KEY']!, password: sealPassword, certificates: null })
  for (const who of ['peter', 'sara'] as const) {
    const id = await world.sign(who, contact)
    await sealSignatureJob(worker, { key, stampedBy: null, dataKeys: testKeys })(id, () => Promise.resolve())
    await stampSealJob(worker, serviceOf(0))(id, () => Promise.resolve())
  }
})
afterAll(async () => {
  await Promise.all(services.map((service) => service.close()))
  await world.close()
})

const serviceOf = (which: number, fault?: 'down') => ({
  url: services[which]!.url(fault),
  roots: world.trust.timeStamp,
  policy: null,
})

async function run(by = serviceOf(1), trust = world.trust, database = world.stories.database) {
  const lines: string[] = []
  const now = () => new Date()
  const counts = await renewSeals({ database, trust, service: by, now }, 90, (line) => lines.push(line))
  return { counts, lines }
}

const none = { lasts: 0, renewed: 0, refused: 0, changed: 0, failed: 0 }

async function files(): Promise<Buffer[]> {
  const { rows } = await world.stories.owner.query<{ bytes: Buffer }>(
    'select bytes from sealed_package order by municipality_id, request_id',
  )
  return rows.map(({ bytes }) => bytes)
}

test('files that end soon are renewed once, each with the old one as its beginning, and the log says so', async () => {
  const before = await files()
  expect((await run(serviceOf(1, 'down'))).counts).toEqual({ ...none, failed: 2 })
  expect((await run(serviceOf(1), { ...world.trust, seal: [] })).counts).toEqual({ ...none, refused: 2 })
  expect(await files()).toEqual(before)

  const { counts, lines } = await run()
  expect(counts).toEqual({ ...none, renewed: 2 })
  const line = /^[0-9a-f-]{36} {2}renewed until 20\d\d-\d\d-\d\d$/
  expect(lines.map((each) => line.test(each))).toEqual([true, true])
  const after = await files()
  for (const [index, file] of after.entries()) {
    expect(file.subarray(0, before[index]!.length).equals(before[index]!)).toBe(true)
    expect(verifyPackage(file, world.trust, days(100))).toMatchObject({ holds: true })
  }
  const { rows } = await world.stories.owner.query(
    `select actor_kind, count(*)::int from audit_event where action = 'renewedPackage' group by actor_kind`,
  )
  expect(rows).toEqual([{ actor_kind: 'service', count: 2 }])
  expect((await run()).counts).toEqual({ ...none, lasts: 2 })
  expect(await files()).toEqual(after)
})

test('a file that has changed since it was read stays as it is', async () => {
  const { owner, database } = world.stories
  const { rows } = await owner.query<{ municipality_id: string; request_id: string }>(
    'select municipality_id, request_id from sealed_package limit 1',
  )
  const before = await files()
  const kept = await database.asService(new Date(), async (tx) => {
    const { municipality_id: municipality, request_id: request } = rows[0]!
    const asked = sql<{ is: boolean }>`
      select service_keep_renewed_package(${municipality}::uuid, ${request}::uuid, ${Buffer.from('an older one')}, ${before[0]}) as is`
    return (await asked.execute(tx)).rows
  })
  expect(kept).toEqual([{ is: false }])
  expect(await files()).toEqual(before)
})

test('the command says what it did, and what it lacks', () => {
  const start = (env: Record<string, string>, ...args: string[]) =>
    spawnSync('node', [join(import.meta.dirname, 'main.ts'), ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...env },
    })
  const { settings, stories } = world
  const env = {
    DATABASE_URL: stories.portalUrl,
    SEAL_ROOTS: settings['TIME_STAMP_ROOTS']!,
    TIME_STAMP_ROOTS: settings['TIME_STAMP_ROOTS']!,
    BANKID_ROOTS: settings['BANKID_ROOTS']!,
    BANKID_SERVICE: settings['BANKID_SERVICE']!,
    TSA_URL: 'http://127.0.0.1:1/',
  }
  expect(start(env, '--allow-test-roots')).toMatchObject({
    status: 0,
    stdout: '0 renewed, 2 last longer, 0 refused, 0 changed meanwhile, 0 failed\n',
  })
  expect(start(env, '--allow-test-roots', '--within', '5000')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('failed: the time-stamp service gave no answer that holds') as string,
  })
  expect(start(env)).toMatchObject({ status: 2, stderr: expect.stringContaining('test-root') as string })
  expect(start({})).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('TSA_URL: is missing') as string,
  })
})
