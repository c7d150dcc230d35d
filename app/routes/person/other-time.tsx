import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { AnsweredBefore } from '../../appointment/answered-before'
import { isInTime } from '../../appointment/in-time'
import { OtherTimeForm } from '../../appointment/other-time-form'
import { findOwnAppointment } from '../../appointment/own-appointments'
import { OwnRequests } from '../../appointment/own-requests'
import { askForOtherTime } from '../../appointment/own-words'
import { timeRequestIn } from '../../appointment/words-in'
import { Caseworkers, answererName } from '../../case/caseworkers'
import { WhoAnswers } from '../../case/who-answers'
import { discardDraft } from '../../draft/discard-draft'
import { beginForm, keepForm } from '../../draft/form-draft'
import { useLanguage } from '../../i18n/language-context'
import { findAnswerDay } from '../../message/answer-day'
import { notFound, notTaken } from '../../page/problem'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'appointment:one' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx, { municipalityPhone }) => {
    const appointment = await findOwnAppointment(
      tx,
      idFrom(params['caseId']),
      idFrom(params['appointmentId']),
    )
    if (!appointment) throw notFound()
    const answerDay = await findAnswerDay(tx)
    const begun = await beginForm(tx, draftOf(appointment))
    return { appointment, municipalityPhone, answerDay, begun }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const posted = timeRequestIn(form)
    const gone = () => notTaken(posted.text)
    const [caseId, appointmentId] = [idFrom(params['caseId'], gone), idFrom(params['appointmentId'], gone)]
    // Asked first: what is not there is not there, whatever was sent.
    if (!(await findOwnAppointment(tx, caseId, appointmentId))) throw gone()
    if (posted.fault) {
      await keepForm(tx, draftOf({ id: appointmentId, caseId }), posted)
      return data(posted, 400)
    }
    const became = await askForOtherTime(tx, { appointmentId, ...posted })
    if (became === null) throw gone()
    if (became !== 'kept') {
      // What went with this key was something else: these words get one of their own.
      const id = became === 'otherWords' ? randomUUID() : posted.id
      await keepForm(tx, draftOf({ id: appointmentId, caseId }), { id, text: posted.text })
      return data({ ...posted, id, fault: { fault: became } }, 409)
    }
    await discardDraft(tx, posted.id)
    return redirect(`${personAt.appointment(caseId, appointmentId)}?skickat=tid`, 303)
  })
}

const draftOf = ({ id, caseId }: { id: string; caseId: string }) => ({
  kind: 'otherTime' as const,
  caseId,
  appointmentId: id,
})

export default function OtherTimeRoute() {
  const { appointment, municipalityPhone, answerDay, begun } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t, dates } = useLanguage()
  const { id, caseId, isOwn, startsAt, caseworkers } = appointment
  // Whoever has the case answers, whoever comes to the meeting.
  const name = answererName(caseworkers) ?? t('case:caseworker.unnamed')
  if (!posted && appointment.requests.some(({ state }) => state === 'asked')) {
    return (
      <>
        <BackLink href={personAt.appointment(caseId, id)}>{t('appointment:one')}</BackLink>
        <PageHeading title={t('appointment:request.title')} />
        <OwnRequests appointment={appointment} name={name} municipalityPhone={municipalityPhone} />
      </>
    )
  }
  const when = t('appointment:at', { day: dates.day(startsAt), time: dates.time(startsAt) })
  return (
    <>
      <BackLink href={personAt.appointment(caseId, id)}>{t('appointment:one')}</BackLink>
      <PageHeading
        title={t('appointment:request.title')}
        lead={t('appointment:request.lead', { when, name })}
      />
      {answerDay ? (
        <AnsweredBefore answerBy={answerDay} {...{ startsAt, caseworkers, municipalityPhone }} />
      ) : null}
      <WhoAnswers caseworkers={caseworkers} />
      {!answerDay || isInTime(answerDay, startsAt) ? (
        <p className="muted">{t('appointment:request.urgent')}</p>
      ) : null}
      <OtherTimeForm
        caseId={caseId}
        appointmentId={id}
        name={name}
        draft={{
          of: draftOf(appointment),
          id: posted?.id ?? begun.id,
          savedAt: posted ? null : begun.savedAt,
        }}
        text={posted?.text ?? begun.text}
        fault={posted?.fault ?? null}
      />
      <Caseworkers caseworkers={caseworkers} isOwn={isOwn} municipalityPhone={municipalityPhone} />
    </>
  )
}
