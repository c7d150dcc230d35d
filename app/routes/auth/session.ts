import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { publicAt } from '../../addresses'
import { heldToken } from '../../access/admission'

export function loader() {
  return redirect(publicAt.front, 303)
}

/**
 * "Stay signed in": 204 and a later end when the session lives, otherwise 401. A browser may hold a person's and a
 * staff session; the page's address tells which is meant.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const kind = isStaffPage(request.headers.get('Referer')) ? 'staff' : 'person'
  const token = heldToken({ request, context }, kind)
  const enter = kind === 'staff' ? context.database.asStaff : context.database.asPerson
  const status = token ? await enter(token, context.now(), () => Promise.resolve(204)).catch(sayAway) : 401
  return new Response(null, { status: status ?? 401 })
}

function sayAway(error: unknown): number {
  if (error instanceof Error && error.name === 'DatabaseAway') return 503
  throw error
}

function isStaffPage(referer: string | null): boolean {
  return /^\/handlaggare(\/|$)/.test(URL.parse(referer ?? '')?.pathname ?? '')
}
