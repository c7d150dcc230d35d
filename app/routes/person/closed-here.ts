import { readCookie } from '../../access/cookies'
import { closedHereOf, type Closable } from '../../person/closed-here'
import type { RequestContext } from '../../server/request-context'

/** Whether the reader has closed such texts on this device (Inställningar). */
export function isClosedHere(request: Request, { origin }: RequestContext, what: Closable): boolean {
  return closedHereOf(readCookie(request.headers.get('Cookie'), 'closedHere', origin)).includes(what)
}
