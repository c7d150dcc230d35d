import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { publicAt } from '../../addresses'
import { heldToken } from '../../access/admission'
import { holderMarkOf, isSameMark, postedMarkOf } from '../../access/holder-mark'
import { postedForm } from '../../access/posted-form'

export function loader() {
  return redirect(publicAt.front, 303)
}

/**
 * "Stay signed in": 204 and a later end when the session of whoever the page was drawn for lives, otherwise 401. A
 * browser may hold a person's and a staff session; the page's mark tells which is meant.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const mark = postedMarkOf(request, await postedForm(request))
  const { database, dataKeys } = context
  for (const [kind, enter] of [
    ['person', database.asPerson],
    ['staff', database.asStaff],
  ] as const) {
    const token = heldToken({ request, context }, kind)
    if (!token) continue
    const status = await enter(token, context.now(), (_tx: unknown, subject) =>
      isSameMark(mark, holderMarkOf(kind, subject, dataKeys))
        ? Promise.resolve(204)
        : Promise.reject(new NotTheirs()),
    ).catch(statusOf)
    if (status !== null) return new Response(null, { status })
  }
  return new Response(null, { status: 401 })
}

/** Rolls the look at the session back, so that it lives no longer for it. */
class NotTheirs extends Error {}

function statusOf(error: unknown): number | null {
  if (error instanceof NotTheirs) return null
  if (error instanceof Error && error.name === 'DatabaseAway') return 503
  throw error
}
