import { expect, test } from 'vitest'
import { calendarFile } from './calendar-file'

// As it is found, with all that its reader may know of it (own-appointments.ts).
const meeting = {
  id: 'b9a3c7a0-7a38-4f5e-8f6c-1a2b3c4d5e6f',
  caseId: '0d5c4b3a-2f1e-4d6c-8b7a-9f8e7d6c5b4a',
  childName: 'Tindra',
  kind: 'homeVisit' as const,
  place: 'Familjecentralen',
  placeNote: 'Ring på hos Kim',
  bring: 'Läkarintyg',
  reason: 'Samira är sjuk',
  staff: ['Mira'],
  others: [{ name: 'Marie', role: 'mamma' }],
  points: [{ text: 'Jag vill byta rum' }],
  calendarUid: '5f0d2c6e-3a44-4a0b-9a55-3d6a1c9f7e21',
  sequence: 2,
  timeSetAt: new Date('2026-09-15T09:00:00+02:00'),
  state: 'moved' as const,
  startsAt: new Date('2026-09-21T10:00:00+02:00'),
  endsAt: new Date('2026-09-21T11:00:00+02:00'),
}

/** Lines as RFC 5545 3.1 unfolds them. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').trim().split('\r\n')

test('a calendar file has when, one word and nothing more', () => {
  expect(linesOf(calendarFile(meeting, 'Tid'))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//-//-//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:5f0d2c6e-3a44-4a0b-9a55-3d6a1c9f7e21',
    'SEQUENCE:2',
    'DTSTAMP:20260915T070000Z',
    'DTSTART:20260921T080000Z',
    'DTEND:20260921T090000Z',
    'SUMMARY:Tid',
    'END:VEVENT',
    'END:VCALENDAR',
  ])
})

test('one that is called off takes away the one there was', () => {
  const lines = linesOf(calendarFile({ ...meeting, state: 'cancelled' as const, sequence: 3 }, 'Tid'))
  expect(lines).toContain('STATUS:CANCELLED')
  expect(lines).toContain('SEQUENCE:3')
})
