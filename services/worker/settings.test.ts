import { expect, test } from 'vitest'
import { readWorkerSettings } from './settings.ts'

const key = Buffer.alloc(32, 1).toString('base64')
const good: Record<string, string> = {
  DATABASE_URL: 'postgres://portal:secret@127.0.0.1:5432/mina',
  DATA_KEYS: `lookup=${key},a=${key}`,
  TRANSCRIBER_URL: 'http://127.0.0.1:3002',
  TRANSCRIBER_MODEL: 'kb-whisper-base',
}
const readIn = (changed: Record<string, string>) =>
  readWorkerSettings({ ...good, ...changed } as NodeJS.ProcessEnv, true)

test('the careful pass uses the live model when no other is named', async () => {
  expect(await readIn({ TRANSCRIBER_FINAL_MODEL: '' })).toMatchObject({
    settings: { engine: { live: 'kb-whisper-base', final: 'kb-whisper-base' } },
  })
})

test('everything that is missing is told at once', async () => {
  const read = await readWorkerSettings({} as NodeJS.ProcessEnv, true)
  expect(read).toEqual({
    faults: ['DATABASE_URL', 'DATA_KEYS', 'TRANSCRIBER_URL', 'TRANSCRIBER_MODEL'].map((name) => ({
      name,
      fault: 'is missing',
    })),
  })
})

test.each([
  ['an engine on a public address', { TRANSCRIBER_URL: 'https://8.8.8.8' }, 'TRANSCRIBER_URL'],
  ['an engine that is no web address', { TRANSCRIBER_URL: 'ftp://127.0.0.1' }, 'TRANSCRIBER_URL'],
  ['a moved clock in production', { CLOCK: '2026-09-15T09:00' }, 'CLOCK'],
  ['a key that is too short', { DATA_KEYS: 'lookup=abc,a=abc' }, 'DATA_KEYS'],
])('%s is refused by name, and its value is not repeated', async (_what, changed, name) => {
  const read = await readIn(changed)
  expect(read).toMatchObject({ faults: [{ name }] })
  expect(JSON.stringify(read)).not.toContain('secret')
})

test('a public engine may be used when the municipality says so', async () => {
  const read = await readIn({ TRANSCRIBER_URL: 'https://8.8.8.8', TRANSCRIBER_ALLOW_PUBLIC: 'true' })
  expect(read).toHaveProperty('settings')
})
