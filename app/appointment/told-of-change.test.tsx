import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people'
import { book, change, facts, taking } from '../../tests/support/appointments'
import { tindrasCase } from '../../tests/support/asked'
import { wordsOf } from '../../tests/support/html'
import { openStories, storyTime, type Stories } from '../../tests/support/stories'
import { listWaiting } from '../case/staff/today-waiting'
import { findOwnAppointment } from './own-appointments'
import { OwnChange } from './own-facts'
import { askForOtherTime } from './own-words'
import { cancelAppointment, planAppointment, type AppointmentFacts } from './plan-appointment'
import { readStaffAppointment } from './staff-appointments'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const at = (moment: string) => new Date(moment)
const both = taking(['tindra'], ['marie'])
const alone = taking(['tindra'])
const later = { startsAt: at('2026-09-21T10:15:00+02:00') }
const booked = (changed: Partial<AppointmentFacts> = {}) =>
  book(stories, 'mira', tindrasCase, { persons: alone, ...changed })
const own = (who: PersonKey, id: string) =>
  stories.asPerson(who, (tx) => findOwnAppointment(tx, tindrasCase, id))

test('a move and its reason are told to those who took part, not to whoever comes in with it or after it', async () => {
  const id = await booked()
  await change(stories, id, { ...later, reason: 'Tindra har prov', persons: both })
  const moved = { state: 'moved', earlierStart: at('2026-09-21T10:00:00+02:00'), reason: 'Tindra har prov' }
  const unchanged = { state: 'planned', earlierStart: null, reason: null }
  expect(await own('tindra', id)).toMatchObject(moved)
  expect(await own('marie', id)).toMatchObject({ ...unchanged, startsAt: later.startsAt })
  await change(stories, id, { ...later, place: 'Gula villan', persons: both })
  expect(await own('marie', id)).toMatchObject(unchanged)
  const endsAt = at('2026-09-21T11:45:00+02:00')
  await change(stories, id, { ...later, endsAt, reason: 'Vi behöver mer tid', persons: both })
  expect(await own('tindra', id)).toMatchObject({ ...moved, reason: 'Vi behöver mer tid' })
  expect(await own('marie', id)).toMatchObject({ ...unchanged, reason: 'Vi behöver mer tid' })
})

test('whoever was taken out and comes in again is told nothing of what changed meanwhile', async () => {
  const id = await booked({ persons: both })
  await change(stories, id, { persons: alone })
  await change(stories, id, { ...later, reason: 'Tindra har prov', persons: alone })
  await change(stories, id, { ...later, persons: both })
  expect(await own('marie', id)).toMatchObject({ state: 'planned', earlierStart: null, reason: null })
  expect(await own('tindra', id)).toMatchObject({ state: 'moved', reason: 'Tindra har prov' })
})

test('whoever came in later is told why it is called off', async () => {
  const id = await booked()
  await change(stories, id, { ...later, reason: 'Tindra har prov', persons: both })
  await stories.asStaff('mira', (tx) => cancelAppointment(tx, { id, seen: 2, reason: 'Jag är sjuk.' }))
  expect(await own('marie', id)).toMatchObject({ state: 'cancelled', reason: 'Jag är sjuk.' })
})

test('why it ends at another time is said on the page', async () => {
  const id = await booked()
  const endsAt = at('2026-09-21T11:45:00+02:00')
  await change(stories, id, { endsAt, reason: 'Vi behöver mer tid', persons: alone })
  const words = wordsOf(<OwnChange appointment={(await own('tindra', id))!} />)
  expect(words).toBe('Tiden är ändrad Vi behöver mer tid')
})

test.each<[string, Partial<AppointmentFacts>, string[]]>([
  ['what it is', { kind: 'homeVisit' }, ['Marie', 'Tindra']],
  ['what to bring', { bring: 'Ditt betyg' }, ['Marie', 'Tindra']],
  ['the end', { endsAt: at('2026-09-21T11:45:00+02:00') }, ['Marie', 'Tindra']],
  ['the place', { place: 'Gula villan' }, ['Tindra']],
  ['the place and what it is', { place: 'Gula villan', kind: 'homeVisit' }, ['Marie', 'Tindra']],
  ['who comes from the municipality', {}, []],
])('when %s changes those who are told it get a notice', async (_what, changed, told) => {
  const persons = taking(['tindra'], ['marie', { showsPlace: false }])
  const id = await booked({ persons })
  await change(stories, id, { persons, ...changed })
  const { rows } = await stories.owner.query<{ name: string }>(
    `select p.given_name as name from notice n join person p on p.id = n.person_id and p.municipality_id = n.municipality_id
      where n.appointment_id = $1 and n.kind = 'movedAppointment' order by name`,
    [id],
  )
  expect(rows.map(({ name }) => name)).toEqual(told)
})

test('whoever asked for another time and is taken out waits for nothing, and may ask anew when they come in again', async () => {
  const id = await booked({ persons: both })
  const ask = () =>
    stories.asPerson('marie', (tx) =>
      askForOtherTime(tx, { appointmentId: id, id: crypto.randomUUID(), text: 'Efter tre' }),
    )
  const wished = async () =>
    (await stories.asStaff('mira', (tx) => listWaiting(tx))).filter(({ what }) => what === 'timeRequest')
  expect(await ask()).toBe('kept')
  expect(await wished()).toHaveLength(1)
  await change(stories, id, { persons: alone })
  expect(await wished()).toEqual([])
  const read = await stories.asStaff('mira', (tx) => readStaffAppointment(tx, id))
  expect(read?.requests).toMatchObject([{ text: 'Efter tre', state: 'takenOut' }])
  await change(stories, id, { persons: both })
  expect((await own('marie', id))?.requests).toEqual([])
  expect(await ask()).toBe('kept')
})

test.each<[string, Partial<AppointmentFacts>, 'booked' | null]>([
  ['the same', {}, null],
  ['the same, from a later moment', { shownFrom: new Date(storyTime.getTime() + 7000) }, null],
  ['another time', later, 'booked'],
  ['another kind', { kind: 'phoneCall' }, 'booked'],
  ['another to come', { persons: alone }, 'booked'],
  ['less told', { persons: taking(['tindra'], ['marie', { showsOthers: false }]) }, 'booked'],
  ['somebody else', { others: [{ name: 'Kim', role: 'mentor' }] }, 'booked'],
])(
  'the form of a meeting sent again with %s is answered with the one that is booked: %s',
  async (_what, changed, fault) => {
    const formKey = crypto.randomUUID()
    const plan = (more: Partial<AppointmentFacts>) =>
      stories.asStaff('mira', (tx) =>
        planAppointment(tx, { caseId: tindrasCase, formKey, facts: facts({ persons: both, ...more }) }),
      )
    const first = await plan({})
    expect(await plan(changed)).toEqual({ id: first!.id, fault })
  },
)
