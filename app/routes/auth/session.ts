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
    const isTheirs = await enter(token, context.now(), (_tx: unknown, subject) =>
      Promise.resolve(isSameMark(mark, holderMarkOf(kind, subject, dataKeys))),
    ).catch(sayAway)
    if (typeof isTheirs === 'number') return new Response(null, { status: isTheirs })
    if (isTheirs) return new Response(null, { status: 204 })
  }
  return new Response(null, { status: 401 })
}

function sayAway(error: unknown): number {
  if (error instanceof Error && error.name === 'DatabaseAway') return 503
  throw error
}
