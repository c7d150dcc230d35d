import { redirect, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { identificationAt } from '../../addresses'
import { admit, heldToken } from '../../access/admission'
import { readCookie } from '../../access/cookies'
import { asService } from '../../access/guard'
import type { Identified } from '../../oidc/identity-provider'
import {
  agreeOnAccount,
  findPeople,
  listMunicipalityContacts,
  offerMunicipalities,
  recordRefusal,
} from '../../access/known-people'
import { takePending, type PendingSignIn } from '../../access/pending-identification'
import { doors, kindOfState } from '../../oidc/sign-in-kind'
import { outcomeOf } from '../../access/sign-in-outcome'
import { SignInOutcomePage } from '../../access/sign-in-outcome-page'
import { completeSignature } from '../../signing/evidence/complete-signature'
import { withOutcome } from '../../signing/page/sign-outcome'
import { accountHash, lookupHash } from '../../person/personal-identity-number'

export const handle = { script: false, title: 'access:outcome.title' }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** The only GET that changes something: it takes the pending sign-in, once, in the browser that began it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const [state, ...more] = query.getAll('state')
  const browser = readCookie(request.headers.get('Cookie'), 'signIn', context.origin)
  const kind = kindOfState(state)
  const session = heldToken({ request, context }, kind)
  const pending =
    state && browser && more.length === 0
      ? await asService(context, (tx) => takePending(tx, { state, browser, session }))
      : undefined
  if (pending?.purpose === 'signature') {
    const outcome = await completeSignature(context, { pending, query, state: state! })
    return redirect(outcome ? withOutcome(pending.returnTo, outcome) : pending.returnTo, 303)
  }
  if (!state || !browser || !pending) {
    return outcomeOf(context, { outcome: 'lost', kind, returnTo: doors[kind].home })
  }
  const answer = await context.identityProviders[pending.kind].finish({ query, state, ...pending })
  if ('refused' in answer) {
    return outcomeOf(context, { ...pending, outcome: answer.refused, detail: answer.detail })
  }
  const { level, eId, transaction } = answer
  context.log.info(
    { event: 'identified', kind, loa: level, eId, transaction, requestId: context.requestId },
    'somebody identified',
  )
  return letIn({ request, context }, { pending, answer, browser })
}

type Arrival = Pick<LoaderFunctionArgs, 'request' | 'context'>
type Taken = { pending: PendingSignIn; answer: Identified; browser: string }

function letIn(arrival: Arrival, { pending: { kind, returnTo }, answer, browser }: Taken) {
  const { context } = arrival
  const number = lookupHash(answer.number, context.dataKeys)
  const account = accountHash(answer.account, context.dataKeys)
  return asService(context, async (tx) => {
    if (!(await agreeOnAccount(tx, { kind, account, number, device: context.device }))) {
      const contacts = kind === 'person' ? await listMunicipalityContacts(tx) : []
      return outcomeOf(context, {
        outcome: 'failed',
        kind,
        returnTo,
        contacts,
        detail: 'account of another number',
      })
    }
    const people = await findPeople(tx, kind, number)
    const welcome = people.filter((person) => person.outcome === 'welcome')
    const [only, ...others] = welcome
    if (only && others.length === 0) return admit(arrival, tx, { ...only, kind, returnTo })
    if (only) {
      await offerMunicipalities(tx, { browser, kind, people: welcome, returnTo })
      return redirect(identificationAt.municipality, 303)
    }
    for (const person of people) await recordRefusal(tx, person, context.device)
    const young = people.filter((person) => person.outcome === 'readsWithAdult')
    if (young.length > 0) {
      const contacts = young.map(({ municipalityName, municipalityPhone }) => ({
        name: municipalityName,
        phone: municipalityPhone,
      }))
      return outcomeOf(context, { outcome: 'readsWithAdult', kind, returnTo, contacts })
    }
    // Unknown people, and known ones without a case, get the same answer.
    const contacts = kind === 'person' ? await listMunicipalityContacts(tx) : []
    return outcomeOf(context, {
      outcome: kind === 'person' ? 'unknown' : 'unknownStaff',
      kind,
      returnTo,
      contacts,
    })
  })
}

export default function CallbackRoute() {
  return <SignInOutcomePage ended={useLoaderData<typeof loader>()} />
}
