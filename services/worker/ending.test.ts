import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDictation, type DictationWorld } from '../../tests/support/dictation-world'
import { spokenNumbers, secondsOf } from '../../tests/support/spoken-numbers'

let world: DictationWorld

beforeAll(async () => {
  world = await openDictation()
})
afterAll(() => world.close())

const ended = (worker: ChildProcess) => once(worker, 'exit') as Promise<[number | null, string | null]>

test.each(['SIGTERM', 'SIGINT'] as const)(
  'with nothing to do the worker ends with 0 on %s',
  async (signal) => {
    const worker = await world.startWorker()
    worker.kill(signal)
    expect(await ended(worker)).toEqual([0, null])
  },
)

test('told twice it ends once, with 0', async () => {
  const worker = await world.startWorker()
  worker.kill('SIGTERM')
  worker.kill('SIGINT')
  expect(await ended(worker)).toEqual([0, null])
})

test('when the process that started it goes, it ends with 0', async () => {
  const worker = await world.startWorker()
  worker.disconnect()
  expect(await ended(worker)).toEqual([0, null])
})

test('while the engine listens to a phrase the worker ends with 0', async () => {
  const worker = await world.startWorker()
  world.engine.model = 'hang'
  const { recordingId } = await world.record(await world.newDraft())
  for (const [number, second] of secondsOf(spokenNumbers(1)).entries())
    await world.send(recordingId, number, second)
  const before = world.engine.asked.length
  await expect.poll(() => world.engine.asked.length, { timeout: 60_000 }).toBeGreaterThan(before)
  worker.kill('SIGTERM')
  expect(await ended(worker)).toEqual([0, null])
  world.engine.model = null
})

test('while it starts, before a database that takes the connection and is silent, the worker ends with 0', async () => {
  const database = createServer().listen(0, '127.0.0.1')
  await once(database, 'listening')
  const { port } = database.address() as AddressInfo
  const worker = world.forkWorker({ DATABASE_URL: `postgres://portal@127.0.0.1:${port}/portal` })
  const [socket] = (await once(database, 'connection')) as [Socket]
  worker.kill('SIGTERM')
  expect(await ended(worker)).toEqual([0, null])
  socket.destroy()
  database.close()
})

test('while it starts without its database, the worker ends with 0', async () => {
  const worker = world.forkWorker({ DATABASE_URL: 'postgres://portal@127.0.0.1:1/portal', LOG_LEVEL: 'warn' })
  await once(worker.stdout!, 'data')
  worker.kill('SIGTERM')
  expect(await ended(worker)).toEqual([0, null])
})
