import { redirect } from '@remix-run/node'
import { staffAt } from '../addresses'

/** An address that only takes what is sent to it. A browser may come back to one after signing in. */
export const nothingToRead = () => redirect(staffAt.today, 303)

/** Answers an address without a page: errors a page would explain get only a status. */
export async function withoutPage(work: Promise<Response>): Promise<Response> {
  return work.catch((thrown: unknown) => {
    const init = initOf(thrown)
    if (!init) throw thrown
    return new Response(null, init)
  })
}

// The shape of Remix's data(); thrown without a page it would be an unexpected error.
function initOf(thrown: unknown): ResponseInit | null {
  if (typeof thrown !== 'object' || thrown === null || thrown instanceof Response) return null
  if (!('type' in thrown) || thrown.type !== 'DataWithResponseInit' || !('init' in thrown)) return null
  return thrown.init as ResponseInit
}
