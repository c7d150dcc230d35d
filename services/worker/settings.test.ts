import { expect, test } from 'vitest'
import { readRecordingSettings } from './recording/recording-settings.ts'
import { settingSource } from './setting-source.ts'
import { readWorkerSettings } from './settings.ts'

const key = Buffer.alloc(32, 1).toString('base64')
const good = {
  NODE_ENV: 'production' as const,
  DATABASE_URL: 'postgres://portal:secret@127.0.0.1:5432/mina',
  DATA_KEYS: `lookup=${key},a=${key}`,
  TRANSCRIBER_URL: 'http://127.0.0.1:3002',
  TRANSCRIBER_MODEL: 'kb-whisper-base',
}
const readIn = (changed: Record<string, string>) => readWorkerSettings({ ...good, ...changed }, true)

test('the careful pass uses the live model when no other is named', async () => {
  const source = settingSource({ ...good, TRANSCRIBER_FINAL_MODEL: '' }, true)
  expect(await readRecordingSettings(source)).toMatchObject({
    engine: { live: 'kb-whisper-base', final: 'kb-whisper-base' },
  })
})

test('a phrase may wait half a second for a preview when nothing else is said, or not at all', async () => {
  const read = (given: string) =>
    readRecordingSettings(settingSource({ ...good, PREVIEW_MAX_DELAY_MS: given }, true))
  expect(await read('')).toMatchObject({ previewMaxDelayMs: 500 })
  expect(await read('0')).toMatchObject({ previewMaxDelayMs: 0 })
})

test('everything that is missing is listed at once', async () => {
  const read = await readWorkerSettings({ NODE_ENV: 'production' }, true)
  expect(read).toEqual({
    faults: ['DATABASE_URL', 'DATA_KEYS', 'TRANSCRIBER_URL', 'TRANSCRIBER_MODEL'].map((name) => ({
      name,
      fault: 'is missing',
    })),
  })
})

test('a worker of retention needs the database alone', async () => {
  const { NODE_ENV, DATABASE_URL } = good
  const read = await readWorkerSettings({ NODE_ENV, DATABASE_URL, WORKER_JOBS: 'retention' }, true)
  expect(read).toMatchObject({ settings: { sets: [expect.any(Function)] } })
})

test.each([
  ['a set of jobs that does not exist', { WORKER_JOBS: 'retention, sealing-wax' }, 'WORKER_JOBS'],
  ['an engine on a public address', { TRANSCRIBER_URL: 'https://8.8.8.8' }, 'TRANSCRIBER_URL'],
  ['an engine without a web address', { TRANSCRIBER_URL: 'ftp://127.0.0.1' }, 'TRANSCRIBER_URL'],
  ['a moved clock in production', { CLOCK: '2026-09-15T09:00' }, 'CLOCK'],
  ['a folder of survey forms that is not there', { SURVEY_FOLDER: '/nowhere/surveys' }, 'SURVEY_FOLDER'],
  [
    'answers nobody has checked, in production',
    { SURVEY_ALLOW_UNVERIFIED: 'yes' },
    'SURVEY_ALLOW_UNVERIFIED',
  ],
  [
    'a wait for previews that is no number',
    { PREVIEW_MAX_DELAY_MS: 'half a second' },
    'PREVIEW_MAX_DELAY_MS',
  ],
  ['a scanner without an address', { CLAMD_URL: 'clamd' }, 'CLAMD_URL'],
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
