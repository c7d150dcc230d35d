import type { StoryAppointment } from '../story.ts'

/** The one more time that Alva wished for (C3). */
export const alvasAppointments: StoryAppointment[] = [
  {
    key: 'alva/once-more',
    kind: 'officeMeeting',
    from: '2026-10-06 16:00',
    to: '2026-10-06 17:00',
    place: 'Gula villan',
    plannedAt: '2026-09-08 11:20',
    by: 'olle',
    persons: [
      { person: 'alva', tells: ['place', 'others'] },
      { person: 'henrik', tells: ['place', 'others'] },
      { person: 'lina', tells: ['place', 'others'] },
    ],
    staff: [],
    others: [{ name: 'Yasmin Norberg', role: 'familjebehandlare' }],
  },
]
