import type { StoryAppointment } from '../story.ts'

/** Hers alone: her mother takes part in none of them. */
export const tindrasAppointments: StoryAppointment[] = [
  {
    key: 'tindra/september',
    kind: 'officeMeeting',
    from: '2026-09-02 15:00',
    to: '2026-09-02 15:45',
    place: 'Kommunhuset, rum 2',
    isHeld: true,
    plannedAt: '2026-08-26 10:05',
    by: 'mira',
    persons: [{ person: 'tindra', tells: ['place', 'others'] }],
    staff: ['mira'],
    points: [
      {
        person: 'tindra',
        text: 'Jag vill börja på fotbollen igen.',
        hearers: 'everyone',
        at: '2026-08-31 21:12',
        became: { outcome: 'talkedAbout', at: '2026-09-02 16:05' },
      },
      {
        person: 'tindra',
        text: 'Kan stödet på morgnarna komma även på lov?',
        hearers: 'caseworkerOnly',
        at: '2026-08-31 21:15',
        became: {
          outcome: 'notYet',
          words: 'Jag frågar först hur de arbetar på lov. Du får svar när vi ses den 16 september.',
          at: '2026-09-02 16:06',
        },
      },
    ],
  },
  {
    key: 'tindra/wednesday',
    kind: 'officeMeeting',
    from: '2026-09-16 15:00',
    to: '2026-09-16 15:45',
    place: 'Kommunhuset, rum 2',
    placeNote: 'Säg ditt förnamn i receptionen, så kommer jag och hämtar dig.',
    plannedAt: '2026-09-02 16:10',
    by: 'mira',
    persons: [{ person: 'tindra', tells: ['place', 'others'] }],
    staff: ['mira'],
    points: [
      {
        person: 'tindra',
        text: 'Jag är trött på tisdagar. Kan någon annan hämta bröderna då?',
        hearers: 'notWhenGuardianThere',
        at: '2026-09-13 21:20',
      },
    ],
  },
  {
    key: 'tindra/hanna',
    kind: 'officeMeeting',
    from: '2026-09-18 15:00',
    to: '2026-09-18 15:45',
    place: 'Stora huset',
    moved: {
      from: '2026-09-17 16:00',
      at: '2026-09-14 09:07',
      because: 'Du har match på torsdag. Lycka till!',
    },
    plannedAt: '2026-09-10 14:20',
    by: 'mira',
    persons: [{ person: 'tindra', tells: ['place', 'others'] }],
    staff: [],
    others: [{ name: 'Hanna', role: 'samtalsstöd' }],
  },
]
