import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bbicAreas, followUpOutcomes, goalProgresses, type FollowUpOutcome } from '../../db/closed-lists'
import { stockholmMoment } from '../calendar/stockholm-moment'
import { textFault } from '../text/written-text'
import {
  areaFields,
  goalField,
  goalViews,
  notPlanned,
  providerField,
  type AreaField,
  type GoalView,
} from './fields'
import { longest, mostProviders } from './limits'
import type { GoalSeen, NewFollowUp, RecordFault } from './record-follow-up'

/** What the form held, as it was typed. */
export type FollowUpValues = {
  formKey: string
  outcome: FollowUpOutcome
  /** Id of the planned one, or `notPlanned`. */
  which: string
  day: string
  persons: string[]
  areas: string[]
  /** Ids of the goals the form was drawn with: a new plan may have come since. */
  goals: string[]
  /** Every other field by its name. */
  texts: Record<string, string>
}

/** `field` is the name, and id, of the field to mend. */
export type FollowUpFault = {
  field: string
  fault: RecordFault | 'tooLong' | 'progress' | 'provider'
  typed?: number
  most?: number
}

const outcomeIn = (value: string | undefined): FollowUpOutcome =>
  followUpOutcomes.find((each) => each === value) ?? 'held'

export function followUpIn(form: FormData) {
  const texts = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  )
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const values: FollowUpValues = {
    formKey: z
      .uuid()
      .catch(() => randomUUID())
      .parse(texts['formKey']),
    outcome: outcomeIn(texts['outcome']),
    which: texts['which'] ?? '',
    day: texts['day'] ?? '',
    persons: all('persons'),
    areas: all('areas'),
    goals: [...new Set(all('goals'))],
    texts,
  }
  const faults: FollowUpFault[] = []
  return { values, faults, input: inputOf(values, faults) }
}

/** What was written at length, in the order of the form. */
export function wordsOf({ goals, texts }: FollowUpValues): string[] {
  const views = goals.flatMap((id) => goalViews.map((view) => goalField(view, id)))
  return ['reason', ...views, ...areaFields].map((field) => texts[field] ?? '')
}

/** Writes what cannot be kept into `faults`. */
function inputOf(
  { formKey, outcome, which, day, persons, areas, goals, texts }: FollowUpValues,
  faults: FollowUpFault[],
): Omit<NewFollowUp, 'caseId'> {
  const isHeld = outcome === 'held'
  const text = (field: string, most: number) => {
    const typed = texts[field] ?? ''
    const found = textFault(typed, most)
    if (found?.fault === 'tooLong') faults.push({ field, fault: 'tooLong', typed: found.typed, most })
    return found ? null : typed
  }
  const isUuid = (value: string) => z.uuid().safeParse(value).success
  if (which !== notPlanned && !isUuid(which)) faults.push({ field: 'which', fault: 'which' })
  if (isHeld && !stockholmMoment(day, '12:00')) faults.push({ field: 'day', fault: 'day' })
  if (!persons.every(isUuid)) faults.push({ field: 'persons', fault: 'person' })
  if (!goals.every(isUuid)) faults.push({ field: 'goals', fault: 'goal' })
  const reason = isHeld ? null : text('reason', longest.reason)
  if (!isHeld && reason === null && !faults.some(({ field }) => field === 'reason'))
    faults.push({ field: 'reason', fault: 'reason' })
  const about = (field: AreaField) => (isHeld ? text(field, longest.area) : null)
  return {
    formKey,
    followUpId: which === notPlanned ? null : which,
    outcome,
    heldOn: isHeld ? day : null,
    reason,
    persons: isHeld ? persons : [],
    providers: isHeld ? providersIn(text, faults) : [],
    goals: isHeld ? goals.flatMap((id) => goalIn(id, texts, text, faults)) : [],
    areas: isHeld ? bbicAreas.filter((area) => areas.includes(area)) : [],
    school: about('school'),
    health: about('health'),
    familyContact: about('familyContact'),
    planChange: about('planChange'),
    next: nextIn(outcome, texts, text, faults),
  }
}

type TextIn = (field: string, most: number) => string | null

function providersIn(text: TextIn, faults: FollowUpFault[]) {
  return Array.from({ length: mostProviders }, (_none, index) => index).flatMap((index) => {
    const name = text(providerField('name', index), longest.name)
    const role = text(providerField('role', index), longest.name)
    if (name !== null && role !== null) return [{ name, role }]
    const missing = providerField(name === null ? 'name' : 'role', index)
    if ((name !== null || role !== null) && !faults.some(({ field }) => field === missing))
      faults.push({ field: missing, fault: 'provider' })
    return []
  })
}

/** A goal of which nothing is said is left out. */
function goalIn(
  goalId: string,
  texts: Record<string, string>,
  text: TextIn,
  faults: FollowUpFault[],
): GoalSeen[] {
  const field = goalField('progress', goalId)
  const progress = goalProgresses.find((each) => each === texts[field])
  const view = (part: GoalView) => text(goalField(part, goalId), longest.view)
  const views = {
    childView: view('childView'),
    guardianView: view('guardianView'),
    providerView: view('providerView'),
    assessment: view('assessment'),
  }
  if (progress) return [{ goalId, progress, ...views }]
  if (Object.values(views).some((each) => each !== null)) faults.push({ field, fault: 'progress' })
  return []
}

function nextIn(
  outcome: FollowUpOutcome,
  texts: Record<string, string>,
  text: TextIn,
  faults: FollowUpFault[],
): NewFollowUp['next'] {
  const { nextDay: on = '', nextTime: at = '' } = texts
  const place = text('place', longest.place)
  if (on === '' && at === '' && place === null && outcome !== 'moved') return null
  if (!stockholmMoment(on, at || '12:00')) faults.push({ field: 'nextDay', fault: 'next' })
  return { on, at: at || null, place }
}

const fieldOf: Record<RecordFault, string> = {
  which: 'which',
  recorded: 'which',
  outcome: 'which',
  day: 'day',
  reason: 'reason',
  person: 'persons',
  nobody: 'persons',
  goal: 'goals',
  next: 'nextDay',
}

/** Where on the form stands what the database did not keep. */
export const faultAt = (fault: RecordFault): FollowUpFault => ({ field: fieldOf[fault], fault })
