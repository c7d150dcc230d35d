import { closedOnDeviceOf, type Closable } from '../person/closed-on-device'
import type { RequestContext } from '../context'
import { readCookie } from './cookies'

type Arrival = { request: Request; context: RequestContext }

export function closedOnDevice({ request, context }: Arrival): Closable[] {
  return closedOnDeviceOf(readCookie(request.headers.get('Cookie'), 'closedOnDevice', context.origin))
}
