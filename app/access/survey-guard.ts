import { redirect } from '@remix-run/node'
import type { RespondentTx } from '../../db/connect'
import type { Ticket } from '../../db/opening'
import { surveyAt } from '../addresses'
import type { RequestContext } from '../context'
import { notFound } from '../page/problem'
import { instrumentOf, type Instrument } from '../survey/instrument'
import { codeHash, codeIn } from '../survey/survey-code'
import { onTablet } from './survey-tablet'
import { readCookie } from './cookies'
import { sayUnavailable } from './guard'

/** `at` stands for the code in addresses. */
export type OpenSurvey = { code: string; at: string; instrument: Instrument; ticket: Ticket }

type Asked = { request: Request; params: { code?: string | undefined }; context: RequestContext }

/**
 * Runs a page's work in one transaction of role respondent, for the code in the address or on the tablet. The
 * browser's session is not looked at: who answers is nobody.
 * @throws the page "not found" for a code that there is not, or whose instrument the portal does not have
 */
export async function asRespondent<T>(
  { request, params, context }: Asked,
  work: (tx: RespondentTx, survey: OpenSurvey) => Promise<T>,
): Promise<T> {
  const at = params.code ?? ''
  const given = at === onTablet ? readCookie(request.headers.get('Cookie'), 'surveyCode', context.origin) : at
  const code = codeIn(given ?? '')
  if (!code) throw at === onTablet ? redirect(surveyAt.tablet, 303) : notFound()
  const done = await context.database
    .asRespondent(codeHash(code), context.now(), async (tx, ticket) => {
      const instrument = instrumentOf(context.surveys.instruments, ticket.instrument, ticket.version)
      if (!instrument) return null
      Object.assign(context.visitor, { municipalityName: ticket.municipalityName })
      return { value: await work(tx, { code, at, instrument, ticket }) }
    })
    .catch(sayUnavailable)
  if (!done) throw notFound()
  return done.value
}

/** Whether there is such a code, whatever can still be done with it. */
export async function isSurveyCode(code: string, context: RequestContext): Promise<boolean> {
  const found = await context.database
    .asRespondent(codeHash(code), context.now(), () => Promise.resolve(true))
    .catch(sayUnavailable)
  return found === true
}
