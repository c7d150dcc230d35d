import { Busboy } from '@fastify/busboy'
import { Readable } from 'node:stream'
import { enteredText } from '../text/entered-text.ts'
import type { ReadableStream as NodeStream } from 'node:stream/web'

export type Upload = {
  fields: Map<string, string>
  fileName: string
  file: Readable
  isCut: () => boolean
  /** A field before the file was longer than what is taken in, and is not whole. */
  isFieldCut: boolean
  /** Takes in and drops what is still sent, read or not: a browser sees the answer only when it has stopped sending. */
  leave: () => void
}

/**
 * Resolves when the file begins (empty if missing or unreadable), so it is never held in memory as a whole.
 * @param longestField bytes of a field before the file; of a longer one the rest is not taken in (`isFieldCut`)
 */
export function readUpload(request: Request, field: string, longestField = 200): Promise<Upload> {
  return new Promise((resolve) => {
    const fields = new Map<string, string>()
    const state = { isCut: false, isFieldCut: false }
    const body = request.body ? Readable.fromWeb(request.body as NodeStream) : Readable.from([])
    const form = formOf(request.headers.get('Content-Type') ?? '', longestField)
    body.on('error', () => {
      state.isCut = true
      form?.end()
    })
    const leave = () => void body.unpipe().resume()
    const upload = (fileName: string, file: Readable): Upload => ({
      fields,
      fileName,
      file,
      isCut: () => state.isCut,
      isFieldCut: state.isFieldCut,
      leave,
    })
    const empty = () => resolve(upload('', Readable.from([])))
    if (!form) return empty()
    form.on('field', (name, value, _isNameCut, isCut) => {
      fields.set(name, enteredText(value))
      if (isCut) state.isFieldCut = true
    })
    form.on('file', (name, file, fileName) => {
      if (name === field) resolve(upload(fileName, file))
      else file.resume()
    })
    form.on('finish', empty)
    form.on('error', () => {
      state.isCut = true
      empty()
    })
    body.pipe(form)
  })
}

/** Null for another type, and for one without a boundary. */
function formOf(type: string, longestField: number): InstanceType<typeof Busboy> | null {
  if (!type.startsWith('multipart/form-data')) return null
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 10, fieldSize: longestField, parts: 12 },
    })
  } catch {
    return null
  }
}

export async function* partsOf(stream: Readable, bytes: number): AsyncGenerator<Buffer, undefined> {
  let held: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    held.push(piece as Buffer)
    size += (piece as Buffer).length
    while (size >= bytes) {
      const whole = Buffer.concat(held)
      yield whole.subarray(0, bytes)
      held = [whole.subarray(bytes)]
      size -= bytes
    }
  }
  if (size > 0) yield Buffer.concat(held)
}
