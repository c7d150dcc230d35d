import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { planAppointment, type AppointmentFacts } from '../../app/appointment/plan-appointment.ts'
import { idOf } from './people.ts'
import type { Stories } from './stories.ts'

/** The meetings of the stories, by their keys. */
export const meeting = (key: string) => storyId('appointment', key)

type Told = { showsPlace?: boolean; showsOthers?: boolean }

/** Whoever takes part, and what each is told beside the time. */
export const taking = (...who: [PersonKey, Told?][]) =>
  who.map(([key, { showsPlace = true, showsOthers = true } = {}]) => ({
    id: idOf(key),
    showsPlace,
    showsOthers,
  }))

/** A meeting on Monday 21 September 2026 at 10, shown at once. */
export const facts = (changed: Partial<AppointmentFacts> = {}): AppointmentFacts => ({
  kind: 'officeMeeting',
  startsAt: new Date('2026-09-21T10:00:00+02:00'),
  endsAt: new Date('2026-09-21T11:00:00+02:00'),
  shownFrom: new Date('2026-09-15T09:00:00+02:00'),
  place: 'Biblioteket',
  placeNote: null,
  bring: null,
  reason: null,
  persons: [],
  staff: [],
  others: [],
  ...changed,
})

/** Books it and returns its id. */
export async function book(
  { asStaff }: Stories,
  who: StaffKey,
  caseId: string,
  changed: Partial<AppointmentFacts>,
): Promise<string> {
  const booked = await asStaff(who, (tx) =>
    planAppointment(tx, { caseId, formKey: crypto.randomUUID(), facts: facts(changed) }),
  )
  if (!booked || 'fault' in booked) throw new Error(`not booked: ${booked?.fault ?? 'no such case'}`)
  return booked.id
}
