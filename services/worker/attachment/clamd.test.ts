import { createServer, type AddressInfo } from 'node:net'
import { mkdtemp } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { scannersTestFile, startFakeClamd, type FakeClamd } from '../../../tests/support/fake-clamd.ts'
import { scanFile } from './clamd.ts'

let clamd: FakeClamd
beforeEach(async () => {
  clamd = await startFakeClamd()
})
afterEach(() => clamd.close())

const scan = (bytes: Uint8Array, patienceInMs = 60_000) =>
  scanFile(bytes, { address: clamd.address, patienceInMs })

test.each([1, 65_536, 65_537, 20 * 1024 * 1024])(
  'a file of %d bytes comes as it is, and is clean',
  async (size) => {
    const bytes = Buffer.alloc(size, 'abc')
    expect(await scan(bytes)).toBe('clean')
    expect(clamd.scanned.map((each) => each.equals(bytes))).toEqual([true])
  },
)

test('what the scanner finds is found, also where two pieces meet', async () => {
  const found = Buffer.from(scannersTestFile())
  expect(await scan(found)).toBe('infected')
  expect(await scan(Buffer.concat([Buffer.alloc(65_536 - 20), found]))).toBe('infected')
})

test('over its limit the scanner breaks off while one still sends: the file is not judged, and why is known', async () => {
  clamd.mode = { limit: 100_000 }
  expect(await scan(Buffer.alloc(20 * 1024 * 1024))).toEqual({ away: 'sizeLimit' })
})

test('a scanner that says nothing is not waited for without end', async () => {
  clamd.mode = 'silent'
  expect(await scan(Buffer.from('a'), 300)).toEqual({ away: 'unanswered' })
})

test('what is no scanner judges nothing', async () => {
  clamd.mode = 'garbage'
  expect(await scan(Buffer.from('a'))).toEqual({ away: 'unanswered' })
})

test('where nobody listens nothing is judged', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  const answer = await scanFile(Buffer.from('a'), { address: { host: '127.0.0.1', port } })
  expect(answer).toEqual({ away: 'ECONNREFUSED' })
})

test('a scanner on this machine is reached by its path', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'clamd-')), 'clamd.sock')
  const server = createServer((socket) => socket.end('stream: OK\0')).listen(path)
  await once(server, 'listening')
  expect(await scanFile(Buffer.from('a'), { address: { path } })).toBe('clean')
  server.close()
})

test('a worker that ends does not wait for the scanner', async () => {
  clamd.mode = 'silent'
  const ending = new AbortController()
  const answer = scanFile(Buffer.from('a'), { address: clamd.address, signal: ending.signal })
  ending.abort()
  expect(await answer).toEqual({ away: 'unanswered' })
})
