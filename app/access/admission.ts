import { redirect, type TypedResponse } from '@remix-run/node'
import type { ServiceTx } from '../../db/connect'
import type { SessionToken } from '../../db/opening'
import type { RequestContext } from '../context'
import { asService } from './guard'
import { readCookie, sessionTokenOf, setCookie } from './cookies'
import { endSession, startSession, type Ending } from './session'
import { endTogether } from './together-session'
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
  const answer = redirect(returnTo, {
    status: 303,
    headers: { 'Set-Cookie': setCookie(kind, cookie, context.origin) },
  })
  // Whoever signs in takes the device back from the child who read on it.
  const reading = heldToken({ request, context }, 'together')
  if (reading) {
    await endTogether(tx, reading)
    answer.headers.append('Set-Cookie', setCookie('together', '', context.origin, 0))
  }
  return answer
}

/**
 * Ends every session of this browser.
 * Clear-Site-Data omits "cache": our pages are not cached, and Chrome would delay the answer for seconds
 * (rails/rails#54379), too slow for quick exit. It omits "cookies" to keep the setting that closes notes on this
 * device. A browser of staff keeps its storage: unsent recordings are there. So does one that somebody has
 * asked to be told on: with it would go what receives pushes. Whoever leaves quickly loses that, and is told inside.
 */
export async function signOut({ request, context }: Arrival, how: Ending, goTo: string): Promise<Response> {
  const reading = heldToken({ request, context }, 'together')
  let isOfStaff = heldToken({ request, context }, 'staff') !== null
  await asService(context, async (tx) => {
    if (reading) isOfStaff ||= (await endTogether(tx, reading)) !== false
    await leaveBrowser(tx, { request, context }, how)
  }).catch((error: unknown) => {
    if (how === 'signedOutEverywhere') throw error
    // Leaving must always work: without its cookie the session ends by itself.
    if (reading) isOfStaff = true
    context.log.error(
      { event: 'sessionNotEnded', requestId: context.requestId },
      'a session was left to run out',
    )
  })
  const response = redirect(goTo, 303)
  for (const name of ['person', 'staff', 'signIn', ...(reading ? (['together'] as const) : [])] as const) {
    response.headers.append('Set-Cookie', setCookie(name, '', context.origin, 0))
  }
  const isPushedTo = readCookie(request.headers.get('Cookie'), 'pushedTo', context.origin) !== undefined
  if (!isOfStaff && !(isPushedTo && how !== 'leftQuickly'))
    response.headers.set('Clear-Site-Data', '"storage"')
  return response
}

/** Ends the sessions of whoever is signed in in this browser. Its cookies are the answer's to erase. */
export async function leaveBrowser(tx: ServiceTx, arrival: Arrival, how: Ending): Promise<void> {
  const [person, staff] = [heldToken(arrival, 'person'), heldToken(arrival, 'staff')]
  if (person) await endSession(tx, 'person', person, how)
  // "Everywhere" was asked for by the person; staff leave this browser.
  if (staff) await endSession(tx, 'staff', staff, how === 'signedOutEverywhere' ? 'signedOut' : how)
}

/** The session this browser claims; the database decides whether it is alive. */
export function heldToken({ request, context }: Arrival, kind: SignInKind | 'together'): SessionToken | null {
  return sessionTokenOf(readCookie(request.headers.get('Cookie'), kind, context.origin))
}
