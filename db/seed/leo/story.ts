import type { Story, StoryDocument, StoryNote } from '../story.ts'
import { fact, full, said, section } from '../telling.ts'

const talk: StoryNote = {
  key: 'L1',
  kind: 'meeting',
  at: '2026-06-03 14:00',
  author: 'nils',
  source: 'Leo',
  bbicAreas: ['housingWorkEconomy', 'socialNetworkAndIntegration'],
  title: 'Möte om kontaktperson',
  text: [
    fact('Möte med Leo på kontoret. Vi pratar om hur det är att bo själv.'),
    said(
      'leo',
      'Leo säger att det går bra med jobbet men att kvällarna är tysta. Han vill gärna ha någon att göra saker med.',
    ),
    fact('Jag frågar Karim om han kan bli kontaktperson. Vi hörs igen om en vecka.'),
  ],
  origin: 'typed',
  signedAt: '2026-06-03 15:05',
  readers: [full('leo', '2026-06-03 15:15')],
}

const decision: StoryDocument = {
  key: 'leo/decision',
  type: 'decision',
  on: '2026-06-10',
  versions: [
    {
      title: 'Beslut om kontaktperson',
      sections: [
        section(
          'Beslut',
          'Leo Grann får en kontaktperson i ett år, från den 22 juni 2026 (11 kap. 1 § socialtjänstlagen).',
        ),
        section(
          'Varför',
          'Leo har flyttat till en egen lägenhet. Han vill ha någon att göra saker med på kvällar och helger.',
        ),
        section(
          'Om du inte håller med',
          'Du kan överklaga inom tre veckor från den dag du fick beslutet. Skriv till socialnämnden i Grannby kommun. Nils hjälper dig.',
        ),
        section('Vem som har bestämt', 'Nils Fors, socialsekreterare, på delegation från socialnämnden.'),
      ],
      signedAt: '2026-06-10 11:30',
      signedBy: 'nils',
    },
  ],
  readers: [full('leo', '2026-06-10 12:00')],
}

/** Leo, 19, in another municipality: a small case of his own, and nothing of Ekdala. */
export const leosStory: Story = {
  municipality: 'grannby',
  unit: 'youngAdults',
  caseNumber: 'GB-2026-0057',
  child: 'leo',
  openedOn: '2026-05-25',
  parties: [{ person: 'leo', role: 'child', source: 'Egen ansökan (SoL 11 kap. 1 §)' }],
  caseworkers: [{ staff: 'nils', kind: 'lead' }],
  stages: [
    { stage: 'investigation', on: '2026-05-25', dueOn: '2026-09-25', shownFrom: '2026-05-25 13:00' },
    { stage: 'decision', on: '2026-06-10', dueOn: '2026-07-01', shownFrom: '2026-06-10 12:00' },
    { stage: 'intervention', on: '2026-06-22', dueOn: '2026-10-19', shownFrom: '2026-06-22 09:00' },
  ],
  deadlines: [],
  followUps: [{ plannedOn: '2026-10-19', shownFrom: '2026-06-22 09:00' }],
  notes: [talk],
  documents: [decision],
  remarks: [],
  threads: [],
  visits: [
    { who: 'leo', at: '2026-06-04 18:30', device: 'phone', notes: ['L1'] },
    { who: 'leo', at: '2026-06-11 19:05', device: 'phone', documents: ['leo/decision'] },
  ],
}
