/**
 * Answers an address that has no page of its own: what a page would explain (not found, no session, no database)
 * is said by its status alone.
 */
export async function withoutPage(work: Promise<Response>): Promise<Response> {
  return work.catch((thrown: unknown) => {
    const init = initOf(thrown)
    if (!init) throw thrown
    return new Response(null, init)
  })
}

// What data() of Remix makes; thrown from an address without a page it would be an unexpected error.
function initOf(thrown: unknown): ResponseInit | null {
  if (typeof thrown !== 'object' || thrown === null || thrown instanceof Response) return null
  if (!('type' in thrown) || thrown.type !== 'DataWithResponseInit' || !('init' in thrown)) return null
  return thrown.init as ResponseInit
}
