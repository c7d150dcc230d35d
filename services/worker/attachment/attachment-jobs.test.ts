import { pino } from 'pino'
import { expect, test } from 'vitest'
import { settingSource } from '../setting-source.ts'
import type { WorkerParts } from '../job-set.ts'
import { attachmentJobs } from './attachment-jobs.ts'

const DATA_KEYS = `lookup=${Buffer.alloc(32, 1).toString('base64')},a=${Buffer.alloc(32, 2).toString('base64')}`

async function startedWith(env: Record<string, string>, production: boolean) {
  const lines: string[] = []
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) })
  const start = await attachmentJobs(settingSource(env as unknown as NodeJS.ProcessEnv, production))
  const running = await start!({ log } as unknown as WorkerParts)
  return { lines: lines.map((line) => JSON.parse(line) as unknown), intervals: running.atIntervals.length }
}

test('a worker in production that has no scanner says when it starts that files are not scanned', async () => {
  expect(await startedWith({ CLAMD_URL: '' }, true)).toEqual({
    lines: [expect.objectContaining({ level: 40, setting: 'CLAMD_URL' })],
    intervals: 0,
  })
})

test.each([
  ['with a scanner', { CLAMD_URL: 'unix:/run/clamav/clamd.ctl', DATA_KEYS }, true, 1],
  ['of the demo', {}, false, 0],
])('a worker %s says nothing of it', async (_which, env, production, intervals) => {
  expect(await startedWith(env as Record<string, string>, production)).toEqual({ lines: [], intervals })
})
