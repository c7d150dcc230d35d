import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { publicAt, staffAt } from '../../app/addresses'
import { holderHeader } from '../../app/ui/form/holder'
import { startStack, type Stack } from '../../services/demo/stack'
import { beginNote } from '../support/dictation'
import { freePorts } from '../support/free-ports'
import { municipalityId } from '../support/people'
import { openSession } from '../support/town'

// A portal of its own in two processes, each of which is asked by itself.
test.describe.configure({ mode: 'serial' })

let folder: string
let stack: Stack
let keeper: number

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mina-sidor-processes-'))
  const env = { TRANSCRIBER_HUB: 'off', WEB_PROCESSES: '2', LOG_LEVEL: 'silent' }
  stack = await startStack({ folder, ports: await freePorts(), say: () => undefined, dictation: 'none', env })
  keeper = childrenOf(process.pid)[0]!
})

test.afterAll(async () => {
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The processes of the portal that another one has started. */
function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const lines = stdout.split('\n').map((line) => line.trim().split(/\s+/))
  const ours = lines.filter(
    ([, ppid, ...args]) => Number(ppid) === parent && args.join(' ').includes('demo/portal.ts'),
  )
  return ours.map(([pid]) => Number(pid))
}

type Asked = { method?: string; headers?: Record<string, string>; body?: string }

function open(path: string, agent: Agent, { method = 'GET', headers = {}, body }: Asked = {}) {
  const own = method === 'GET' ? headers : { Origin: stack.origin, ...headers }
  return once(request(stack.origin + path, { agent, method, headers: own }).end(body), 'response') as Promise<
    [IncomingMessage]
  >
}

async function ask(path: string, agent: Agent, asked?: Asked) {
  const [answer] = await open(path, agent, asked)
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

/** A connection that one of the processes has: the others are stopped while it is made. */
async function connectionTo(pid: number): Promise<Agent> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const others = childrenOf(keeper).filter((each) => each !== pid)
  for (const other of others) process.kill(other, 'SIGSTOP')
  expect((await ask('/healthz', agent)).body).toBe('ok')
  for (const other of others) process.kill(other, 'SIGCONT')
  return agent
}

async function connections(): Promise<[Agent, Agent]> {
  const pids = childrenOf(keeper)
  expect(pids).toHaveLength(2)
  return [await connectionTo(pids[0]!), await connectionTo(pids[1]!)]
}

const cookieIn = (headers: IncomingMessage['headers'], name: string) =>
  headers['set-cookie']?.find((cookie) => cookie.startsWith(`${name}=`))?.split(';')[0] ?? ''

const asForm = { 'Content-Type': 'application/x-www-form-urlencoded' }

test('a sign-in that goes over both processes lets in, and a sign-out in one is one in both', async ({
  request: browser,
}) => {
  const [one, other] = await connections()
  const begun = await ask('/auth/start', one, {
    method: 'POST',
    headers: asForm,
    body: 'kind=person&eid=bankid',
  })
  expect(begun.status).toBe(303)
  const page = await browser.get(begun.headers.location!)
  const form = { number: '201001012382', action: 'identify' }
  let next = (await browser.post(page.url(), { form, maxRedirects: 0 })).headers()['location']!
  while (!next.startsWith(stack.origin))
    next = (await browser.get(new URL(next, page.url()).href, { maxRedirects: 0 })).headers()['location']!
  const Cookie = cookieIn(begun.headers, 'sign-in')
  const letIn = await ask(next.slice(stack.origin.length), other, { headers: { Cookie } })
  const session = cookieIn(letIn.headers, 'sid')
  for (const each of [one, other]) {
    const home = await ask('/hem', each, { headers: { Cookie: session } })
    expect([home.status, home.body.includes('Hej Tindra')]).toEqual([200, true])
  }

  await ask(publicAt.signOut, one, { method: 'POST', headers: { ...asForm, Cookie: session }, body: '' })
  for (const each of [one, other]) {
    const { status, headers } = await ask('/hem', each, { headers: { Cookie: session } })
    expect([status, headers.location]).toEqual([303, expect.stringContaining('/logga-in')])
  }
})

test('a stream that one process holds is told of what is written through the other', async ({ browser }) => {
  const owner = new pg.Client(stack.ownerUrl)
  await owner.connect()
  const session = await openSession(owner, municipalityId('ekdala'), 'mira')
  await owner.end()
  const page = await (await browser.newContext({ baseURL: stack.origin })).newPage()
  await page.context().addCookies([{ ...session, url: stack.origin }])
  await beginNote(page)
  const noteId = new URL(page.url()).pathname.split('/').at(-1)!
  const headers = {
    'Content-Type': 'application/json',
    Cookie: `${session.name}=${session.value}`,
    [holderHeader]: await page.locator('[name=holder]').first().inputValue(),
  }
  await page.context().close()

  const [one, other] = await connections()
  const recordingId = randomUUID()
  const begin = { method: 'POST', headers, body: JSON.stringify({ recordingId, mode: 'automatic' }) }
  expect((await ask(staffAt.recordings(noteId), one, begin)).status).toBe(200)
  const [stream] = await open(staffAt.recordingEvents(recordingId), one, { headers })
  let told = ''
  stream.on('data', (chunk: Buffer) => void (told += chunk.toString()))
  await expect.poll(() => told).toContain('event: here')
  const stop = { method: 'POST', headers, body: JSON.stringify({ lastNumber: null }) }
  expect((await ask(staffAt.recordingStop(recordingId), other, stop)).status).toBe(204)
  await expect.poll(() => told).toContain('"state":"stopped"')
  stream.destroy()
})
