import express from 'express'
import { once } from 'node:events'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicFiles } from './public-files.ts'

let folder: string
let server: Server

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mina-sidor-files-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets/app.css'), 'as it is')
  await writeFile(join(folder, 'assets/app.css.br'), 'in brotli')
  await writeFile(join(folder, 'assets/app.css.gz'), 'in gzip')
  await writeFile(join(folder, 'robots.txt'), 'as it is')
  const app = express()
  app.use(publicFiles(folder))
  server = createServer(app)
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

async function ask(path: string, headers: Record<string, string>) {
  const { port } = server.address() as AddressInfo
  const [answer] = (await once(get({ port, path, headers }), 'response')) as [IncomingMessage]
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

test.each([
  ['gzip, deflate, br', 'in brotli', 'br'],
  ['gzip', 'in gzip', 'gzip'],
  ['gzip, br;q=0', 'in gzip', 'gzip'],
  ['identity', 'as it is', undefined],
])('who takes %s gets a style %s, as a style', async (accepts, body, coding) => {
  const answer = await ask('/assets/app.css?v=1', { 'accept-encoding': accepts })
  expect(answer.body).toBe(body)
  expect(answer.headers['content-encoding']).toBe(coding)
  expect(answer.headers['content-type']).toMatch(/^text\/css; charset=utf-8$/i)
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.vary).toBe('Accept-Encoding')
})

test('each coding has a tag of its own, and whoever has it is told so without it', async () => {
  const [brotli, plain] = await Promise.all([
    ask('/assets/app.css', { 'accept-encoding': 'br' }),
    ask('/assets/app.css', {}),
  ])
  expect(brotli.headers.etag).not.toBe(plain.headers.etag)
  const again = await ask('/assets/app.css', {
    'accept-encoding': 'br',
    'if-none-match': brotli.headers.etag!,
  })
  expect([again.status, again.body]).toEqual([304, ''])
  expect(again.headers.vary).toBe('Accept-Encoding')
})

test('what the build has not compressed is sent as it is', async () => {
  const answer = await ask('/robots.txt', { 'accept-encoding': 'br, gzip' })
  expect([answer.body, answer.headers['content-encoding']]).toEqual(['as it is', undefined])
})
