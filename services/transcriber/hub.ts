import { createHash, type Hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ReadableStream } from 'node:stream/web'
import { z } from 'zod'
import { MODEL_FILES, type ModelFile } from './model-catalogue.ts'
import { ModelError } from './model-files.ts'

const LOOKUP_MS = 8_000
const FILE_MS = 30 * 60_000

// https://huggingface.co/docs/hub/api: LFS files have a SHA-256, others the id of their git blob.
const revisionSchema = z.object({
  sha: z.string().regex(/^[0-9a-f]{40}$/),
  siblings: z.array(
    z.object({
      rfilename: z.string(),
      size: z.number(),
      blobId: z.string().regex(/^[0-9a-f]{40}$/),
      lfs: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }).nullish(),
    }),
  ),
})

type StatedFile = { bytes: number; gitBlob: string; sha256: string | null }
export type HubRevision = { commit: string; files: Record<ModelFile, StatedFile> }

/** `at` is a branch or commit. @throws ModelError 'model_missing' */
export async function lookUpRevision(hub: string, repository: string, at: string): Promise<HubRevision> {
  const answer = await ask(`${hub}/api/models/${repository}/revision/${at}?blobs=true`, LOOKUP_MS)
  const parsed = revisionSchema.safeParse(await answer.json().catch(() => null))
  if (!parsed.success) throw new ModelError('model_missing', 'the answer of the hub cannot be read')

  const byName = new Map(parsed.data.siblings.map((file) => [file.rfilename, file]))
  const files = MODEL_FILES.map((name) => {
    const file = byName.get(name)
    if (!file) throw new ModelError('model_missing', `${repository} has no ${name}`)
    return [name, { bytes: file.size, gitBlob: file.blobId, sha256: file.lfs?.sha256 ?? null }] as const
  })
  return { commit: parsed.data.sha, files: Object.fromEntries(files) as HubRevision['files'] }
}

type Download = { url: string; path: string; stated: StatedFile; onBytes: (count: number) => void }

/** Returns the SHA-256; keeps only a file that matches. @throws ModelError 'model_missing' or 'checksum' */
export async function downloadFile({ url, path, stated, onBytes }: Download): Promise<string> {
  const answer = await ask(url, FILE_MS)
  if (!answer.body) throw new ModelError('model_missing', `${url}: no content`)
  await mkdir(dirname(path), { recursive: true })

  const [content, blob] = [createHash('sha256'), createHash('sha1').update(`blob ${stated.bytes}\0`)]
  const watch = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      content.update(chunk)
      blob.update(chunk)
      onBytes(chunk.length)
      yield chunk
    }
  }
  const part = `${path}.part`
  try {
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), watch, createWriteStream(part))
  } catch (error) {
    await rm(part, { force: true })
    throw new ModelError('model_missing', `${url}: broken off`, { cause: error })
  }
  const sha256 = content.digest('hex')
  if (!isStated(stated, sha256, blob)) {
    await rm(part, { force: true })
    throw new ModelError('checksum', `${url} is not what the hub states`)
  }
  await rename(part, path)
  return sha256
}

export function fileUrl(hub: string, repository: string, place: { commit: string; file: ModelFile }): string {
  return `${hub}/${repository}/resolve/${place.commit}/${place.file}`
}

function isStated(stated: StatedFile, sha256: string, blob: Hash): boolean {
  return stated.sha256 === null ? blob.digest('hex') === stated.gitBlob : sha256 === stated.sha256
}

async function ask(url: string, milliseconds: number): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(url, { signal: AbortSignal.timeout(milliseconds) })
  } catch (error) {
    throw new ModelError('model_missing', `the hub cannot be reached (${new URL(url).host})`, {
      cause: error,
    })
  }
  if (answer.ok) return answer
  await answer.body?.cancel()
  throw new ModelError('model_missing', `the hub answers ${answer.status} (${new URL(url).pathname})`)
}
