import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startFakeEngine, type FakeEngine } from '../../../tests/support/fake-engine'
import { decodeWav } from '../../../app/dictation/speech/wav'
import { AsrError } from './asr'
import { createHttpEngine } from './http-engine'

let server: FakeEngine

beforeAll(async () => {
  server = await startFakeEngine()
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
})

const second = new Float32Array(16_000)

// Only the engine that never answers gets a short time: others may be slow on a busy machine.
function transcribe(model: string, prompt: string | null = null, url = server.url) {
  const patience = model === 'hang' ? 300 : 60_000
  const timeoutMs = { live: patience, final: patience }
  return createHttpEngine({ url, model, key: 'secret', timeoutMs }).transcribe({
    pcm: second,
    prompt,
    purpose: 'live',
    caller: 'c1',
    signal: new AbortController().signal,
  })
}

async function failureOf(model: string, url?: string): Promise<string | null> {
  const error: unknown = await transcribe(model, null, url).catch((thrown: unknown) => thrown)
  return error instanceof AsrError ? error.failure : null
}

test('every request is the same: a wav of one second, Swedish, temperature 0, both granularities, and a caller', async () => {
  await transcribe('kb', 'Tindra, Marie.')

  const [asked] = server.asked
  expect(asked!.fields).toEqual([
    'file',
    'model=kb',
    'language=sv',
    'temperature=0',
    'response_format=verbose_json',
    'timestamp_granularities[]=word',
    'timestamp_granularities[]=segment',
    'prompt=Tindra, Marie.',
  ])
  expect([decodeWav(asked!.bytes).length, asked!.caller]).toEqual([16_000, 'c1'])
})

test.each([
  ['500', 'engine_error', 2],
  ['half', 'engine_error', 2],
  ['english', 'engine_error', 2],
  ['hang', 'timeout', 2],
  ['cut', 'unreachable', 2],
  ['400', 'bad_audio', 1],
  ['413', 'too_large', 1],
  ['401', 'auth', 1],
  ['loading', 'loading', 1],
  ['missing', 'model_missing', 1],
])('%s is reported as %s after %i tries', async (model, failure, tries) => {
  expect(await failureOf(model)).toBe(failure)
  expect(server.asked).toHaveLength(tries)
})

test('a server that is not there is unreachable', async () => {
  expect(await failureOf('kb', 'http://127.0.0.1:1')).toBe('unreachable')
})

test('when the spelling help comes back as if it had been said, the engine is asked once more without it', async () => {
  expect((await transcribe('echo', 'Tindra, Marie.')).text).toBe('Hej.')
  expect(server.asked.map(({ prompt }) => prompt)).toEqual(['Tindra, Marie.', ''])
})

test('a request that is given up is given up with the reason, at whatever moment it is', async () => {
  const engine = createHttpEngine({ url: server.url, model: 'hang', key: null })
  for (let turns = 0; turns < 12; turns++) {
    const leaving = new AbortController()
    const reason = new Error('the worker is ending')
    const request = {
      pcm: second,
      prompt: null,
      purpose: 'live',
      caller: 'c1',
      signal: leaving.signal,
    } as const
    const given = expect(engine.transcribe(request)).rejects.toBe(reason)
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
    leaving.abort(reason)
    await given
  }
})
