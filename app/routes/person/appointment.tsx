import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { beginPoint } from '../../appointment/begin-point'
import { pointDraft, type BegunPoint } from '../../appointment/point-draft'
import { findOwnAppointment, type OwnAppointment } from '../../appointment/own-appointments'
import { OwnChange, OwnFacts } from '../../appointment/own-facts'
import { OwnLinks } from '../../appointment/own-links'
import { OwnPoints } from '../../appointment/own-points'
import { OwnRequests } from '../../appointment/own-requests'
import { removePoint, writePoint } from '../../appointment/own-words'
import { findTakenOut } from '../../appointment/taken-out'
import { TakenOutPage } from '../../appointment/taken-out-page'
import { pointIn } from '../../appointment/words-in'
import { At } from '../../case/at'
import { answererName } from '../../case/caseworkers'
import { discardDraft } from '../../draft/discard-draft'
import { keepForm } from '../../draft/form-draft'
import { useLanguage } from '../../i18n/language-context'
import { notFound, notTaken } from '../../page/problem'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'appointment:one' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx, { municipalityPhone }) => {
    const [caseId, appointmentId] = [idFrom(params['caseId']), idFrom(params['appointmentId'])]
    const appointment = await findOwnAppointment(tx, caseId, appointmentId)
    if (!appointment) {
      const takenOut = await findTakenOut(tx, caseId, appointmentId)
      if (!takenOut) throw notFound()
      return { appointment: null, takenOut }
    }
    const query = new URL(request.url).searchParams
    const done = query.get('sparat')
    const became = done === 'punkt' ? ('saved' as const) : done === 'borta' ? ('removed' as const) : null
    const begun = await beginPoint(tx, appointment, query.get('punkt'))
    const isRequestSent = query.get('skickat') === 'tid'
    return { appointment, page: { begun, became, isRequestSent, municipalityPhone } }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const posted = pointIn(form)
    const gone = () => notTaken(posted.text)
    const [caseId, appointmentId] = [idFrom(params['caseId'], gone), idFrom(params['appointmentId'], gone)]
    if (!(await findOwnAppointment(tx, caseId, appointmentId))) throw gone()
    const page = personAt.appointment(caseId, appointmentId)
    if (textOf(form, 'deed') === 'remove') {
      await discardDraft(tx, posted.id)
      const isRemoved = await removePoint(tx, appointmentId, posted.id)
      return redirect(isRemoved ? `${page}?sparat=borta#ta-upp` : page, 303)
    }
    if (posted.fault || posted.hearers === null) {
      await keepForm(tx, pointDraft({ id: appointmentId, caseId }), posted)
      return data(posted, 400)
    }
    const became = await writePoint(tx, { appointmentId, ...posted, hearers: posted.hearers })
    if (became === null) throw gone()
    if (became !== 'kept') return data({ ...posted, fault: { fault: became } }, 409)
    await discardDraft(tx, posted.id)
    return redirect(`${page}?sparat=punkt#ta-upp`, 303)
  })
}

export default function AppointmentRoute() {
  const shown = useLoaderData<typeof loader>()
  return shown.appointment ? <Appointment {...shown} /> : <TakenOutPage takenOut={shown.takenOut} />
}

type AppointmentProps = {
  appointment: OwnAppointment
  page: {
    begun: BegunPoint
    became: 'saved' | 'removed' | null
    isRequestSent: boolean
    municipalityPhone: string
  }
}

function Appointment({
  appointment,
  page: { begun, became, isRequestSent, municipalityPhone },
}: AppointmentProps) {
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const caseworker = answererName(appointment.caseworkers) ?? t('case:caseworker.unnamed')
  const name = appointment.staff[0] ?? caseworker
  return (
    <>
      <BackLink href={personAt.appointments(appointment.caseId)}>{t('appointment:title')}</BackLink>
      <PageHeading title={<At moment={appointment.startsAt} />} />
      <OwnChange appointment={appointment} />
      <OwnFacts appointment={appointment} name={name} />
      <OwnRequests
        appointment={appointment}
        name={caseworker}
        municipalityPhone={municipalityPhone}
        isSent={isRequestSent && !posted}
      />
      <OwnLinks appointment={appointment} />
      <OwnPoints
        appointment={appointment}
        // What is written is read by who has the case, whoever comes to the meeting.
        name={caseworker}
        begun={begun}
        posted={posted}
        became={posted ? null : became}
      />
    </>
  )
}
