import express from 'express'
import { once } from 'node:events'
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendPage } from './send-page.ts'

const page = `<!DOCTYPE html><p>${'Åäö är bokstäver. '.repeat(200)}</p>`
const app = express()
app.use((req, res) => sendPage(req, res.type('html'), page))
const server = createServer(app)

beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

async function ask(method: string, accepts?: string) {
  const { port } = server.address() as AddressInfo
  const headers = accepts === undefined ? {} : { 'accept-encoding': accepts }
  const asked = request({ port, method, headers }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { headers: answer.headers, body: await buffer(answer) }
}

const opened: Record<string, (body: Buffer) => Buffer> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  plain: (body) => body,
}

test.each([
  ['of whom nothing is known', undefined, 'plain'],
  ['as every browser is', 'gzip, deflate, br, zstd', 'gzip'],
  ['who takes brotli alone', 'br', 'br'],
  ['who would rather have brotli', 'gzip;q=0.5, br', 'br'],
  ['who refuses gzip', 'gzip;q=0', 'plain'],
  ['who refuses gzip and takes the rest', 'gzip;q=0, *', 'br'],
  ['who would rather have it as it is', 'identity, gzip;q=0.5', 'plain'],
  ['who takes what we have not', 'zstd', 'plain'],
])('a reader %s gets the page in a coding that they take', async (_who, accepts, coding) => {
  const { headers, body } = await ask('GET', accepts)
  expect(opened[coding]!(body).toString()).toBe(page)
  expect(headers['content-encoding'] ?? 'plain').toBe(coding)
  expect(headers['content-length']).toBe(String(body.length))
  expect(headers.vary).toBe('Accept-Encoding')
})

test('HEAD is answered with the headers of GET, without the page', async () => {
  const [get, head] = await Promise.all([ask('GET', 'gzip'), ask('HEAD', 'gzip')])
  expect(head.body).toHaveLength(0)
  expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
})
