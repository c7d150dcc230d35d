import { redirect } from '@remix-run/node'
import { staffAt } from '../addresses'
import type { RequestContext } from '../context'
import type { Problem } from '../page/problem'
import { renderProblem } from '../page/render-problem'

/** An address that only takes what is sent to it. A browser may come back to one after signing in. */
export const nothingToRead = () => redirect(staffAt.today, 303)

/** Answers a script at an address without a page: errors a page would explain get only a status. */
export async function withoutPage(work: Promise<Response>): Promise<Response> {
  return work.catch((thrown: unknown) => {
    if (!isThrownData(thrown)) throw thrown
    return new Response(null, thrown.init)
  })
}

/** Answers a form at an address without a page: a problem has its page here too. */
export async function withProblemPage(
  { request, context }: { request: Request; context: RequestContext },
  work: Promise<Response>,
): Promise<Response> {
  return work.catch((thrown: unknown) => {
    if (!isThrownData(thrown)) throw thrown
    const { visitor, requestId, now } = context
    const path = new URL(request.url).pathname
    const page = renderProblem(thrown.data, { ...visitor, requestId, path, outcome: 'fault' }, now())
    const headers = new Headers(thrown.init.headers)
    headers.set('Content-Type', 'text/html; charset=utf-8')
    return new Response(page, { ...thrown.init, headers })
  })
}

type ThrownData = { data: Problem; init: ResponseInit }

// The shape of Remix's data(); thrown without a page it would be an unexpected error.
function isThrownData(thrown: unknown): thrown is ThrownData {
  if (typeof thrown !== 'object' || thrown === null || thrown instanceof Response) return false
  return 'type' in thrown && thrown.type === 'DataWithResponseInit' && 'init' in thrown
}
