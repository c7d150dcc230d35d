import { fork } from 'node:child_process'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { freePort } from '../../db/local/free-port'
import { portalWithoutDatabase } from '../support/portal-without-database'

test('a portal that is told to leave has written a line for every request that it answered', async () => {
  const port = await freePort()
  const portal = fork('services/demo/portal.ts', {
    env: { ...process.env, ...portalWithoutDatabase(port), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  const written = text(portal.stdout!)
  await once(portal, 'message')
  const ask = async (path: string) => {
    const [answer] = (await once(
      get({ port, path, headers: { host: `localhost:${port}` } }),
      'response',
    )) as [IncomingMessage]
    answer.resume()
    await once(answer, 'end')
    return answer.headers['x-request-id'] as string
  }
  const asked = await Promise.all(
    Array.from({ length: 150 }, (_, n) => ask(n % 3 ? '/healthz' : '/logga-in')),
  )
  portal.kill('SIGTERM')
  await once(portal, 'exit')
  const lines = (await written)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; requestId?: string })
  const told = lines.filter(({ msg }) => msg === 'request').map(({ requestId }) => requestId)
  expect(told.sort()).toEqual(asked.sort())
  expect(lines.at(-1)!.msg).toBe('leaving')
})
