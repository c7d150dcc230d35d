import { data, redirect } from '@remix-run/node'
import type { TogetherTx } from '../../db/connect'
import type { OpenReading } from '../../db/opening'
import { togetherAt } from '../addresses'
import type { RequestContext } from '../context'
import { readCookie, sessionTokenOf } from './cookies'
import { admitForm } from './form-of-another'
import { sayUnavailable } from './guard'
import { holderMarkOf } from './holder-mark'

type Arrival = { request: Request; context: RequestContext; form?: FormData }

/**
 * Runs a page's work in one transaction of role together, for the reading that this device was opened for. No other
 * session of the browser is looked at.
 * @throws a redirect to where a code is typed when it is over, and a page that says so when what was sent was drawn for
 * another reading
 */
export async function asTogether<T>(
  { request, context, form }: Arrival,
  work: (tx: TogetherTx, reading: OpenReading) => Promise<T>,
): Promise<T> {
  const token = sessionTokenOf(readCookie(request.headers.get('Cookie'), 'together', context.origin))
  const done =
    token &&
    (await context.database
      .asTogether(token, context.now(), async (tx, reading) => {
        const { readingId, municipalityName, secondsLeft } = reading
        const subject = { municipalityId: token.municipalityId, subjectId: readingId }
        const holder = holderMarkOf('together', subject, context.dataKeys)
        Object.assign(context.visitor, { municipalityName, secondsLeft, holder })
        if (request.method === 'POST')
          admitForm({ request, form, door: togetherAt.enter, holder, keys: context.dataKeys })
        return { value: await work(tx, reading) }
      })
      .catch(sayUnavailable))
  if (!done) throw redirect(togetherAt.enter, 303)
  return done.value
}

/** The page, and that it goes away by itself when the hour is over, with or without script. */
export function whileOpen<T>(page: T, { secondsLeft }: OpenReading) {
  return data(page, { headers: { Refresh: `${secondsLeft + 1}; url=${togetherAt.enter}` } })
}

/** Whether this device is open for a reading. Shows nothing of it. */
export async function holdsReading({ request, context }: Arrival): Promise<boolean> {
  const token = sessionTokenOf(readCookie(request.headers.get('Cookie'), 'together', context.origin))
  if (!token) return false
  const held = await context.database
    .asTogether(token, context.now(), () => Promise.resolve(true))
    .catch(sayUnavailable)
  return held === true
}
