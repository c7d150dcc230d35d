import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { appointmentKinds, type AppointmentKind } from '../../db/closed-lists'
import { stockholmMoment } from '../calendar/stockholm-moment'
import { textFault } from '../text/written-text'
import { otherField, othersField, placeField } from './fields'
import { longest, mostOthers } from './limits'
import type { AppointmentFacts, PlanFault } from './plan-appointment'

/** What the form held, as it was typed. */
export type AppointmentValues = {
  formKey: string
  /** Which version the form was drawn with; 0 for a new one. */
  version: number
  /** Who was protected or shut out when it was drawn; null where the form is to be drawn by what holds now. */
  guards: string[] | null
  persons: string[]
  staff: string[]
  /** Persons who are told the place, and persons who are told who else comes. */
  toldPlace: string[]
  toldOthers: string[]
  /** Every other field by its name. */
  texts: Record<string, string>
}

/** `field` is the name, and id, of the field to mend. */
export type AppointmentFault = {
  field: string
  fault: PlanFault | 'day' | 'time' | 'other' | 'needsPlace' | 'tooLong'
  typed?: number
  most?: number
}

type Text = keyof typeof longest

const none = '00:00'
/** When a day is chosen to show the appointment from: before people look in the morning. */
const shownAt = '08:00'

/**
 * @param now when it is shown, where no later day was chosen
 * @returns the form as it was typed, its faults, and what to keep: null while there are faults
 */
export function appointmentIn(form: FormData, now: Date) {
  const texts = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  )
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const persons = [...new Set(all('persons'))]
  const values: AppointmentValues = {
    formKey: z
      .uuid()
      .catch(() => randomUUID())
      .parse(texts['formKey']),
    version: z.coerce.number().int().min(0).max(1_000_000).catch(0).parse(texts['version']),
    guards: (texts['guards'] ?? '').split(',').filter(Boolean),
    persons,
    staff: [...new Set(all('staff'))],
    toldPlace: toldIn(form, placeField('')),
    toldOthers: toldIn(form, othersField('')),
    texts,
  }
  const faults: AppointmentFault[] = []
  const facts = factsOf(values, now, faults)
  return { values, faults, facts: faults.length > 0 ? null : facts }
}

/** Also of whoever is not chosen: a form that is shown again is as it was. */
const toldIn = (form: FormData, prefix: string) =>
  [...form.keys()].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))

function factsOf(values: AppointmentValues, now: Date, faults: AppointmentFault[]): AppointmentFacts {
  const { persons, staff, toldPlace, toldOthers, texts } = values
  const text = (field: string, most: number) => {
    const typed = texts[field] ?? ''
    const found = textFault(typed, most)
    if (found?.fault === 'tooLong') faults.push({ field, fault: 'tooLong', typed: found.typed, most })
    return found ? null : typed
  }
  const limited = (field: Text) => text(field, longest[field])
  const isUuid = (value: string) => z.uuid().safeParse(value).success
  const { day = '', from = '', to = '', shownFrom = '' } = texts
  if (!stockholmMoment(day, none)) faults.push({ field: 'day', fault: 'day' })
  const startsAt = stockholmMoment(day, from)
  if (!startsAt && stockholmMoment(day, none)) faults.push({ field: 'from', fault: 'time' })
  const endsAt = stockholmMoment(day, to)
  if (!endsAt && stockholmMoment(day, none)) faults.push({ field: 'to', fault: 'time' })
  if (!persons.every(isUuid)) faults.push({ field: 'persons', fault: 'person' })
  if (!staff.every(isUuid)) faults.push({ field: 'staff', fault: 'staff' })
  const shown = shownFrom === '' ? now : stockholmMoment(shownFrom, shownAt)
  if (!shown) faults.push({ field: 'shownFrom', fault: 'shown' })
  const [place, placeNote] = [limited('place'), limited('placeNote')]
  if (placeNote !== null && place === null && !faults.some(({ field }) => field === 'place'))
    faults.push({ field: 'place', fault: 'needsPlace' })
  return {
    kind: kindIn(texts['kind']),
    startsAt: startsAt ?? now,
    endsAt: endsAt ?? now,
    // A day that has come already is now.
    shownFrom: shown && shown > now ? shown : now,
    place,
    placeNote,
    bring: limited('bring'),
    reason: limited('reason'),
    guards: values.guards ?? [],
    persons: persons.map((id) => ({
      id,
      showsPlace: toldPlace.includes(id),
      showsOthers: toldOthers.includes(id),
    })),
    staff,
    others: othersIn(text, faults),
  }
}

const kindIn = (value: string | undefined): AppointmentKind =>
  appointmentKinds.find((each) => each === value) ?? 'officeMeeting'

type TextIn = (field: string, most: number) => string | null

function othersIn(text: TextIn, faults: AppointmentFault[]): AppointmentFacts['others'] {
  return Array.from({ length: mostOthers }, (_none, index) => index).flatMap((index) => {
    const name = text(otherField('name', index), longest.name)
    const role = text(otherField('role', index), longest.name)
    if (name !== null && role !== null) return [{ name, role }]
    const missing = otherField(name === null ? 'name' : 'role', index)
    if ((name !== null || role !== null) && !faults.some(({ field }) => field === missing))
      faults.push({ field: missing, fault: 'other' })
    return []
  })
}

const fieldOf: Record<PlanFault, string> = {
  guarded: 'persons',
  past: 'day',
  far: 'day',
  closed: 'day',
  end: 'to',
  shown: 'shownFrom',
  nobody: 'persons',
  person: 'persons',
  staff: 'staff',
  changed: 'day',
}

/** The form again, with what the database did not keep. Where somebody is protected meanwhile, nothing is told that is not chosen anew. */
export function refused(
  values: AppointmentValues,
  fault: PlanFault,
): { values: AppointmentValues; faults: AppointmentFault[] } {
  const faults = [{ field: fieldOf[fault], fault }]
  if (fault !== 'guarded') return { values, faults }
  return { values: { ...values, guards: null, toldPlace: [], toldOthers: [] }, faults }
}
