import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import type { Subject } from '../../../db/opening'
import { readCookie, setCookie } from '../../access/cookies'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { browserSecret, pendingFor } from '../../access/pending-identification'
import { postedForm, textOf } from '../../access/posted-form'
import { useLanguage } from '../../i18n/language-context'
import { notFound, notTaken, overtaken } from '../../page/problem'
import { Decide, DecisionPage } from '../../signing/decision/decision-page'
import { DecisionState } from '../../signing/decision/decision-state'
import {
  decidesAs,
  declineDecision,
  findDecision,
  findDecisionToSign,
  listFollowing,
  readDecision,
} from '../../signing/decision/decisions'
import { LeavingPage } from '../../signing/page/leaving-page'
import { outcomeIn, SignOutcome, withOutcome } from '../../signing/page/sign-outcome'
import { longestDecline } from '../../signing/request/decline-limit'
import { orderSignature } from '../../signing/request/order-signature'
import { visibleTextOf } from '../../signing/visible-text'
import { textFault } from '../../text/written-text'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'decision:title' }

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx, { municipalityName }) => {
    const found = await findDecision(tx, idFrom(params['requestId']))
    const content = found && (await readDecision(tx, found.id))
    if (!content) throw notFound()
    const as = decidesAs(found)
    return {
      found,
      decidesAs: as,
      content,
      following: await listFollowing(tx, found.id),
      visibleText: visibleTextOf({ ...found, municipality: municipalityName, decidesAs: as }),
      canSign: context.bankId !== null,
      outcome: outcomeIn(new URL(request.url).searchParams),
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  const as = <T,>(work: (tx: StaffTx, subject: Subject) => Promise<T>) =>
    asStaff({ request, context, form }, work)
  const words = textOf(form, 'words').trim()
  const gone = () => notTaken(words)
  // Under the guard, so that what is no id gets the same page as an unknown one.
  const requestId = await as(() => Promise.resolve(idFrom(params['requestId'], gone)))
  const page = staffAt.decision(requestId)
  if (form.get('step') === 'sign') {
    const browser = browserSecret(readCookie(request.headers.get('Cookie'), 'signIn', context.origin))
    const find = async (tx: StaffTx) => {
      const found = await findDecisionToSign(tx, requestId)
      if (!found) throw gone()
      return found
    }
    const ordered = await orderSignature(context, { kind: 'staff', as, find, browser })
    if ('page' in ordered) {
      return redirect(ordered.ended ? withOutcome(ordered.page, ordered.ended) : ordered.page, 303)
    }
    const cookie = setCookie('signIn', browser, context.origin, pendingFor)
    return data({ ...ordered, words: '', fault: null }, { headers: { 'Set-Cookie': cookie } })
  }
  return as(async (tx) => {
    const found = await findDecision(tx, requestId)
    if (!found) throw gone()
    const fault = words === '' ? null : textFault(words, longestDecline)
    if (fault) return data({ leaving: null, words, fault }, 400)
    if (!(await declineDecision(tx, found.id, words || null)) && words) throw overtaken(page, words)
    return redirect(page, 303)
  })
}

export default function DecisionRoute() {
  const {
    found,
    decidesAs: as,
    content,
    following,
    visibleText,
    canSign,
    outcome,
  } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t, dates } = useLanguage()
  if (posted?.leaving) return <LeavingPage {...posted.leaving} />
  const declined = posted?.fault
    ? {
        words: posted.words,
        error: t(`signing:fault.${posted.fault.fault}`, { ...posted.fault, most: longestDecline }),
      }
    : undefined
  return (
    <>
      <BackLink href={staffAt.decisions}>{t('decision:title')}</BackLink>
      <PageHeading
        title={<Swedish>{found.title}</Swedish>}
        detail={`${dates.day(found.datedOn)} · ${found.caseNumber}`}
      />
      <SignOutcome outcome={outcome} caseworker={found.askedBy} isSigned={found.state === 'signed'} />
      <DecisionState decision={found} />
      <DecisionPage decision={found} decidesAs={as} content={content} following={following} />
      {found.isAnswerable && !found.isJudgedSoon ? (
        canSign ? (
          <Decide decision={found} visibleText={visibleText} declined={declined} />
        ) : (
          <p>{t('decision:noBankId', { name: found.askedBy })}</p>
        )
      ) : null}
    </>
  )
}
