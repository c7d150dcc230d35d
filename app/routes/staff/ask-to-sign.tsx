import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { findStaffDocument } from '../../document/staff/read-staff-document'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { AskForm } from '../../signing/staff/ask-form'
import { askToSign, listAskable, type AskFault } from '../../signing/staff/ask-to-sign'
import { listRequests } from '../../signing/staff/list-requests'
import { stockholmMoment } from '../../calendar/stockholm-moment'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'signing:staff.ask.title' }

async function find(tx: StaffTx, params: LoaderFunctionArgs['params']) {
  const document = await findStaffDocument(tx, idFrom(params['caseId']), idFrom(params['documentId']))
  if (!document) throw notFound()
  return { document, askable: await listAskable(tx, document.id) }
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx, { givenName }) => ({
    ...(await find(tx, params)),
    caseworker: givenName,
  }))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const { document, askable } = await find(tx, params)
    const whom = textOf(form, 'whom')
    const answerOn = textOf(form, 'day')
    const isWhom = ({ personId, act }: { personId: string; act: string }) => `${personId} ${act}` === whom
    const done = `${staffAt.document(document.caseId, document.id)}?fragad=1`
    const chosen = askable.find(isWhom)
    // A second press finds them asked.
    if (!chosen && (await listRequests(tx, document.id)).some((one) => one.state === 'asked' && isWhom(one)))
      return redirect(done, 303)
    const faults: AskFault[] = []
    if (!chosen) faults.push('whom')
    if (!stockholmMoment(answerOn, '12:00')) faults.push('day')
    if (chosen && faults.length === 0) {
      const fault = await askToSign(tx, { ...chosen, documentId: document.id, answerOn })
      if (!fault) return redirect(done, 303)
      faults.push(fault)
    }
    return data({ whom, answerOn, faults }, 400)
  })
}

export default function AskToSignRoute() {
  const { document, askable, caseworker } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const backHref = staffAt.document(document.caseId, document.id)
  return (
    <>
      <BackLink href={backHref}>
        <Swedish>{document.title}</Swedish>
      </BackLink>
      <PageHeading title={t('signing:staff.ask.heading')} lead={t('signing:staff.ask.lead')} />
      {askable.length === 0 ? (
        <p>{t('signing:staff.ask.nobody')}</p>
      ) : (
        <AskForm askable={askable} posted={posted} caseworker={caseworker} backHref={backHref} />
      )}
    </>
  )
}
