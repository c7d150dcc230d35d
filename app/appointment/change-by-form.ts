import type { StaffTx } from '../../db/connect'
import { appointmentIn, faultAt, type AppointmentFault, type AppointmentValues } from './appointment-in'
import type { PostedReason } from './call-off-form'
import { cancelAppointment, changeAppointment, holdAppointment } from './plan-appointment'
import { answerTimeRequest, notePoint } from './staff-appointments'
import type { PostedAnswer } from './staff-requests'
import { answerIn, outcomeIn, reasonIn, type PostedOutcome } from './words-in'

/** What was typed into one of the page's forms and could not be kept, and why. */
export type Posted =
  | { deed: 'change'; values: AppointmentValues; faults: AppointmentFault[] }
  | { deed: 'cancel'; reason: PostedReason }
  | { deed: 'hold'; fault: 'changed' | 'early' }
  | { deed: 'point'; outcome: PostedOutcome }
  | { deed: 'answer'; answer: PostedAnswer }

/** `done` names what the page says next; null for nothing. */
type Became = { done: 'andrad' | 'installd' | null } | { posted: Posted; status: 400 | 409 } | null

type Change = { id: string; form: FormData; now: Date }

/** One of the forms of a meeting's page. Null when it is not open to the staff member. */
export function changeByForm(tx: StaffTx, change: Change): Promise<Became> {
  const deed = change.form.get('deed')
  if (deed === 'cancel') return cancel(tx, change)
  if (deed === 'hold') return hold(tx, change)
  if (deed === 'point') return point(tx, change)
  if (deed === 'answer') return answer(tx, change)
  return alter(tx, change)
}

async function alter(tx: StaffTx, { id, form, now }: Change): Promise<Became> {
  const { values, faults, facts } = appointmentIn(form, now)
  if (!facts) return { posted: { deed: 'change', values, faults }, status: 400 }
  const kept = await changeAppointment(tx, { id, seen: values.seen, facts })
  if (!kept) return null
  if (kept.fault === null) return { done: 'andrad' }
  return {
    posted: { deed: 'change', values, faults: [faultAt(kept.fault)] },
    status: kept.fault === 'changed' ? 409 : 400,
  }
}

async function cancel(tx: StaffTx, { id, form, now }: Change): Promise<Became> {
  const { text, fault } = reasonIn(form)
  if (fault) return { posted: { deed: 'cancel', reason: { text, fault } }, status: 400 }
  const { seen } = appointmentIn(form, now).values
  const kept = await cancelAppointment(tx, { id, seen, reason: text })
  if (!kept) return null
  if (kept.fault === null) return { done: 'installd' }
  return { posted: { deed: 'cancel', reason: { text, fault: { fault: kept.fault } } }, status: 409 }
}

async function hold(tx: StaffTx, { id, form, now }: Change): Promise<Became> {
  const { seen } = appointmentIn(form, now).values
  const kept = await holdAppointment(tx, { id, seen })
  if (!kept) return null
  return kept.fault === null ? { done: null } : { posted: { deed: 'hold', fault: kept.fault }, status: 409 }
}

async function point(tx: StaffTx, { id, form }: Change): Promise<Became> {
  const posted = outcomeIn(form)
  if (posted.fault || posted.outcome === null)
    return { posted: { deed: 'point', outcome: posted }, status: 400 }
  const kept = await notePoint(tx, { id, ...posted, outcome: posted.outcome })
  if (kept === null) return null
  if (kept === 'kept') return { done: null }
  return { posted: { deed: 'point', outcome: { ...posted, fault: { fault: kept } } }, status: 409 }
}

async function answer(tx: StaffTx, { id, form }: Change): Promise<Became> {
  const { requestId, text, fault } = answerIn(form)
  if (fault) return { posted: { deed: 'answer', answer: { requestId, text, fault } }, status: 400 }
  const kept = await answerTimeRequest(tx, { id, requestId, words: text })
  if (kept === null) return null
  if (kept === 'kept') return { done: null }
  return { posted: { deed: 'answer', answer: { requestId, text, fault: { fault: kept } } }, status: 409 }
}
