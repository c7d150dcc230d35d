import { expect, test } from 'vitest'
import { createLog } from '../../app/server/log.ts'
import { testDatabase } from '../../tests/support/database.ts'
import { startWorker } from './worker.ts'

test('a round that takes longer than its interval is not joined by another, and is waited for at the end', async () => {
  const { portalUrl } = await testDatabase()
  let finish!: () => void
  const long = new Promise<void>((resolve) => (finish = resolve))
  let [begun, others, over] = [0, 0, false]
  const worker = await startWorker(
    {
      databaseUrl: portalUrl,
      clock: null,
      logLevel: 'silent',
      sets: [
        () => ({
          handlers: {},
          atIntervals: [
            {
              everyMs: 1,
              work: async () => {
                begun += 1
                await long
                over = true
              },
            },
            { everyMs: 1, work: () => Promise.resolve(void (others += 1)) },
          ],
        }),
      ],
    },
    createLog('silent'),
  )
  await expect.poll(() => others).toBeGreaterThan(20)
  expect(begun).toBe(1)
  const ended = worker.end()
  finish()
  await ended
  expect(over).toBe(true)
})
