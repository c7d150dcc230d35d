import type { NoteKind } from '../../../db/closed-lists'
import { stockholmMoment } from '../../calendar/stockholm-moment'

/** Most common first. */
export const noteKinds = [
  'privateTalk',
  'phoneCall',
  'homeVisit',
  'meeting',
  'followUp',
  'information',
  'protectiveAssessment',
  'disclosureForComment',
  'decision',
  'implementationPlan',
  'placement',
  'serviceOfDocuments',
] as const satisfies readonly NoteKind[]

export type NewNoteFault = 'kind' | 'when' | 'future'

export function newNoteIn(form: FormData, now: Date) {
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const kind = noteKinds.find((each) => each === field('kind'))
  const [day, time] = [field('day'), field('time')]
  const eventAt = stockholmMoment(day, time)
  const fault: NewNoteFault | null = !kind ? 'kind' : !eventAt ? 'when' : eventAt > now ? 'future' : null
  return { noteId: field('noteId'), kind, day, time, eventAt, fault }
}
