import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import {
  processorMillisecondsOfFamily,
  processorMillisecondsOfMainThread,
  ticksOfStat,
} from './processor-time.ts'

const numbers = '1 77 77 0 -1 4194560 1200 0 0 0 41 9 5 2 20 0 1 0 5000'

test('the time of a process is what it used itself and in the system, and that of its ended children stands apart', () => {
  expect(ticksOfStat(`77 (node) S ${numbers}`)).toEqual({ parent: 1, own: 50, ofEnded: 7 })
})

test('a name with brackets and spaces moves nothing', () => {
  expect(ticksOfStat(`77 (a) R 9 (b) S ${numbers}`)).toEqual({ parent: 1, own: 50, ofEnded: 7 })
})

test('what a started process used is counted while it lives and after it has ended', async () => {
  const before = await processorMillisecondsOfFamily(process.pid)
  const busy = spawn(process.execPath, [
    '-e',
    'while (process.cpuUsage().user < 300_000); process.stdout.write("x"); process.stdin.resume()',
  ])
  await once(busy.stdout, 'data')
  expect((await processorMillisecondsOfFamily(process.pid)) - before).toBeGreaterThanOrEqual(280)
  busy.stdin.end()
  await once(busy, 'exit')
  expect((await processorMillisecondsOfFamily(process.pid)) - before).toBeGreaterThanOrEqual(280)
})

test('what other threads of a process use is not counted for its main thread', async () => {
  const inThread = `const { Worker } = require('node:worker_threads')
    new Worker('while (process.cpuUsage().user < 400_000);', { eval: true })
      .on('exit', () => { process.stdout.write('x'); process.stdin.resume() })`
  const busy = spawn(process.execPath, ['-e', inThread])
  await once(busy.stdout, 'data')
  const all = await processorMillisecondsOfFamily(busy.pid!)
  expect(all).toBeGreaterThanOrEqual(380)
  expect(await processorMillisecondsOfMainThread(busy.pid!)).toBeLessThan(all - 150)
  busy.stdin.end()
  await once(busy, 'exit')
})
