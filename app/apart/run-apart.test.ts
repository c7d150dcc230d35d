import { expect, test } from 'vitest'
import type { Misdeed } from '../../tests/support/apart-program.ts'
import { runApart } from './run-apart.ts'

const patient = { program: 'tests/support/apart-program.ts', patienceInMs: 60_000 }
const run = (kind: Misdeed['kind'], how: Parameters<typeof runApart>[0] = patient) =>
  runApart<unknown>(how, { kind })

test('a program knows no setting of ours', async () => {
  const told = (await run('tell')) as { settings: string[] }
  expect(told.settings.filter((name) => !name.startsWith('NODE_CHANNEL'))).toEqual([])
})

test('a program can keep nothing', async () => {
  expect(await run('write')).toEqual({ outcome: 'ERR_ACCESS_DENIED' })
})

test('a program that is ended before it is told gives no answer', async () => {
  for (let count = 0; count < 5; count++)
    expect(await run('tell', { ...patient, closed: AbortSignal.abort() })).toBeNull()
})

test('a program that eats memory or the processor’s time is ended, and one that never answers', async () => {
  const forever = { ...patient, patienceInMs: 2_000_000_000 }
  expect(await run('eat', forever)).toBeNull()
  expect(await run('spin', forever)).toBeNull()
  expect(await run('hang', { ...patient, patienceInMs: 500 })).toBeNull()
})
