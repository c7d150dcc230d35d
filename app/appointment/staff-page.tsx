import { staffAt } from '../addresses'
import { At } from '../case/at'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { Notice } from '../ui/notice'
import { BackLink } from '../ui/page/back-link'
import { PageHeading } from '../ui/page/layout'
import { WorkColumns } from '../ui/page/work-columns'
import { WorkHeading } from '../ui/page/work-heading'
import { AppointmentForm } from './appointment-form'
import type { AppointmentValues } from './appointment-in'
import { CallOffForm, HoldForm } from './call-off-form'
import type { Posted } from './change-by-form'
import type { AppointmentCase } from './find-appointment-case'
import type { StaffAppointment } from './staff-appointments'
import { StaffAppointmentFacts, WhoSeesWhat } from './staff-facts'
import { StaffPoints } from './staff-points'
import { StaffTimeRequests } from './staff-requests'

type StaffAppointmentPageProps = {
  appointmentId: string
  appointment: StaffAppointment
  found: AppointmentCase
  values: AppointmentValues
  isChanging: boolean
  became: 'planned' | 'changed' | 'cancelled' | null
  posted: Posted | undefined
}

/** A meeting, with what the family wrote to it on the left and what each of them sees beside. */
export function StaffAppointmentPage(page: StaffAppointmentPageProps) {
  const { appointment, posted, became } = page
  const { t } = useLanguage()
  const { caseId, childName, startsAt, state } = appointment
  const isOpen = state === 'planned' || state === 'moved'
  const isForm = posted ? posted.deed === 'change' : page.isChanging && isOpen
  return (
    <>
      <BackLink href={staffAt.appointments(caseId)}>
        {t('appointment:staff.heading', { name: childName })}
      </BackLink>
      <WorkHeading heading={<PageHeading title={<At moment={startsAt} />} detail={<bdi>{childName}</bdi>} />}>
        {isOpen && !isForm ? <Deeds {...page} /> : null}
      </WorkHeading>
      {became && !posted ? (
        <Notice tone="done" heading={t(`appointment:staff.done.${became}`)}>
          {t('appointment:staff.done.told')}
        </Notice>
      ) : null}
      {posted?.deed === 'hold' ? (
        <Notice tone="warn">{t(`appointment:staff.fault.${posted.fault}`)}</Notice>
      ) : null}
      <WorkColumns
        beside={
          <>
            <StaffAppointmentFacts appointment={appointment} />
            <WhoSeesWhat appointment={appointment} />
          </>
        }
      >
        {isForm ? (
          <Change {...page} />
        ) : (
          <>
            <StaffTimeRequests
              appointment={appointment}
              posted={posted?.deed === 'answer' ? posted : undefined}
            />
            <StaffPoints appointment={appointment} posted={posted?.deed === 'point' ? posted : undefined} />
            {isOpen || posted?.deed === 'cancel' ? (
              <CallOffForm
                version={appointment.version}
                posted={posted?.deed === 'cancel' ? posted : undefined}
              />
            ) : null}
          </>
        )}
      </WorkColumns>
    </>
  )
}

function Deeds({ appointmentId, appointment }: StaffAppointmentPageProps) {
  const { t } = useLanguage()
  return (
    <>
      {appointment.hasBegun ? <HoldForm version={appointment.version} /> : null}
      <ButtonLink
        variant={appointment.hasBegun ? 'secondary' : 'primary'}
        href={staffAt.changeAppointment(appointmentId)}
      >
        {t('appointment:staff.change')}
      </ButtonLink>
    </>
  )
}

/** After a colleague's change the form is kept as it was typed, and saved over theirs only when it is sent again. */
function Change({ appointmentId, appointment, found, values, posted }: StaffAppointmentPageProps) {
  const typed = posted?.deed === 'change' ? posted : { values, faults: [], checked: { looked: [], seen: [] } }
  const isOvertaken = typed.faults.some(({ fault }) => fault === 'changed')
  return (
    <AppointmentForm
      found={found}
      values={isOvertaken ? { ...typed.values, version: appointment.version } : typed.values}
      faults={typed.faults}
      checked={typed.checked}
      backHref={staffAt.appointment(appointmentId)}
    />
  )
}
