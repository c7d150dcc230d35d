import express from 'express'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { rawGet } from '../../tests/support/raw-get'
import { startSlowSender } from '../../tests/support/slow-sender'
import { openStories } from '../../tests/support/stories'
import { createLog } from './log'
import { createMetrics } from './metrics'
import { requestLog } from './request-log'
import { isOwnHost, ownAddress, refuseWithoutTarget, withRequestTarget } from './request-target'

const origin = 'https://minasidor.ekdala.example'

test.each([
  ['minasidor.ekdala.example', true],
  ['MinaSidor.Ekdala.EXAMPLE', true],
  ['minasidor.ekdala.example:443', true],
  ['minasidor.ekdala.example:80', false],
  ['minasidor.ekdala.example.evil.example', false],
  ['evil.example', false],
  ['user@minasidor.ekdala.example', false],
  ['minasidor.ekdala.example/x', false],
  ['', false],
  [undefined, false],
])('the host %s is ours: %s', (host, isOurs) => {
  expect(isOwnHost(host, origin)).toBe(isOurs)
})

test('a port of our own is asked for', () => {
  expect(isOwnHost('localhost:3000', 'http://localhost:3000')).toBe(true)
  expect(isOwnHost('localhost', 'http://localhost:3000')).toBe(false)
})

test.each([
  '//evil.example/x',
  '/\\evil.example/x',
  '\\\\evil.example/x',
  '/\\/evil.example',
  '///evil.example',
  '/@evil.example',
  '/hem?a=//b',
])('whoever asked for %s stays on our site', (path) => {
  expect(new URL(ownAddress(path, origin)).origin).toBe(origin)
})

async function openServer() {
  const stories = await openStories()
  const lines = new PassThrough()
  const app = express()
  app.use(requestLog(createLog('info', lines), createMetrics(stories.database)))
  app.use(refuseWithoutTarget())
  app.use((_req, res) => void res.end())
  const server = createServer(withRequestTarget(app)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    await new Promise((closed) => server.close(closed))
    await stories.close()
  }
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, lines, close }
}

test.each([
  ['*', 400, '/'],
  ['http://[', 400, '/'],
  ['ftp://evil.example/x', 400, '/'],
  ['http://evil.example/hem?x=1', 200, '/hem'],
  ['/hem', 200, '/hem'],
])(
  'whoever asks for the target %s is answered with %i, and it is in the log',
  async (target, status, path) => {
    const { origin, lines, close } = await openServer()
    const line = once(lines, 'data') as Promise<[Buffer]>
    expect((await rawGet(origin, target, 'localhost')).status).toBe(status)
    expect(JSON.parse(String((await line)[0]))).toMatchObject({ method: 'GET', status: String(status), path })
    await close()
  },
)

test('for the body of a request without a target nobody waits', async () => {
  const { origin, close } = await openServer()
  await (
    await startSlowSender({ origin, path: '*' })
  ).ended
  await close()
})
