import type { CustomFetch } from 'openid-client'

export class AnswerRefused extends Error {
  readonly reason: 'silent' | 'tooLarge' | 'redirected'
  constructor(reason: AnswerRefused['reason'], cause?: unknown) {
    super(`answer refused: ${reason}`, { cause })
    this.name = 'AnswerRefused'
    this.reason = reason
  }
}

/** No redirects (ASVS 15.3.2), at most `largest` bytes: openid-client has no limit. @throws AnswerRefused */
export function limitedFetch(largest: number): CustomFetch {
  return async (url, options) => {
    try {
      const response = await fetch(url, {
        ...options,
        body: options.body as BodyInit | null,
        redirect: 'manual',
      })
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel()
        throw new AnswerRefused('redirected')
      }
      const body = await readAtMost(largest, response)
      return new Response(body.length > 0 ? body : null, {
        status: response.status,
        headers: response.headers,
      })
    } catch (error) {
      throw error instanceof AnswerRefused ? error : new AnswerRefused('silent', error)
    }
  }
}

async function readAtMost(largest: number, response: Response): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  const reader = response.body?.getReader()
  for (let size = 0; reader;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > largest) {
      await reader.cancel()
      throw new AnswerRefused('tooLarge')
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}
