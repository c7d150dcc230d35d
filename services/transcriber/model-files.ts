import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { MODEL_FILES, type Checksums } from './model-catalogue.ts'

/** Why there is no model, as `/health` reports it. */
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
  /** One checksum for all files: SHA-256 of the lines that `sha256sum` prints for them, in order. */
  sha256: string
}

/**
 * Compares every file of a model with its checksum.
 * @throws ModelError 'model_missing' or 'checksum', naming the file
 */
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
