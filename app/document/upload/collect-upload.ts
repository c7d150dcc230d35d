import { mostUploadBytes } from './upload-limit.ts'
import { UploadRefusal } from './upload-refusal.ts'

/** A file as it arrives, no more of it than may be kept. @throws UploadRefusal */
export async function collectUpload(parts: AsyncIterable<unknown>): Promise<Buffer> {
  const held: Buffer[] = []
  let size = 0
  for await (const part of parts) {
    const bytes = part as Buffer
    size += bytes.length
    if (size > mostUploadBytes) throw new UploadRefusal('tooLarge')
    held.push(bytes)
  }
  return Buffer.concat(held)
}
