import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKeys, findFreePort, JONAS, MIRA, TINDRA } from './test-world.ts'

let directory: string
let config: string

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'broker-'))
  config = join(directory, 'broker.json')
  const client = {
    clientId: 'portal',
    clientName: { sv: 'Mina sidor', en: 'My pages' },
    publicJwk: (await createKeys()).jwk,
    redirectUris: ['http://localhost:4999/auth/callback'],
  }
  const clients = { person: client, staff: client }
  writeFileSync(config, JSON.stringify({ people: [TINDRA], staff: [MIRA, JONAS], clients }))
})

afterAll(() => rmSync(directory, { recursive: true }))

test('the process serves until it is told to stop, and then stops at once', async () => {
  const port = await findFreePort()
  const child = start({ BROKER_PORT: String(port), BROKER_CONFIG: config })
  const [[message], [line]] = await Promise.all([
    once(child, 'message') as Promise<[unknown]>,
    once(child.stdout!, 'data') as Promise<[Buffer]>,
  ])
  expect(message).toBe('listening')
  expect(line.toString()).toBe(
    `test broker for people http://localhost:${port} and staff http://localhost:${port}/staff\n`,
  )
  expect((await fetch(`http://localhost:${port}/.well-known/openid-configuration`)).status).toBe(200)

  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('the bank keeps its root in its folder, and makes signatures after a new start too', async () => {
  const bank = join(directory, 'bankid')
  const roots: string[] = []
  for (let starts = 0; starts < 2; starts += 1) {
    const port = await findFreePort()
    const child = start({ BROKER_PORT: String(port), BROKER_CONFIG: config, BROKER_BANK: bank })
    await once(child, 'message')
    const told = await fetch(`http://localhost:${port}/.well-known/openid-configuration`)
    expect(await told.text()).toContain('https://id.oidc.se/scope/sign')
    roots.push(readFileSync(join(bank, 'root.pem'), 'utf8'))
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  expect(roots[1]).toBe(roots[0])
})

test.each([
  ['in production', { NODE_ENV: 'production' }, 'never in production'],
  ['without a port', { BROKER_PORT: '' }, 'BROKER_PORT'],
  ['without people', { BROKER_CONFIG: '/dev/null' }, 'JSON'],
])('the process refuses to start %s and says why in one line', async (_where, env, reason) => {
  const child = start({ BROKER_PORT: String(await findFreePort()), BROKER_CONFIG: config, ...env })
  const [said, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit') as Promise<[number]>])
  expect(code).toBe(1)
  expect(said).toMatch(/^The test broker does not start: .+\n$/)
  expect(said).toContain(reason)
})

function start(env: Record<string, string>): ChildProcess {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  return fork(main, { env: { ...process.env, NODE_ENV: 'test', ...env }, execArgv: [], silent: true })
}
