import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { MODEL_FILES } from './model-catalogue.ts'
import { ModelError } from './model-files.ts'

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
const lockSchema = z.object({
  repository: z.string(),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  files: z.record(z.enum(MODEL_FILES), sha256Schema),
})

export type ModelLock = z.infer<typeof lockSchema>

/** Undefined when there is no file. @throws ModelError 'checksum' when it is not a lock */
export async function readLock(path: string): Promise<ModelLock | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return undefined
  }
  try {
    return lockSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new ModelError('checksum', `${path} is not a list of checksums`, { cause: error })
  }
}

export async function writeLock(path: string, lock: ModelLock): Promise<void> {
  await writeFile(`${path}.part`, `${JSON.stringify(lock, null, 2)}\n`)
  await rename(`${path}.part`, path)
}
