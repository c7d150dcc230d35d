import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import {
  changeAppointment,
  planAppointment,
  type AppointmentFacts,
} from '../../app/appointment/plan-appointment.ts'
import { tindrasCase } from './asked.ts'
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
  guards: [],
  persons: [],
  staff: [],
  others: [],
  ...changed,
})

/** Whose protection a form is drawn with. */
export async function guardsOf(tx: StaffTx, caseId: string): Promise<{ guards: string[] }> {
  const { rows } = await sql<{
    guards: string[]
  }>`select staff_guards_of_case(${caseId}::uuid) as guards`.execute(tx)
  return rows[0]!
}

/** Books it and returns its id. */
export async function book(
  { asStaff }: Stories,
  who: StaffKey,
  caseId: string,
  changed: Partial<AppointmentFacts>,
): Promise<string> {
  const booked = await asStaff(who, async (tx) =>
    planAppointment(tx, {
      caseId,
      formKey: crypto.randomUUID(),
      facts: facts({ ...(await guardsOf(tx, caseId)), ...changed }),
    }),
  )
  if (!booked?.id) throw new Error(`not booked: ${booked?.fault ?? 'no such case'}`)
  return booked.id
}

/** Marie is taken out of a meeting with her daughter, which goes on without her. Its id. */
export async function takeOut(stories: Stories, changed: Partial<AppointmentFacts> = {}): Promise<string> {
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra'], ['marie']), ...changed })
  await change(stories, id, { persons: taking(['tindra']), ...changed })
  return id
}

/** Mira changes a meeting, as it is now. */
export async function change(
  { asStaff, owner }: Stories,
  id: string,
  changed: Partial<AppointmentFacts>,
  when?: Date,
): Promise<void> {
  const { rows } = await owner.query<{ seen: number; caseId: string }>(
    'select version as seen, case_id as "caseId" from appointment where id = $1',
    [id],
  )
  const { seen, caseId } = rows[0]!
  const became = await asStaff(
    'mira',
    async (tx) =>
      changeAppointment(tx, { id, seen, facts: facts({ ...(await guardsOf(tx, caseId)), ...changed }) }),
    when,
  )
  if (!became || became.fault) throw new Error(`not changed: ${became?.fault ?? 'no such meeting'}`)
}
