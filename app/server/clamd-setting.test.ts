import { pino } from 'pino'
import { expect, test } from 'vitest'
import { tellIfUnscanned } from './clamd-setting'

test.each([
  ['production without a scanner', { production: true, scansFiles: false }, true],
  ['production with one', { production: true, scansFiles: true }, false],
  ['the demo', { production: false, scansFiles: false }, false],
])('%s says at the start that files are not scanned: %s', (_where, settings, isTold) => {
  const lines: string[] = []
  tellIfUnscanned(settings, pino({ base: null }, { write: (line: string) => void lines.push(line) }))
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject(
    isTold
      ? [{ level: 40, setting: 'CLAMD_URL', msg: expect.stringContaining('not scanned') as string }]
      : [],
  )
})
