import { redirect, type TypedResponse } from '@remix-run/node'
import type { ServiceTx, SessionToken } from '../../db/connect'
import type { RequestContext } from '../context'
import { asService } from './guard'
import { readCookie, sessionTokenOf, setCookie } from './cookies'
import { endSession, startSession, type Ending } from './session'
import type { SignInKind } from '../oidc/sign-in-kind'

type Arrival = { request: Request; context: RequestContext }
type Admitted = { kind: SignInKind; municipalityId: string; subjectId: string; returnTo: string }

export async function admit(
  { request, context }: Arrival,
  tx: ServiceTx,
  admitted: Admitted,
): Promise<TypedResponse<never>> {
  const { kind, returnTo, ...who } = admitted
  const old = heldToken({ request, context }, kind)
  const cookie = await startSession(tx, { kind, ...who, device: context.device }, old)
  return redirect(returnTo, {
    status: 303,
    headers: { 'Set-Cookie': setCookie(kind, cookie, context.origin) },
  })
}

/**
 * Ends every session of this browser.
 * Clear-Site-Data omits "cache": our pages are not cached, and Chrome would delay the answer for seconds
 * (rails/rails#54379), too slow for quick exit. It omits "cookies" to keep the setting that closes notes on this
 * device. A browser with a staff session keeps its storage: unsent recordings are there. So does one that somebody has
 * asked to be told on: with it would go what receives pushes. Whoever leaves quickly loses that, and is told inside.
 */
export async function signOut({ request, context }: Arrival, how: Ending, goTo: string): Promise<Response> {
  const person = heldToken({ request, context }, 'person')
  const staff = heldToken({ request, context }, 'staff')
  await asService(context, async (tx) => {
    if (person) await endSession(tx, 'person', person, how)
    // "Everywhere" was asked for by the person; staff leave this browser.
    if (staff) await endSession(tx, 'staff', staff, how === 'signedOutEverywhere' ? 'signedOut' : how)
  }).catch((error: unknown) => {
    if (how === 'signedOutEverywhere') throw error
    // Leaving must always work: without its cookie the session ends by itself.
    context.log.error(
      { event: 'sessionNotEnded', requestId: context.requestId },
      'a session was left to run out',
    )
  })
  const response = redirect(goTo, 303)
  for (const name of ['person', 'staff', 'signIn'] as const) {
    response.headers.append('Set-Cookie', setCookie(name, '', context.origin, 0))
  }
  const isPushedTo = readCookie(request.headers.get('Cookie'), 'pushedTo', context.origin) !== undefined
  if (!staff && !(isPushedTo && how !== 'leftQuickly')) response.headers.set('Clear-Site-Data', '"storage"')
  return response
}

/** The session this browser claims; the database decides whether it is alive. */
export function heldToken({ request, context }: Arrival, kind: SignInKind): SessionToken | null {
  return sessionTokenOf(readCookie(request.headers.get('Cookie'), kind, context.origin))
}
