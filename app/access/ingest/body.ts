import { createHash } from 'node:crypto'
import { sentValue } from '../../text/entered-text.ts'
import { largestBody } from '../../ingest/largest-body.ts'
import { problem, type IngestProblem } from '../../ingest/problems.ts'

export type IngestRequest = { key: string; bodyHash: Buffer; value: unknown }

/** Reads a JSON request: its key (draft-ietf-httpapi-idempotency-key-header), its type, its body. */
export async function readJsonRequest(
  request: Request,
  largest = largestBody,
): Promise<IngestRequest | IngestProblem> {
  const key = keyOf(request)
  if (key === null) return problem('keyMissing')
  if (mediaTypeOf(request) !== 'application/json') return problem('wrongMediaType')
  const bytes = await readAtMost(request, largest)
  if (bytes === null) return problem('tooLarge')
  const bodyHash = createHash('sha256')
    .update(`${new URL(request.url).pathname}\n`)
    .update(bytes)
    .digest()
  try {
    return {
      key,
      bodyHash,
      value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), sentValue) as unknown,
    }
  } catch {
    return problem('badRequest')
  }
}

export function keyOf(request: Request): string | null {
  return /^"?([A-Za-z0-9._:-]{8,100})"?$/.exec(request.headers.get('Idempotency-Key') ?? '')?.[1] ?? null
}

export function mediaTypeOf(request: Request): string {
  return (request.headers.get('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase()
}

/** The server drains a body that is not read to its end, so that the answer arrives. */
export async function* bytesOf({ body }: Request): AsyncIterable<Uint8Array> {
  const reader = body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value
}

async function readAtMost(request: Request, largest: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytesOf(request)) {
    size += chunk.length
    if (size > largest) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
