import type { StoryAppointment } from '../story.ts'

// One for each, told to nobody else. Where Elias is stands nowhere.
const booked = { plannedAt: '2026-09-14 20:45', by: 'samira' } as const

export const appointmentsAboutElias: StoryAppointment[] = [
  {
    ...booked,
    key: 'elias/visit',
    kind: 'childVisit',
    from: '2026-09-15 16:00',
    to: '2026-09-15 17:00',
    persons: [{ person: 'elias', tells: [] }],
    staff: ['samira'],
  },
  {
    ...booked,
    key: 'elias/sara',
    kind: 'officeMeeting',
    from: '2026-09-18 13:00',
    to: '2026-09-18 14:00',
    place: 'Familjecentralen, andra våningen',
    persons: [{ person: 'sara', tells: ['place'] }],
    staff: ['olle', 'samira'],
  },
  {
    ...booked,
    key: 'elias/peter',
    kind: 'officeMeeting',
    from: '2026-09-17 10:00',
    to: '2026-09-17 11:00',
    place: 'Kommunhuset, rum 4',
    bring: 'Ta med brevet om du vill gå igenom det tillsammans.',
    persons: [{ person: 'peter', tells: ['place'] }],
    staff: ['samira'],
  },
]
