import type { RespondentTx, Ticket } from '../../db/connect'
import type { RequestContext } from '../context'
import { notFound, unavailable } from '../page/problem'
import { instrumentOf, type Instrument } from '../survey/instrument'
import { codeHash, codeIn } from '../survey/survey-code'

export type OpenSurvey = { code: string; instrument: Instrument; ticket: Ticket }

type Asked = { code: string | undefined; context: RequestContext }

/**
 * Runs a page's work in one transaction of role respondent, for the code in the address. The browser's session is not
 * looked at: who answers is nobody.
 * @throws the page "not found" for a code that there is not, or whose instrument the portal does not have
 */
export async function asRespondent<T>(
  { code: given, context }: Asked,
  work: (tx: RespondentTx, survey: OpenSurvey) => Promise<T>,
): Promise<T> {
  const code = codeIn(given ?? '')
  if (!code) throw notFound()
  const done = await context.database
    .asRespondent(codeHash(code), context.now(), async (tx, ticket) => {
      const instrument = instrumentOf(context.surveys.instruments, ticket.instrument, ticket.version)
      if (!instrument) return null
      Object.assign(context.visitor, { municipalityName: ticket.municipalityName })
      return { value: await work(tx, { code, instrument, ticket }) }
    })
    .catch((error: unknown): never => {
      throw error instanceof Error && error.name === 'DatabaseAway' ? unavailable() : error
    })
  if (!done) throw notFound()
  return done.value
}
