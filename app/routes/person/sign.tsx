import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import type { PersonTx } from '../../../db/connect'
import type { Subject } from '../../../db/opening'
import { readCookie, setCookie } from '../../access/cookies'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { browserSecret, pendingFor } from '../../access/pending-identification'
import { postedForm, textOf } from '../../access/posted-form'
import { answererName } from '../../case/caseworkers'
import { discardDraft } from '../../draft/discard-draft'
import { draftIdIn } from '../../draft/draft-of'
import { beginForm, keepForm } from '../../draft/form-draft'
import { useLanguage } from '../../i18n/language-context'
import { overtaken, notFound, notTaken } from '../../page/problem'
import { longestDecline } from '../../signing/request/decline-limit'
import { declineSignature } from '../../signing/request/decline-signature'
import { orderSignature } from '../../signing/request/order-signature'
import { outcomeIn, SignOutcome, withOutcome } from '../../signing/page/sign-outcome'
import { findSignatureRequest, toSign } from '../../signing/request/signature-request'
import { withdrawConsent } from '../../signing/request/withdraw-consent'
import { LeavingPage } from '../../signing/page/leaving-page'
import { SignPage } from '../../signing/page/sign-page'
import { AfterSigning, SignState } from '../../signing/page/sign-state'
import { visibleTextOf } from '../../signing/visible-text'
import { textFault } from '../../text/written-text'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'signing:title' }

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

type Params = LoaderFunctionArgs['params']

/** `requestId` null: the first that is asked. */
const find = (tx: PersonTx, params: Params, requestId: string | null, gone: () => unknown = notFound) =>
  findSignatureRequest(tx, idFrom(params['caseId'], gone), idFrom(params['documentId'], gone), requestId)

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return asPerson({ request, context }, async (tx, { municipalityName }) => {
    const found = await find(tx, params, searchParams.get('fraga'))
    if (!found || !context.bankId) throw notFound()
    return {
      found,
      visibleText: visibleTextOf({ ...found, municipality: municipalityName }),
      outcome: outcomeIn(searchParams),
      begun: await beginForm(tx, draftOf(found)),
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  const as = <T,>(work: (tx: PersonTx, subject: Subject) => Promise<T>) =>
    asPerson({ request, context, form }, work)
  const words = textOf(form, 'words').trim()
  // What is answered is what stood on the page, whatever else is asked by now.
  const posted = async (tx: PersonTx) => {
    const requestId = textOf(form, 'request')
    const gone = () => notTaken(words)
    const found = await find(tx, params, requestId, gone)
    if (found?.id !== requestId) throw gone()
    return found
  }
  const step = form.get('step')
  if (step === 'sign') {
    const browser = browserSecret(readCookie(request.headers.get('Cookie'), 'signIn', context.origin))
    const find = async (tx: PersonTx) => toSign(await posted(tx))
    const ordered = await orderSignature(context, { kind: 'person', as, find, browser })
    if ('page' in ordered) {
      return redirect(ordered.ended ? withOutcome(ordered.page, ordered.ended) : ordered.page, 303)
    }
    const cookie = setCookie('signIn', browser, context.origin, pendingFor)
    return data({ ...ordered, words: '', draftId: '', fault: null }, { headers: { 'Set-Cookie': cookie } })
  }
  return as(async (tx) => {
    const found = await posted(tx)
    const page = personAt.signRequest(found.caseId, found.documentId, found.id)
    if (step === 'withdraw') {
      await withdrawConsent(tx, found.id)
      return redirect(page, 303)
    }
    const fault = words === '' ? null : textFault(words, longestDecline)
    const draftId = draftIdIn(form)
    if (fault) {
      await keepForm(tx, draftOf(found), { id: draftId, text: words })
      return data({ leaving: null, words, draftId, fault }, 400)
    }
    if (!(await declineSignature(tx, found.id, words || null)) && words) throw overtaken(page, words)
    await discardDraft(tx, draftId)
    return redirect(page, 303)
  })
}

const draftOf = (found: { id: string; caseId: string; documentId: string }) => ({
  kind: 'decline' as const,
  caseId: found.caseId,
  documentId: found.documentId,
  requestId: found.id,
})

export default function SignRoute() {
  const { found, visibleText, outcome, begun } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const caseworker = answererName(found.caseworkers) ?? t('case:caseworker.unnamed')
  if (posted?.leaving) return <LeavingPage {...posted.leaving} />
  const isToSign = found.isAnswerable && !found.isJudgedSoon
  return (
    <>
      <BackLink href={personAt.document(found.caseId, found.documentId)}>
        <Swedish>{found.title}</Swedish>
      </BackLink>
      <PageHeading title={t(`signing:heading.${found.act}`)} />
      <SignOutcome outcome={outcome} caseworker={caseworker} isSigned={found.state === 'signed'} />
      <SignState request={found} caseworker={caseworker} />
      {isToSign ? (
        <SignPage
          request={found}
          visibleText={visibleText}
          caseworker={caseworker}
          begun={{
            of: draftOf(found),
            id: posted?.draftId ?? begun.id,
            savedAt: posted ? null : begun.savedAt,
            text: begun.text,
          }}
          declined={
            posted?.fault
              ? {
                  words: posted.words,
                  error: t(`signing:fault.${posted.fault.fault}`, { ...posted.fault, most: longestDecline }),
                }
              : undefined
          }
        />
      ) : (
        <AfterSigning request={found} caseworker={caseworker} />
      )}
    </>
  )
}
