import type { StaffTx } from '../../db/connect'
import type { CheckedWords } from '../disclosure/checked-words'
import type { Keys } from '../disclosure/look-at-readers'
import { appointmentIn, refused, type AppointmentFault, type AppointmentValues } from './appointment-in'
import type { PostedReason } from './call-off-form'
import { lookAtMeeting, lookAtMeetingWords } from './look-at-meeting'
import { cancelAppointment, changeAppointment, holdAppointment } from './plan-appointment'
import { answerTimeRequest, notePoint } from './staff-appointments'
import type { PostedAnswer } from './staff-requests'
import { findAsker, findTold, findWriterOfPoint, type Told } from './told'
import { seenIn } from '../disclosure/seen-in'
import { answerIn, outcomeIn, reasonIn, type PostedOutcome } from './words-in'

/** What was typed into one of the page's forms and could not be kept, and why. */
export type Posted =
  | { deed: 'change'; values: AppointmentValues; faults: AppointmentFault[]; checked: CheckedWords }
  | { deed: 'cancel'; reason: PostedReason; checked: CheckedWords }
  | { deed: 'hold'; fault: 'changed' | 'early' }
  | { deed: 'point'; outcome: PostedOutcome; checked: CheckedWords }
  | { deed: 'answer'; answer: PostedAnswer; checked: CheckedWords }

/** `done` names what the page says next; null for nothing. */
type Became = { done: 'andrad' | 'installd' | null } | { posted: Posted; status: 400 | 409 } | null

type Sent = { id: string; form: FormData; keys: Keys }
type Change = Sent & { before: Told }

/** One of the forms of a meeting's page. Null when it is not open to the staff member. */
export async function changeByForm(tx: StaffTx, sent: Sent): Promise<Became> {
  // Asked first: what is not there is not there, whatever was sent.
  const before = await findTold(tx, sent.id)
  if (!before) return null
  const change = { ...sent, before }
  const deed = sent.form.get('deed')
  if (deed === 'cancel') return cancel(tx, change)
  if (deed === 'hold') return hold(tx, change)
  if (deed === 'point') return point(tx, change)
  if (deed === 'answer') return answer(tx, change)
  return alter(tx, change)
}

async function alter(tx: StaffTx, { id, before, form, keys }: Change): Promise<Became> {
  const { values, faults, facts } = appointmentIn(form, keys.now)
  const seen = seenIn(form)
  const refuse = (
    status: 400 | 409,
    why: {
      values?: AppointmentValues
      faults?: AppointmentFault[]
      looked?: CheckedWords['looked']
    },
  ) => ({
    posted: {
      deed: 'change' as const,
      values: why.values ?? values,
      faults: why.faults ?? [],
      checked: { looked: why.looked ?? [], seen },
    },
    status,
  })
  if (!facts) return refuse(400, { faults })
  const looked = await lookAtMeeting(tx, { caseId: before.caseId, facts, before, seen }, keys)
  if (looked.length > 0) return refuse(400, { looked })
  const kept = await changeAppointment(tx, { id, seen: values.version, facts })
  if (!kept) return null
  if (kept.fault === null) return { done: 'andrad' }
  return refuse(kept.fault === 'changed' ? 409 : 400, refused(values, kept.fault))
}

async function cancel(tx: StaffTx, { id, before, form, keys }: Change): Promise<Became> {
  const { text, fault } = reasonIn(form)
  const seen = seenIn(form)
  const refuse = (status: 400 | 409, why: PostedReason['fault'], looked: CheckedWords['looked'] = []) => ({
    posted: { deed: 'cancel' as const, reason: { text, fault: why }, checked: { looked, seen } },
    status,
  })
  if (fault) return refuse(400, fault)
  const looked = await lookAtMeetingWords(tx, { meeting: before, text, to: null, seen }, keys)
  if (looked.length > 0) return refuse(400, null, looked)
  const { version } = appointmentIn(form, keys.now).values
  const kept = await cancelAppointment(tx, { id, seen: version, reason: text })
  if (!kept) return null
  return kept.fault === null ? { done: 'installd' } : refuse(409, { fault: kept.fault })
}

async function hold(tx: StaffTx, { id, form, keys }: Change): Promise<Became> {
  const { version } = appointmentIn(form, keys.now).values
  const kept = await holdAppointment(tx, { id, seen: version })
  if (!kept) return null
  return kept.fault === null ? { done: null } : { posted: { deed: 'hold', fault: kept.fault }, status: 409 }
}

async function point(tx: StaffTx, { id, before, form, keys }: Change): Promise<Became> {
  const posted = outcomeIn(form)
  const seen = seenIn(form)
  const { pointId, outcome, words } = posted
  const refuse = (status: 400 | 409, fault: PostedOutcome['fault'], looked: CheckedWords['looked'] = []) => ({
    posted: { deed: 'point' as const, outcome: { ...posted, fault }, checked: { looked, seen } },
    status,
  })
  if (posted.fault || outcome === null) return refuse(400, posted.fault)
  const writer = await findWriterOfPoint(tx, id, pointId)
  if (!writer) return null
  const looked = await lookAtMeetingWords(tx, { meeting: before, text: words ?? '', to: writer, seen }, keys)
  if (looked.length > 0) return refuse(400, null, looked)
  const kept = await notePoint(tx, { id, pointId, outcome, words })
  if (kept === null) return null
  return kept === 'kept' ? { done: null } : refuse(409, { fault: kept })
}

async function answer(tx: StaffTx, { id, before, form, keys }: Change): Promise<Became> {
  const { requestId, text, fault } = answerIn(form)
  const seen = seenIn(form)
  const refuse = (status: 400 | 409, why: PostedAnswer['fault'], looked: CheckedWords['looked'] = []) => ({
    posted: { deed: 'answer' as const, answer: { requestId, text, fault: why }, checked: { looked, seen } },
    status,
  })
  if (fault) return refuse(400, fault)
  const asker = await findAsker(tx, id, requestId)
  if (!asker) return null
  const looked = await lookAtMeetingWords(tx, { meeting: before, text, to: asker, seen }, keys)
  if (looked.length > 0) return refuse(400, null, looked)
  const kept = await answerTimeRequest(tx, { id, requestId, words: text })
  if (kept === null) return null
  return kept === 'kept' ? { done: null } : refuse(409, { fault: kept })
}
