import { spawn, type ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { goldenMoment, goldenSample } from './golden-sample'
import { makePdf } from './make-pdf'
import { endPdfMaker } from './pdf-maker'

afterEach(endPdfMaker)

/** The next process that is started here. */
function nextProcess(): Promise<ChildProcess> {
  return new Promise((resolve) => {
    const seen = (message: unknown) => {
      unsubscribe('child_process', seen)
      resolve((message as { process: ChildProcess }).process)
    }
    subscribe('child_process', seen)
  })
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a compiler that dies refuses one document and the next is made', async () => {
  const started = nextProcess()
  const made = makePdf(goldenSample, goldenMoment)
  const refused = expect(made).rejects.toMatchObject({ rule: 'cannotBeMade' })
  const next = makePdf(goldenSample, goldenMoment)
  const child = await started
  child.kill('SIGKILL')
  await refused
  expect((await next).pages).toBe(2)
})

test('one process makes all, and ending it leaves nothing running', async () => {
  const started = nextProcess()
  await Promise.all([makePdf(goldenSample, goldenMoment), makePdf(goldenSample, goldenMoment)])
  const child = await started
  await makePdf(goldenSample, goldenMoment)
  expect(isAlive(child.pid!)).toBe(true)
  await endPdfMaker()
  expect(isAlive(child.pid!)).toBe(false)
  await expect(endPdfMaker()).resolves.toBeUndefined()
})

test('the maker ends with whoever started it, also when that one is killed', async () => {
  const program = `
    const { subscribe } = await import('node:diagnostics_channel')
    const { makePdf } = await import('./app/document/pdf/make-pdf.ts')
    const { goldenMoment, goldenSample } = await import('./app/document/pdf/golden-sample.ts')
    setInterval(() => undefined, 60_000)
    let pid
    subscribe('child_process', ({ process }) => process.once('spawn', () => (pid = process.pid)))
    await makePdf(goldenSample, goldenMoment)
    console.log(pid)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: join(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(parent.stdout, 'data')) as [Buffer]
  const pid = Number(said.toString())
  expect(isAlive(pid)).toBe(true)
  parent.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false)
})
