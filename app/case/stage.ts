import type { AppointmentKind } from '../../db/closed-lists'
import type { Audience } from '../../db/roles'

/** A stage as shown to the reader. Dates are legal days, 'YYYY-MM-DD'. */
export type Stage = { stage: string; position: number | null; startedOn: string; dueOn: string | null }

export type PathStep = {
  stage: string
  state: 'done' | 'here' | 'next'
  from: string | null
  to: string | null
}

/** Positions of stage_kind (0003-case.sql). A stage beside the usual path has none. */
export const usualSteps = 8

// Only what comes for certain is shown ahead: a step that depends on a decision would promise its outcome.
const comesFor: Record<string, readonly string[]> = {
  report: ['preliminaryAssessment'],
  investigation: ['disclosureForComment', 'decision'],
  disclosureForComment: ['decision'],
  intervention: ['followUp'],
}

/** Young adults get the texts for youths. */
export function stageVoice(audience: Audience): 'child' | 'youth' | 'guardian' {
  return audience === 'youngAdult' ? 'youth' : audience
}

/**
 * Keys of the stage's text; the first that exists is used, since a text with a date has a twin without.
 * @param date whether there is a date to name
 */
export function stageTextKeys(stage: string, audience: Audience, date: boolean): string[] {
  const key = `stage:${stage}.${stageVoice(audience)}`
  return date ? [`${key}.text`] : [`${key}.textNoDate`, `${key}.text`]
}

/**
 * Every stage shown so far, in order, and what is certain to come.
 * @param stages oldest first; a stage may come back, or be written again
 * @param nextFollowUp planned day of the next follow-up, if any
 */
export function pathOf(stages: readonly Stage[], nextFollowUp: string | null): PathStep[] {
  const rows = begunIn(stages)
  const past = rows.map((stage, index): PathStep => {
    const after = rows[index + 1]
    return {
      stage: stage.stage,
      state: after ? 'done' : 'here',
      from: stage.startedOn,
      to: after?.startedOn ?? null,
    }
  })
  const ahead = comesFor[stages.at(-1)?.stage ?? ''] ?? []
  return [
    ...past,
    ...ahead.map((stage): PathStep => ({
      stage,
      state: 'next',
      from: stage === 'followUp' ? nextFollowUp : null,
      to: null,
    })),
  ]
}

/** The stages that began something else: one that is written twice in a row goes on, and is told once. */
export function begunIn(stages: readonly Stage[]): Stage[] {
  return stages.filter(({ stage }, index) => stage !== stages[index - 1]?.stage)
}

// A day a stage must be done by is a deadline, never a visit: a visit is named only where one is booked with the reader.
const daySources: Record<string, 'dueOn' | 'nextFollowUp' | 'nextVisit' | 'readableUntil'> = {
  report: 'dueOn',
  preliminaryAssessment: 'dueOn',
  investigation: 'dueOn',
  disclosureForComment: 'dueOn',
  followUp: 'nextFollowUp',
  closure: 'readableUntil',
  immediateCustody: 'nextVisit',
}

/** What is booked or planned with the reader: the day of a follow-up; the moment of a visit, and who comes. */
export type DaysAhead = { nextFollowUp: string | null; nextVisit: { at: string; by: string } | null }

/** The one day that the text of a stage may name, and whom it names with it; null where it names none. */
export function stageDate(
  { stage, dueOn }: Stage,
  readableUntil: string | null,
  { nextFollowUp, nextVisit }: DaysAhead,
): { on: string; by: string | null } | null {
  const source = daySources[stage]
  if (!source) return null
  if (source === 'nextVisit') return nextVisit && { on: nextVisit.at, by: nextVisit.by }
  const on = { dueOn, nextFollowUp, readableUntil }[source]
  return on === null ? null : { on, by: null }
}

type Ahead = {
  followUps: readonly { plannedOn: string; isAhead: boolean }[]
  coming: readonly { kind: AppointmentKind; startsAt: string; staff: readonly string[]; isOpen: boolean }[]
}

export function daysAhead({ followUps, coming }: Ahead): DaysAhead {
  const visit = coming.find(({ kind, isOpen, staff }) => isOpen && visits.includes(kind) && staff.length > 0)
  return {
    nextFollowUp: followUps.find(({ isAhead }) => isAhead)?.plannedOn ?? null,
    nextVisit: visit ? { at: visit.startsAt, by: visit.staff[0]! } : null,
  }
}

const visits: readonly AppointmentKind[] = ['childVisit', 'homeVisit']
