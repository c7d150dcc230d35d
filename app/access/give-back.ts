import { data } from '@remix-run/node'
import type { RequestContext } from '../context'
import { unavailable, type Problem } from '../page/problem'
import { holderField } from '../ui/form/holder'
import { typedIn } from './form-of-another'
import { postedMarkOf } from './holder-mark'
import { isForm } from './posted-form'
import { sealForm } from './sealed-form'

type Sent = {
  request: Request
  context: RequestContext
  form?: FormData
  /** Mark of the session's holder, whose form it was; null when that could not be asked. */
  holder: string | null
}

/**
 * What stops a form that was sent gives its words back with a way to send them again: a database that is away, or what nobody
 * expected. Where it is not known who asks, nobody sees them before that is known (form-of-another.ts).
 * @throws always: what a page threw itself goes on as it is
 */
export function giveBack({ request, context, form, holder }: Sent, error: unknown): never {
  if (!(error instanceof Error)) throw error
  const isAway = error.name === 'DatabaseAway'
  const kept = form && isForm(request) ? typedIn(form) : []
  const mark = holder ?? postedMarkOf(request, form)
  if (kept.length === 0 || !mark) throw isAway ? unavailable() : error
  if (!isAway) context.log.error({ requestId: context.requestId, error }, 'page failed')
  const action = new URL(request.url).pathname
  const because = isAway ? 'unavailable' : 'unexpected'
  const problem: Problem = {
    problem: 'notSent',
    because,
    action,
    ...(holder
      ? { kept: [...kept, [holderField, holder]], sealed: null }
      : { kept: [], sealed: sealForm({ holder: mark, action, kept }, context.dataKeys) }),
  }
  throw data(problem, isAway ? { status: 503, headers: { 'Retry-After': '10' } } : 500)
}
