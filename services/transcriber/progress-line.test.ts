import { expect, test } from 'vitest'
import { showProgress } from './progress-line.ts'

const loading = (progress: number | null) => ({ kind: 'loading', progress }) as const

test('on a terminal a bar grows on one line', () => {
  let shown = ''
  const show = showProgress({ isTTY: true, write: (text) => (shown = text) }, 'kb-whisper-base')
  show(loading(null))
  expect(shown).toBe('')
  show(loading(0.5))
  expect(shown).toBe(`\rkb-whisper-base [${'#'.repeat(15)}${' '.repeat(15)}] 50 %`)
  show(loading(1))
  expect(shown).toBe(`\rkb-whisper-base [${'#'.repeat(30)}]100 %\n`)
})

test('elsewhere there is a line for every tenth', () => {
  const lines: string[] = []
  const show = showProgress({ write: (text) => lines.push(text) }, 'kb-whisper-base')
  for (let part = 0; part <= 100; part++) show(loading(part / 100))
  expect(lines).toHaveLength(10)
  expect(lines.at(-1)).toBe('kb-whisper-base: 100 % fetched\n')
})
