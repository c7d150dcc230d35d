import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import { people } from './people.ts'
import type { Story, StoryAppointment } from './story.ts'
import { storyId } from './story-id.ts'
import type { CaseIds } from './write-case.ts'

/** Writes whom the caseworkers meet and when, who is told what of it, and what was written to it. */
export async function writeAppointments(
  tx: Kysely<DB>,
  { appointments = [], parties }: Story,
  ids: CaseIds,
): Promise<void> {
  const { municipality_id } = ids
  const idOf = ({ key }: StoryAppointment) => storyId('appointment', key)
  await insertAll(
    tx,
    'appointment',
    appointments.map((one) => ({
      ...ids,
      id: idOf(one),
      kind: one.kind,
      starts_at: one.from,
      ends_at: one.to,
      place: one.place ?? null,
      place_note: one.placeNote ?? null,
      bring: one.bring ?? null,
      state: one.isHeld ? 'held' : one.moved ? 'moved' : 'planned',
      earlier_start: one.moved?.from ?? null,
      change_reason: one.moved?.because ?? null,
      sequence: one.moved ? 1 : 0,
      moved_sequence: one.moved ? 1 : null,
      version: one.moved ? 2 : 1,
      shown_from: one.plannedAt,
      planned_by: storyId('staff', one.by),
      planned_at: one.plannedAt,
      changed_by: storyId('staff', one.by),
      time_set_at: one.moved?.at ?? one.plannedAt,
      changed_at: one.moved?.at ?? one.plannedAt,
      form_key: storyId('form', idOf(one)),
    })),
  )
  const guards = parties.flatMap(({ person }) =>
    'protection' in people[person] ? [`protected ${storyId('person', person)}`] : [],
  )
  const part = (one: StoryAppointment, who: string) => ({
    municipality_id,
    appointment_id: idOf(one),
    id: storyId('appointment_participant', `${one.key} ${who}`),
    calendar_uid: storyId('calendar', `${one.key} ${who}`),
  })
  await insertAll(
    tx,
    'appointment_participant',
    appointments.flatMap((one) => [
      ...one.persons.map(({ person, tells }) => ({
        ...part(one, person),
        person_id: storyId('person', person),
        shows_place: tells.includes('place'),
        shows_others: tells.includes('others'),
        knowing: guards,
      })),
      ...one.staff.map((staff) => ({ ...part(one, staff), staff_id: storyId('staff', staff) })),
      ...(one.others ?? []).map(({ name, role }) => ({ ...part(one, name), name, role })),
    ]),
  )
  await insertAll(
    tx,
    'appointment_point',
    appointments.flatMap((one) =>
      (one.points ?? []).map(({ person, text, hearers, at, became }, index) => ({
        municipality_id,
        id: storyId('appointment_point', `${one.key} ${index}`),
        appointment_id: idOf(one),
        person_id: storyId('person', person),
        text,
        hearers,
        written_at: at,
        outcome: became?.outcome ?? null,
        outcome_words: became?.words ?? null,
        outcome_at: became?.at ?? null,
        outcome_by: became ? storyId('staff', one.by) : null,
      })),
    ),
  )
}
