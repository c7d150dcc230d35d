import { type IncomingMessage } from 'node:http'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { ApiError, badRequest } from './api-error.ts'

/** OpenAI's limit. 13 min 39 s of 16 kHz mono with 16 bits. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024
export const MAX_BODY_BYTES = MAX_FILE_BYTES + 256 * 1024

export type Form = { file: Buffer | null; fields: Map<string, string[]> }

/** One file named `file`. @throws ApiError 400 for another body, 413 for one too large */
export function readForm(request: IncomingMessage): Promise<Form> {
  const type = request.headers['content-type']
  if (!type?.startsWith('multipart/form-data')) {
    throw badRequest('invalid_content_type', 'Send the request as multipart/form-data.')
  }
  return new Promise((resolve, reject) => {
    const parser = parserFor(request, type)
    const chunks: Buffer[] = []
    let hasFile = false
    const fields: Form['fields'] = new Map()
    const refuse = (error: ApiError) => {
      request.unpipe(parser)
      // If the connection were cut now, the client would not see the answer.
      request.resume()
      reject(error)
    }
    parser.on('file', (name, stream) => {
      if (name !== 'file') return stream.resume()
      hasFile = true
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('limit', () => refuse(tooLarge()))
    })
    parser.on('field', (name, value) => fields.set(name, [...(fields.get(name) ?? []), value]))
    parser.on('finish', () => resolve({ file: hasFile ? Buffer.concat(chunks) : null, fields }))
    parser.on('error', () =>
      refuse(badRequest('invalid_multipart', 'The form is cut off or not well formed.')),
    )
    request.on('error', reject)
    request.pipe(parser)
  })
}

export function tooLarge(): ApiError {
  return new ApiError({
    status: 413,
    code: 'file_too_large',
    message: `The file is larger than ${MAX_FILE_BYTES} bytes.`,
    param: 'file',
  })
}

function parserFor(request: IncomingMessage, type: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': type },
      limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 32, fieldSize: 16 * 1024 },
    })
  } catch {
    throw badRequest('invalid_multipart', 'The form has no boundary.')
  }
}
