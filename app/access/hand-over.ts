import { redirect, type TypedResponse } from '@remix-run/node'
import { togetherAt } from '../addresses'
import type { RequestContext } from '../context'
import { heldToken, leaveBrowser } from './admission'
import { readCookie, setCookie } from './cookies'
import { asService } from './guard'
import { endTogether, openTogether, takeCodeTry, togetherCodeHash } from './together-session'

type Arrival = { request: Request; context: RequestContext }

/**
 * Opens the reading of a code on this device and ends every session that its browser had: whoever holds it now comes to
 * nothing else. What staff have not sent yet stays in their own browser, which nobody but them can read.
 * @returns what to say instead: the code opens nothing, or too many have been tried
 */
export async function handOver(
  { request, context }: Arrival,
  { code, isStaffDevice }: { code: string | null; isStaffDevice: boolean },
): Promise<TypedResponse<never> | 'unknown' | 'tooMany'> {
  const isAllowed = await asService(context, (tx) => takeCodeTry(tx, context.callerKey))
  if (!isAllowed) return 'tooMany'
  if (!code) return 'unknown'
  const ofStaff = isStaffDevice || heldToken({ request, context }, 'staff') !== null
  const held = heldToken({ request, context }, 'together')
  const codeHash = togetherCodeHash(code, context.dataKeys)
  const opened = await asService(context, async (tx) => {
    const opened = await openTogether(tx, { codeHash, device: context.device, isStaffDevice: ofStaff })
    if (!opened) return null
    if (held) await endTogether(tx, held)
    await leaveBrowser(tx, { request, context }, 'signedOut')
    return opened
  })
  if (!opened) return 'unknown'
  const response = redirect(togetherAt.begin, 303)
  for (const [name, value] of [
    ['together', opened.cookie],
    ['language', opened.language],
    ['textSize', opened.textSize],
  ] as const)
    response.headers.append('Set-Cookie', setCookie(name, value, context.origin))
  for (const name of ['person', 'staff', 'signIn'] as const)
    response.headers.append('Set-Cookie', setCookie(name, '', context.origin, 0))
  // Pages kept for the back button go with it.
  response.headers.set('Clear-Site-Data', '"cache"')
  return response
}

/** Ends the reading and closes everything on the device. Pressed twice, or after the hour, it ends all the same. */
export async function closeReading({ request, context }: Arrival): Promise<Response> {
  const held = heldToken({ request, context }, 'together')
  const isStaffDevice = held ? await asService(context, (tx) => endTogether(tx, held)) : null
  const response = redirect(togetherAt.closed, 303)
  for (const name of ['together', 'language', 'textSize'] as const)
    response.headers.append('Set-Cookie', setCookie(name, '', context.origin, 0))
  const isPushedTo = readCookie(request.headers.get('Cookie'), 'pushedTo', context.origin) !== undefined
  // Nothing of the reading lies in the storage. Where staff's unsent recordings do, or what receives somebody's pushes, it stays.
  const keepsStorage = isStaffDevice !== false || isPushedTo
  response.headers.set('Clear-Site-Data', keepsStorage ? '"cache"' : '"cache", "storage"')
  return response
}
