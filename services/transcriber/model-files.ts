import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { MODEL_FILES, type Checksums } from './model-catalogue.ts'

/** As `/health` reports it. */
export type ModelFailure = 'model_missing' | 'checksum' | 'engine_error'

export class ModelError extends Error {
  readonly reason: ModelFailure
  constructor(reason: ModelFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ModelError'
    this.reason = reason
  }
}

export type VerifiedModel = {
  id: string
  folder: string
  revision: string
  /** SHA-256 of what `sha256sum` prints for the files, in order. */
  sha256: string
}

/** @throws ModelError 'model_missing' or 'checksum', with the name of the file */
export async function verifyModel(
  model: Omit<VerifiedModel, 'sha256'>,
  expected: Checksums,
): Promise<VerifiedModel> {
  for (const file of MODEL_FILES) {
    const found = await sha256(join(model.folder, file))
    if (found !== expected[file])
      throw new ModelError('checksum', `${model.id}: ${file} has another checksum`)
  }
  return { ...model, sha256: checksumOfAll(expected) }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (error) {
    throw new ModelError('model_missing', `${path} cannot be read`, { cause: error })
  }
  return hash.digest('hex')
}

function checksumOfAll(checksums: Checksums): string {
  const lines = MODEL_FILES.map((file) => `${checksums[file]}  ${file}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex')
}
