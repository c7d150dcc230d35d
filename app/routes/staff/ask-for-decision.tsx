import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { findStaffDocument } from '../../document/staff/read-staff-document'
import { useLanguage } from '../../i18n/language-context'
import { notFound, notTaken } from '../../page/problem'
import {
  askForDecision,
  findVersionToDecide,
  listDeciders,
  listGrounds,
  saysWhy,
} from '../../signing/decision/ask-for-decision'
import { AskForm, type AskFault } from '../../signing/decision/ask-form'
import { canStandInPdf } from '../../signing/decision/can-stand-in-pdf'
import { longestReason } from '../../signing/decision/reason-limit'
import { textFault } from '../../text/written-text'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'decision:ask.title' }

async function findOpen(
  tx: StaffTx,
  params: LoaderFunctionArgs['params'],
  missing: () => unknown = notFound,
) {
  const ids = [idFrom(params['caseId'], missing), idFrom(params['documentId'], missing)] as const
  const document = await findStaffDocument(tx, ...ids)
  const versionId = document && (await findVersionToDecide(tx, document.id))
  if (!document || !versionId) throw missing()
  const choices = { deciders: await listDeciders(tx), grounds: await listGrounds(tx) }
  return { document, versionId, isReasoned: await saysWhy(tx, versionId), ...choices }
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, (tx) => findOpen(tx, params))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  const cannotWait = textOf(form, 'cannotWait').trim()
  const gone = () => notTaken(cannotWait)
  await asStaff({ request, context, form }, (tx) => findOpen(tx, params, gone))
  // The compiler works outside of transactions.
  const canBePrinted = await canStandInPdf(cannotWait)
  return asStaff({ request, context, form }, async (tx) => {
    const { document, versionId, isReasoned, deciders, grounds } = await findOpen(tx, params, gone)
    const [who, ground] = [textOf(form, 'who'), textOf(form, 'ground')]
    const law = grounds.find((one) => one.ground === ground)?.law
    const faults: AskFault[] = []
    if (!deciders.some((one) => one.staffId === who && (!law || one.law === law))) faults.push('who')
    if (!law) faults.push('ground')
    if (!isReasoned && (!canBePrinted || textFault(cannotWait, longestReason))) faults.push('cannotWait')
    if (faults.length === 0) {
      if (await askForDecision(tx, { versionId, staffId: who, ground, cannotWait }))
        return redirect(staffAt.document(document.caseId, document.id), 303)
      faults.push('who')
    }
    return data({ who, ground, cannotWait, faults }, 400)
  })
}

export default function AskForDecisionRoute() {
  const { document, isReasoned, deciders, grounds } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const backHref = staffAt.document(document.caseId, document.id)
  return (
    <>
      <BackLink href={backHref}>
        <Swedish>{document.title}</Swedish>
      </BackLink>
      <PageHeading title={t('decision:ask.title')} lead={t('decision:ask.lead')} />
      <AskForm
        deciders={deciders}
        grounds={grounds}
        asksWhy={!isReasoned}
        posted={posted}
        backHref={backHref}
      />
    </>
  )
}
