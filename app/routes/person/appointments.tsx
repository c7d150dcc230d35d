import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { listOwnAppointments } from '../../appointment/own-appointments'
import { OwnAppointmentList } from '../../appointment/own-list'
import { CaseMenu } from '../../case/case-menu'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { EmptyState } from '../../ui/notice'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'appointment:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx) => {
    const found = await listOwnAppointments(tx, idFrom(params['caseId']))
    if (!found) throw notFound()
    return { found }
  })
}

export default function AppointmentsRoute() {
  const { found } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <CaseMenu found={found} here="times" />
      <PageHeading title={t('appointment:title')} />
      {found.appointments.length + found.calledOff.length > 0 ? (
        <OwnAppointmentList found={found} />
      ) : (
        <>
          <EmptyState heading={t('appointment:none.heading')}>{t('appointment:none.text')}</EmptyState>
          <p>
            <a href={personAt.newQuestion(found.id)}>{t('message:ask')}</a>
          </p>
        </>
      )}
    </>
  )
}
