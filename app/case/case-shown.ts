import type { AppointmentKind, FollowUpOutcome } from '../../db/closed-lists'
import type { AlsoThere, AppointmentState, PersonSchema } from '../../db/roles'
import type { Stage } from './stage'

/**
 * What is shown of a case whatever has happened in it (case_shown in db/policy/person/case-page.sql). Moments and days are
 * text, as in JSON.
 */
export type CaseShown = {
  stages: Stage[]
  /** Today's, the lead before the deputy, and who else answers while they cannot. */
  caseworkers: Caseworker[]
  deadlines: { id: string; kind: string; dueOn: string; isMine: boolean; isLate: boolean }[]
  followUps: {
    plannedOn: string
    heldOn: string | null
    outcome: FollowUpOutcome | null
    startsAt: string | null
    place: string | null
    isAhead: boolean
  }[]
  /** Meetings to come that the reader takes part in, the soonest first. */
  coming: {
    id: string
    kind: AppointmentKind
    startsAt: string
    place: string | null
    staff: string[]
    others: AlsoThere[] | null
    state: AppointmentState
    isOpen: boolean
    isAsked: boolean
  }[]
  /** Meetings that the reader was told of and that will not be, or are theirs no more; until a day after their time. */
  calledOff: { id: string; startsAt: string; became: 'cancelled' | 'takenOut' }[]
  /** What caseworkers wrote to the reader, newest first. */
  lines: { id: string; text: string; writtenAt: string; from: string }[]
  /** When something the reader may see last came or changed; null before the first. */
  changedAt: string | null
}

export type Caseworker = {
  caseId: string
  kind: PersonSchema['person_caseworker']['kind']
  givenName: string
  familyName: string
  title: string
  phone: string
  phoneHours: string
  isAway: boolean
  awayUntil: string | null
  answers: boolean
  introduction: string | null
  pictureId: string | null
  pictureText: string | null
}
