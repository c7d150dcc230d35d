import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { postedForm, textOf } from '../../access/posted-form'
import { idFrom } from '../../access/id'
import { Caseworkers, answererName } from '../../case/caseworkers'
import { discardDraft } from '../../draft/discard-draft'
import { draftIdIn } from '../../draft/draft-of'
import { beginForm, keepForm } from '../../draft/form-draft'
import { useLanguage } from '../../i18n/language-context'
import { notFound, notTaken } from '../../page/problem'
import { findAppeal, findAppealReceived, handInAppeal, writeAppeal } from '../../signing/appeal/appeal'
import { longestAppeal } from '../../signing/appeal/appeal-limit'
import { AppealPage } from '../../signing/appeal/appeal-page'
import { findAppealable, listAppealable } from '../../signing/request/signature-request'
import { stockholmClock } from '../../calendar/stockholm-moment'
import { textFault } from '../../text/written-text'
import { Notice } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'signing:appealTitle' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx, { municipalityName, municipalityPhone }) => {
    const { searchParams } = new URL(request.url)
    const [caseId, documentId] = [idFrom(params['caseId']), idFrom(params['documentId'])]
    const found = await findAppealable(tx, caseId, documentId, searchParams.get('fraga'))
    if (!found) throw notFound()
    const [newest] = await listAppealable(tx, caseId, documentId)
    return {
      found,
      isEarlier: newest!.id !== found.id,
      appeal: await findAppeal(tx, found.id),
      received: await findAppealReceived(tx, found.id),
      today: stockholmClock(context.now()).day,
      isSaved: searchParams.has('sparat'),
      canSign: context.bankId !== null && found.isAnswerable && !found.isJudgedSoon,
      municipality: municipalityName,
      municipalityPhone,
      begun: await beginForm(tx, draftOf(found)),
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    // What is written is of the version that stood on the page, whatever has been corrected since.
    const requestId = textOf(form, 'request')
    const text = textOf(form, 'text').trim()
    const gone = () => notTaken(text)
    const [caseId, documentId] = [idFrom(params['caseId'], gone), idFrom(params['documentId'], gone)]
    const found = await findAppealable(tx, caseId, documentId, requestId)
    if (found?.id !== requestId) throw gone()
    const here = personAt.appeal(found.caseId, found.documentId, found.id)
    if (form.get('step') === 'handIn') {
      if (!(await handInAppeal(tx, found.id))) throw gone()
      return redirect(here, 303)
    }
    const fault = textFault(text, longestAppeal)
    const draftId = draftIdIn(form)
    if (fault) {
      const isKept = (await keepForm(tx, draftOf(found), { id: draftId, text })) === 'saved'
      return data({ text, draftId, fault, isKept }, 400)
    }
    // The time may have run out, or it was handed in from another tab: the page says so, and keeps the text.
    if (!(await writeAppeal(tx, found.id, text)))
      return data({ text, draftId, fault: null, isKept: false }, 409)
    await discardDraft(tx, draftId)
    return redirect(`${here}&sparat=1`, 303)
  })
}

const draftOf = (found: { id: string; caseId: string; documentId: string }) => ({
  kind: 'appeal' as const,
  caseId: found.caseId,
  documentId: found.documentId,
  requestId: found.id,
})

export default function AppealRoute() {
  const { found, isEarlier, appeal, received, today, isSaved, begun, municipalityPhone, ...before } =
    useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const caseworker = answererName(found.caseworkers) ?? t('case:caseworker.unnamed')
  const text = posted?.text ?? (begun.savedAt ? begun.text : (appeal?.text ?? ''))
  const errorOf = () => {
    if (posted && !posted.fault) return t('signing:appeal.lateHelp', { name: caseworker })
    // What was kept too long is told again wherever it is taken up.
    const fault = posted?.fault ?? textFault(text, longestAppeal)
    if (fault?.fault === 'tooLong')
      return t(`signing:appeal.tooLong.${posted && !posted.isKept ? 'notKept' : 'kept'}`, {
        over: fault.typed - longestAppeal,
        most: longestAppeal,
      })
    return posted ? t('signing:fault.empty') : undefined
  }
  return (
    <>
      <BackLink href={personAt.document(found.caseId, found.documentId)}>
        <Swedish>{found.title}</Swedish>
      </BackLink>
      <PageHeading title={t('signing:appeal.heading')} lead={t('signing:appeal.lead')} />
      {isEarlier ? (
        <Notice tone="info">{t('signing:appeal.earlier.about', { number: found.version })}</Notice>
      ) : null}
      <AppealPage
        request={found}
        appeal={appeal}
        received={received}
        caseworker={caseworker}
        today={today}
        isSaved={isSaved}
        draft={{
          of: draftOf(found),
          id: posted?.draftId ?? begun.id,
          savedAt: posted ? null : begun.savedAt,
        }}
        text={text}
        error={errorOf()}
        before={before}
      />
      {/* When they can be reached is when it can be handed over. */}
      <Caseworkers {...found} municipalityPhone={municipalityPhone} />
    </>
  )
}
