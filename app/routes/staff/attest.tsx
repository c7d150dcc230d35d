import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { AttestForm } from '../../signing/decision/attest-form'
import { attestPaper, findPaper } from '../../signing/decision/attest-paper'
import { findRequest } from '../../signing/staff/list-requests'
import { RequestState } from '../../signing/staff/request-list'
import { stockholmClock, stockholmMoment } from '../../calendar/stockholm-moment'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'decision:paper.title' }

async function findDecisionOf(tx: StaffTx, requestId: string) {
  const found = await findRequest(tx, requestId)
  const paper = found && (await findPaper(tx, found.id))
  if (!found || !paper) throw notFound()
  return { found, paper }
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => ({
    ...(await findDecisionOf(tx, idFrom(params['requestId']))),
    now: stockholmClock(context.now()),
  }))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const { found } = await findDecisionOf(tx, idFrom(params['requestId']))
    const page = staffAt.document(found.caseId, found.documentId)
    // A second press finds it done.
    if (found.state === 'signed') return redirect(page, 303)
    const [day, time] = [textOf(form, 'day'), textOf(form, 'time')]
    const signedAt = stockholmMoment(day, time)
    if (signedAt && (await attestPaper(tx, { requestId: found.id, signedAt }))) return redirect(page, 303)
    return data({ day, time, isWrong: true }, 400)
  })
}

export default function AttestRoute() {
  const { found, paper, now } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>() ?? { ...now, isWrong: false }
  const { t } = useLanguage()
  const backHref = staffAt.document(found.caseId, found.documentId)
  return (
    <>
      <BackLink href={backHref}>
        <Swedish>{found.title}</Swedish>
      </BackLink>
      <PageHeading title={t('decision:paper.title')} lead={t('decision:paper.lead')} />
      {['asked', 'declined'].includes(found.state) ? (
        <AttestForm
          requestId={found.id}
          signer={found.personName}
          paper={paper}
          posted={posted}
          backHref={backHref}
        />
      ) : (
        <RequestState one={found} />
      )}
    </>
  )
}
