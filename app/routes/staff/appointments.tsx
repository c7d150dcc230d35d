import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { listStaffAppointments } from '../../appointment/staff-appointments'
import { StaffAppointmentList } from '../../appointment/staff-list'
import { useLanguage } from '../../i18n/language-context'
import { findCaseChild } from '../../note/draft/find-case-child'
import { notFound } from '../../page/problem'
import { ButtonLink } from '../../ui/form/button'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { WorkHeading } from '../../ui/page/work-heading'

export const handle = { script: false, title: 'appointment:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const caseId = idFrom(params['caseId'])
    const childName = await findCaseChild(tx, caseId)
    if (childName === undefined) throw notFound()
    return { caseId, childName, appointments: await listStaffAppointments(tx, caseId) }
  })
}

export default function StaffAppointmentsRoute() {
  const { caseId, childName, appointments } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('dictation:desk.back', { name: childName })}</BackLink>
      <WorkHeading heading={<PageHeading title={t('appointment:staff.heading', { name: childName })} />}>
        <ButtonLink variant="primary" href={staffAt.newAppointment(caseId)}>
          {t('appointment:staff.new')}
        </ButtonLink>
      </WorkHeading>
      <StaffAppointmentList appointments={appointments} />
    </>
  )
}
