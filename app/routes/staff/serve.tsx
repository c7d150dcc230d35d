import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { findRequest } from '../../signing/staff/list-requests'
import { isServiceMethod, recordService } from '../../signing/staff/record-service'
import { RequestState } from '../../signing/staff/request-list'
import { ServiceForm, type ServiceFault } from '../../signing/staff/service-form'
import { stockholmClock, stockholmMoment } from '../../calendar/stockholm-moment'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'signing:staff.serve.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const found = await findRequest(tx, idFrom(params['requestId']))
    if (found?.act !== 'receipt') throw notFound()
    return { found, today: stockholmClock(context.now()).day }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const found = await findRequest(tx, idFrom(params['requestId']))
    if (found?.act !== 'receipt') throw notFound()
    const page = `${staffAt.document(found.caseId, found.documentId)}?delgiven=1`
    // A second press finds it done.
    if (found.state === 'servedOtherwise') return redirect(page, 303)
    const how = textOf(form, 'how')
    const servedOn = textOf(form, 'day')
    const faults: ServiceFault[] = []
    if (!isServiceMethod(how)) faults.push('how')
    if (!stockholmMoment(servedOn, '12:00')) faults.push('day')
    if (isServiceMethod(how) && faults.length === 0) {
      if (await recordService(tx, { requestId: found.id, how, servedOn })) return redirect(page, 303)
      faults.push('day')
    }
    return data({ how, servedOn, faults }, 400)
  })
}

export default function ServeRoute() {
  const { found, today } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const backHref = staffAt.document(found.caseId, found.documentId)
  return (
    <>
      <BackLink href={backHref}>
        <Swedish>{found.title}</Swedish>
      </BackLink>
      <PageHeading title={t('signing:staff.serve.heading', { name: found.personName })} />
      {['asked', 'declined', 'expired'].includes(found.state) ? (
        <ServiceForm posted={posted} today={today} backHref={backHref} />
      ) : (
        <RequestState one={found} />
      )}
    </>
  )
}
