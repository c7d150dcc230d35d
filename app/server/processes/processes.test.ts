import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, request, type IncomingMessage } from 'node:http'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../../../db/local/free-port.ts'

let folder: string
let port: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'processes-'))
  port = await freePort()
})
afterEach(() => rm(folder, { recursive: true }))

type Portal = { child: ChildProcess; ended: Promise<unknown>; said: () => string; refusing: string }

function run(processes: number): Portal {
  const refusing = join(folder, 'refuses')
  const env = { ...process.env, PORT: String(port), WEB_PROCESSES: String(processes), REFUSES_IF: refusing }
  const child = fork('tests/support/processes-program.ts', { env, silent: true })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  return { child, ended: once(child, 'exit'), said: () => said, refusing }
}

async function start(processes: number): Promise<Portal> {
  const portal = run(processes)
  expect(await once(portal.child, 'message')).toEqual(['listening', undefined])
  return portal
}

async function stop({ child, ended }: Portal): Promise<void> {
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
}

const oneConnection = () => new Agent({ keepAlive: true, maxSockets: 1 })

async function ask(address: string, agent: Agent | false = false): Promise<string> {
  const asking = request({ port, host: '127.0.0.1', path: address, agent }).end()
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  return text(answer)
}

/** So many as answer, found by asking anew until they are all met. */
async function pids(processes: number): Promise<number[]> {
  const found = new Set<number>()
  while (found.size < processes)
    for (const pid of await Promise.all(Array.from({ length: 4 }, () => ask('/who')))) found.add(Number(pid))
  return [...found].sort()
}

/** A connection to each of two processes. */
async function toEach(): Promise<Map<number, Agent>> {
  const held = new Map<number, Agent>()
  while (held.size < 2) {
    const agent = oneConnection()
    const pid = Number(await ask('/who', agent))
    if (held.has(pid)) agent.destroy()
    else held.set(pid, agent)
  }
  return held
}

/** People with a connection each, who ask again as soon as they are answered, until they are told to end. */
function crowd(people: number) {
  const state = { isOver: false, answered: 0 }
  const failures: unknown[] = []
  const visit = async () => {
    const agent = oneConnection()
    while (!state.isOver) {
      await ask('/who', agent).then(
        () => (state.answered += 1),
        (error: unknown) => failures.push(error),
      )
    }
    agent.destroy()
  }
  const visits = Array.from({ length: people }, visit)
  return {
    answered: () => state.answered,
    end: async () => {
      state.isOver = true
      await Promise.all(visits)
      return failures
    },
  }
}

test('several processes share the port, and the one that was started only keeps them', async () => {
  const portal = await start(3)
  const found = await pids(3)
  expect(found).not.toContain(portal.child.pid)
  await stop(portal)
})

test('one process is the one that was started', async () => {
  const portal = await start(1)
  expect(await pids(1)).toEqual([portal.child.pid])
  await stop(portal)
})

test('a start that is refused says so once, and ends with its code', async () => {
  await writeFile(join(folder, 'refuses'), '')
  const portal = run(3)
  expect(await portal.ended).toEqual([3, null])
  expect(portal.said()).toBe('A_SETTING is missing\n')
})

test('told to end while they start, none is left and none complains', async () => {
  const portal = run(3)
  while (!(await ask('/who').catch(() => null))) continue
  portal.child.kill('SIGTERM')
  expect(await portal.ended).toEqual([0, null])
  expect(portal.said()).toBe('')
})

test('a process that is killed is replaced, and the others answer meanwhile', async () => {
  const portal = await start(2)
  const before = await pids(2)
  process.kill(before[0]!, 'SIGKILL')
  const after = await pids(2)
  expect(after).toContain(before[1])
  expect(after).not.toContain(before[0])
  await stop(portal)
})

test('when all are gone and no new one starts, the one that keeps them ends with its code', async () => {
  const portal = await start(2)
  const found = await pids(2)
  await writeFile(portal.refusing, '')
  for (const pid of found) process.kill(pid, 'SIGKILL')
  expect(await portal.ended).toEqual([3, null])
})

test('SIGHUP replaces every process, and no request is refused or cut off', async () => {
  const portal = await start(2)
  const before = await pids(2)
  const people = crowd(16)
  const upload = request({ port, host: '127.0.0.1', path: '/whole-body', method: 'POST', agent: false })
  upload.write('a')
  const [answer] = (await once(upload, 'response')) as [IncomingMessage]
  const whole = text(answer)

  portal.child.kill('SIGHUP')
  await expect.poll(portal.said, { timeout: 60_000 }).toContain('each web process is replaced')
  const answered = people.answered()
  await expect.poll(people.answered).toBeGreaterThan(answered + 100)
  expect(await people.end()).toEqual([])
  expect((await pids(2)).filter((pid) => before.includes(pid))).toEqual([])

  // What one of the old ones had begun to take in, it takes in to the end.
  upload.end('b')
  expect(before.map((pid) => `${pid} has all`)).toContain(await whole)
  await stop(portal)
})

test('when the new ones do not start, the old ones stay', async () => {
  const portal = await start(2)
  const before = await pids(2)
  await writeFile(portal.refusing, '')
  portal.child.kill('SIGHUP')
  await expect.poll(portal.said, { timeout: 60_000 }).toContain('the old ones stay')
  expect(await pids(2)).toEqual(before)
  await stop(portal)
})

test('whichever is asked, it tells what all have counted, those that have ended included', async () => {
  const portal = await start(2)
  const held = await toEach()
  const [first, second] = held.values()
  const counted = async (agent: Agent | false) =>
    Number(/^asked_total (\d+)$/m.exec(await ask('/metrics', agent))?.[1])
  const before = await counted(first!)
  for (let count = 0; count < 3; count++) await ask('/who', first)
  await ask('/who', second)
  expect([await counted(first!), await counted(second!)]).toEqual([before + 4, before + 4])

  const [killed] = held.keys()
  process.kill(killed!, 'SIGKILL')
  expect(await counted(second!)).toBe(before + 4)
  portal.child.kill('SIGHUP')
  await expect.poll(portal.said, { timeout: 60_000 }).toContain('each web process is replaced')
  expect(await counted(false)).toBe(before + 4)
  for (const agent of held.values()) agent.destroy()
  await stop(portal)
})

test.each([1, 2])(
  'with %i processes, connections that bring no request hold up no end',
  async (processes) => {
    const portal = await start(processes)
    const used = oneConnection()
    await ask('/who', used)
    const unused = createConnection(port, '127.0.0.1')
    await once(unused, 'connect')
    const gone = once(unused.resume(), 'close')
    const before = performance.now()
    await stop(portal)
    expect(performance.now() - before).toBeLessThan(5_000)
    await gone
    used.destroy()
  },
)

test.each([1, 2])(
  'with %i processes, an answer that is under way when they are told to end comes to its end',
  async (processes) => {
    const portal = await start(processes)
    const upload = request({ port, host: '127.0.0.1', path: '/whole-body', method: 'POST' })
    upload.write('a')
    const [answer] = (await once(upload, 'response')) as [IncomingMessage]
    const other = createConnection(port, '127.0.0.1')
    await once(other, 'connect')
    portal.child.kill('SIGTERM')
    await once(other.resume(), 'close')
    upload.end('b')
    expect(await text(answer)).toContain('has all')
    expect(await portal.ended).toEqual([0, null])
  },
)
