import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startProcess } from './process.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-process-'))
  await writeFile(join(folder, 'part.mjs'), `process.send('listening'); setInterval(() => {}, 60_000)`)
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

const start = () => startProcess(join(folder, 'part.mjs'), process.env)

test('whoever runs the demo is told when a part of it is killed', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const { child } = await start()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(told).toHaveBeenCalledWith(expect.stringMatching(/part\.mjs has ended by itself \(SIGKILL\)/))
})

test('a part that is stopped with the demo is not told of', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await (await start()).stop()
  expect(told).not.toHaveBeenCalled()
})
