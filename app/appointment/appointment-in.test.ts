import { expect, test } from 'vitest'
import { appointmentIn, type AppointmentFault } from './appointment-in'

const now = new Date('2026-09-15T09:00:00+02:00')
const person = crypto.randomUUID()
const typed = { kind: 'officeMeeting', day: '2026-09-21', from: '10:00', to: '11:00', persons: person }

function formOf(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...typed, ...fields })) form.append(name, value)
  return form
}

test('what is typed is kept as moments in Swedish time, and each person as they are told', () => {
  const { facts, faults } = appointmentIn(
    formOf({ [`place-${person}`]: 'yes', place: ' Biblioteket ', 'name-0': 'Kim', 'role-0': 'kurator' }),
    now,
  )
  expect(faults).toEqual([])
  expect(facts).toMatchObject({
    startsAt: new Date('2026-09-21T08:00:00Z'),
    endsAt: new Date('2026-09-21T09:00:00Z'),
    shownFrom: now,
    place: 'Biblioteket',
    bring: null,
    persons: [{ id: person, showsPlace: true, showsOthers: false }],
    others: [{ name: 'Kim', role: 'kurator' }],
  })
})

test('a time after the clock is put back is an hour later in the world', () => {
  const { facts } = appointmentIn(formOf({ day: '2026-10-26' }), now)
  expect(facts?.startsAt).toEqual(new Date('2026-10-26T09:00:00Z'))
})

test('a day to show it from is the morning of that day, and one that has come is now', () => {
  expect(appointmentIn(formOf({ shownFrom: '2026-09-18' }), now).facts?.shownFrom).toEqual(
    new Date('2026-09-18T08:00:00+02:00'),
  )
  expect(appointmentIn(formOf({ shownFrom: '2026-09-01' }), now).facts?.shownFrom).toEqual(now)
})

test.each<[string, Record<string, string>, AppointmentFault]>([
  ['no day', { day: '' }, { field: 'day', fault: 'day' }],
  ['a day that is none', { day: '2026-02-30' }, { field: 'day', fault: 'day' }],
  ['a time that is none', { from: 'tre' }, { field: 'from', fault: 'time' }],
  ['no end', { to: '' }, { field: 'to', fault: 'time' }],
  ['somebody without an id', { persons: 'Tindra' }, { field: 'persons', fault: 'person' }],
  ['a day to show it from that is none', { shownFrom: 'snart' }, { field: 'shownFrom', fault: 'shown' }],
  ['a way in without a place', { placeNote: 'Ring på' }, { field: 'place', fault: 'needsPlace' }],
  ['a name without a role', { 'name-1': 'Kim' }, { field: 'role-1', fault: 'other' }],
  [
    '10,001 characters',
    { bring: 'å'.repeat(10_001) },
    { field: 'bring', fault: 'tooLong', typed: 10_001, most: 1000 },
  ],
])('%s is a fault of its field, and what was typed is given back', (_what, fields, fault) => {
  const { facts, faults, values } = appointmentIn(formOf(fields), now)
  expect(facts).toBeNull()
  expect(faults).toEqual([fault])
  expect(values.texts).toMatchObject({ from: typed.from, ...fields })
})

test('what a person would be told is given back though they are not chosen', () => {
  const other = crypto.randomUUID()
  expect(appointmentIn(formOf({ [`place-${other}`]: 'yes' }), now).values.toldPlace).toEqual([other])
})
