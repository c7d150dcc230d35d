import { afterEach, beforeEach, expect, test } from 'vitest'
import { book, facts, taking } from '../../tests/support/appointments.ts'
import { tindrasCase } from '../../tests/support/asked.ts'
import { idOf } from '../../tests/support/people.ts'
import { openStories, type Stories } from '../../tests/support/stories.ts'
import { findOwnAppointment } from './own-appointments'
import { changeAppointment, type AppointmentFacts } from './plan-appointment'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const at = (moment: string) => new Date(moment)
const change = (id: string, seen: number, changed: Partial<AppointmentFacts>) =>
  stories.asStaff('mira', (tx) =>
    changeAppointment(tx, { id, seen, facts: facts({ persons: taking(['tindra']), ...changed }) }),
  )

test('one that has begun may still be written right, and its reason is told when its end moves', async () => {
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra']) })
  const during = at('2026-09-21T10:30:00+02:00')
  const became = await stories.asStaff(
    'mira',
    (tx) =>
      changeAppointment(tx, {
        id,
        seen: 1,
        facts: facts({
          endsAt: at('2026-09-21T11:45:00+02:00'),
          shownFrom: during,
          reason: 'Vi behövde mer tid',
          persons: taking(['tindra']),
        }),
      }),
    during,
  )
  expect(became).toEqual({ fault: null })
  expect(
    await stories.asPerson('tindra', (tx) => findOwnAppointment(tx, tindrasCase, id), during),
  ).toMatchObject({
    state: 'planned',
    reason: 'Vi behövde mer tid',
    endsAt: at('2026-09-21T11:45:00+02:00'),
  })
})

test('whoever is protected between the form and its sending is asked about anew, and nothing is told meanwhile', async () => {
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra'], ['marie']) })
  await stories.owner.query(
    `insert into person_protection (municipality_id, person_id, kind, valid, source)
     select municipality_id, id, 'confidentialityMarking', '[2026-09-15,)', 'test' from person where id = $1`,
    [idOf('tindra')],
  )
  const drawnBefore = { place: 'Gula villan', persons: taking(['tindra'], ['marie']) }
  expect(await change(id, 1, drawnBefore)).toEqual({ fault: 'guarded' })
  const place = async () =>
    (await stories.asPerson('marie', (tx) => findOwnAppointment(tx, tindrasCase, id)))!.place
  expect(await place()).toBeNull()
  expect(await change(id, 1, { ...drawnBefore, guards: [`protected ${idOf('tindra')}`] })).toEqual({
    fault: null,
  })
  expect(await place()).toBe('Gula villan')
})
