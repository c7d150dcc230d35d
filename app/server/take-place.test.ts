import { once } from 'node:events'
import express from 'express'
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLoad } from './load'
import { takePlaceForBody } from './take-place'

const load = createLoad(1)
const waiting: ServerResponse[] = []
/** Takes in every body and answers none. */
const app = express().use((req, res) => {
  const place = { places: load.checking, caller: 'somebody', canBeTurnedOut: true, isHeld: true, seconds: 60 }
  const none = takePlaceForBody(load, place, { req, res, network: 'somebody' })
  if (none) return void res.writeHead(503).end()
  req.once('end', () => {
    waiting.push(res)
    server.emit('whole')
  })
  req.resume()
})
const server = createServer(app)

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => server.closeAllConnections() ?? server.close())

function send(): Promise<number | 'ended'> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, method: 'POST' }, ({ statusCode = 0 }) =>
      resolve(statusCode),
    )
    sent.on('error', () => resolve('ended')).end('a file')
  })
}

test('a file keeps its place until it is answered; a newcomer takes that of who has been there longest', async () => {
  const answers: Promise<number | 'ended'>[] = []
  for (let count = 0; count < 3; count++) {
    const whole = once(server, 'whole')
    answers.push(send())
    await whole
  }
  expect(await answers[0]).toBe('ended')
  for (const res of waiting.slice(1)) res.writeHead(200).end()
  expect(await Promise.all(answers.slice(1))).toEqual([200, 200])
})
