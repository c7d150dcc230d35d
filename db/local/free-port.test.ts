import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from './free-port'

test('a port is never given twice, and never one that the system gives to others', async () => {
  const ports: number[] = []
  for (let asked = 0; asked < 100; asked += 1) ports.push(await freePort())
  expect(new Set(ports).size).toBe(100)
  expect(ports.filter((port) => port < 1024 || port >= 32_768)).toEqual([])
})

test('a port that somebody listens on is passed over', async () => {
  const before = await freePort()
  const server = createServer().listen(before + 1, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  expect(await freePort()).not.toBe(before + 1)
  await new Promise((resolve) => server.close(resolve))
})
