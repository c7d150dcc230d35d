import { data } from '@remix-run/node'
import type { RequestContext } from '../context'
import type { MunicipalityContact } from './known-people'
import { signInPath } from './return-path'
import type { SignInKind } from '../oidc/sign-in-kind'
import type { Refusal } from '../oidc/sign-in-refused'

type OutcomeName =
  Refusal['refused'] | 'lost' | 'unknown' | 'unknownStaff' | 'readsWithAdult' | 'tooManyTries'

export type SignInOutcome = {
  outcome: OutcomeName
  code: number
  tryAgain: string
  /** Telephones for those whom another try will not help. */
  contacts: MunicipalityContact[]
}

const codes: Record<OutcomeName, number> = {
  cancelled: 400,
  lost: 400,
  levelTooLow: 403,
  unknown: 403,
  unknownStaff: 403,
  readsWithAdult: 403,
  tooManyTries: 429,
  failed: 502,
  brokerAway: 503,
}
const retryAfter: Partial<Record<OutcomeName, number>> = { tooManyTries: 900, brokerAway: 60 }

type OutcomeParts = {
  outcome: OutcomeName
  kind: SignInKind
  returnTo: string
  /** For the log; never a value of a claim. */
  detail?: string
  contacts?: MunicipalityContact[]
}

export function outcomeOf(
  { log, requestId }: RequestContext,
  { outcome, kind, returnTo, detail, contacts }: OutcomeParts,
) {
  log.warn(
    { event: 'signInEnded', reason: outcome, kind, requestId, ...(detail && { detail }) },
    'nobody was let in',
  )
  const wait = retryAfter[outcome]
  const shown: SignInOutcome = {
    outcome,
    code: codes[outcome],
    tryAgain: signInPath(kind, returnTo),
    contacts: contacts ?? [],
  }
  return data(shown, { status: codes[outcome], headers: wait ? { 'Retry-After': String(wait) } : {} })
}
