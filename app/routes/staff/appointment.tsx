import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { changeByForm } from '../../appointment/change-by-form'
import { findAppointmentCase } from '../../appointment/find-appointment-case'
import { valuesOf } from '../../appointment/form-values'
import { StaffAppointmentPage } from '../../appointment/staff-page'
import { readStaffAppointment } from '../../appointment/staff-appointments'
import { staffWordsIn } from '../../appointment/words-in'
import { notFound, notTaken } from '../../page/problem'

export const handle = { script: false, title: 'appointment:one' }

const done: Record<string, 'planned' | 'changed' | 'cancelled'> = {
  bokad: 'planned',
  andrad: 'changed',
  installd: 'cancelled',
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const appointmentId = idFrom(params['appointmentId'])
    const appointment = await readStaffAppointment(tx, appointmentId)
    const found = appointment && (await findAppointmentCase(tx, appointment.caseId, appointmentId))
    if (!found) throw notFound()
    const query = new URL(request.url).searchParams
    return {
      appointmentId,
      appointment,
      found,
      values: valuesOf(found, appointment, { formKey: randomUUID(), now: context.now() }),
      isChanging: query.has('andra'),
      became: done[query.get('klart') ?? ''] ?? null,
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const gone = () => notTaken(...staffWordsIn(form))
    const id = idFrom(params['appointmentId'], gone)
    const became = await changeByForm(tx, {
      id,
      form,
      keys: { dataKeys: context.dataKeys, now: context.now() },
    })
    if (!became) throw gone()
    if ('posted' in became) return data(became.posted, became.status)
    return redirect(`${staffAt.appointment(id)}${became.done ? `?klart=${became.done}` : ''}`, 303)
  })
}

export default function StaffAppointmentRoute() {
  return <StaffAppointmentPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />
}
