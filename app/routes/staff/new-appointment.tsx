import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { AppointmentForm } from '../../appointment/appointment-form'
import { appointmentIn, refused } from '../../appointment/appointment-in'
import { findAppointmentCase } from '../../appointment/find-appointment-case'
import { newValues } from '../../appointment/form-values'
import { lookAtMeeting } from '../../appointment/look-at-meeting'
import { planAppointment } from '../../appointment/plan-appointment'
import { staffWordsIn } from '../../appointment/words-in'
import { seenIn } from '../../disclosure/seen-in'
import { useLanguage } from '../../i18n/language-context'
import { notFound, notTaken } from '../../page/problem'
import { Notice } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'appointment:staff.new' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const found = await findAppointmentCase(tx, idFrom(params['caseId']))
    if (!found) throw notFound()
    return {
      found,
      values: newValues(found, randomUUID()),
      faults: [],
      checked: { looked: [], seen: [] },
      bookedId: null,
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const gone = () => notTaken(...staffWordsIn(form))
    const found = await findAppointmentCase(tx, idFrom(params['caseId'], gone))
    if (!found) throw gone()
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const { values, faults, facts } = appointmentIn(form, keys.now)
    const seen = seenIn(form)
    const kept = { found, values, faults: [], checked: { looked: [], seen }, bookedId: null }
    if (!facts) return data({ ...kept, faults }, 400)
    const looked = await lookAtMeeting(tx, { caseId: found.id, facts, before: null, seen }, keys)
    if (looked.length > 0) return data({ ...kept, checked: { looked, seen } }, 400)
    const planned = await planAppointment(tx, { caseId: found.id, formKey: values.formKey, facts })
    if (!planned) throw gone()
    if (planned.id === null) return data({ ...kept, ...refused(values, planned.fault) }, 400)
    if (planned.fault) return data({ ...kept, bookedId: planned.id }, 409)
    return redirect(`${staffAt.appointment(planned.id)}?klart=bokad`, 303)
  })
}

export default function NewAppointmentRoute() {
  const fresh = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? fresh
  const { t } = useLanguage()
  const { id, childName } = form.found
  return (
    <>
      <BackLink href={staffAt.appointments(id)}>
        {t('appointment:staff.heading', { name: childName })}
      </BackLink>
      <PageHeading title={t('appointment:staff.new')} />
      {form.bookedId ? (
        <Notice tone="info" heading={t('appointment:staff.booked.heading')}>
          <p>{t('appointment:staff.booked.text')}</p>
          <p>
            <a href={staffAt.changeAppointment(form.bookedId)}>{t('appointment:staff.booked.open')}</a>
          </p>
        </Notice>
      ) : null}
      <AppointmentForm {...form} backHref={staffAt.appointments(id)} />
    </>
  )
}
