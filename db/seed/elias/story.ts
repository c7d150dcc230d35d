import type { Story } from '../story.ts'
import { appointmentsAboutElias } from './appointments.ts'
import { custody, placeAndContact } from './decisions.ts'
import { howPeterAppeals, howSaraAppeals } from './how-to-appeal.ts'
import { eveningNotes } from './notes-evening.ts'
import { morningNotes } from './notes-morning.ts'
import { shownFrom } from './shown.ts'

/** Story B: Elias, 8, and two guardians who may not read the same. Sara's registration is protected. */
export const eliasStory: Story = {
  municipality: 'ekdala',
  unit: 'family',
  caseNumber: 'EK-2026-1187',
  child: 'elias',
  openedOn: '2026-09-14',
  parties: [
    { person: 'elias', role: 'child', source: 'SoL 3 kap. 2 §, LVU 36 §' },
    { person: 'sara', role: 'guardian', source: 'Folkbokföringen: gemensam vårdnad (FB 6 kap. 2 §)' },
    { person: 'peter', role: 'guardian', source: 'Folkbokföringen: gemensam vårdnad (FB 6 kap. 2 §)' },
  ],
  caseworkers: [
    { staff: 'samira', kind: 'lead' },
    { staff: 'olle', kind: 'deputy' },
  ],
  stages: [
    { stage: 'report', on: '2026-09-14', dueOn: '2026-09-28', shownFrom },
    { stage: 'investigation', on: '2026-09-14', dueOn: '2027-01-14', shownFrom },
    { stage: 'immediateCustody', on: '2026-09-14', dueOn: '2026-09-21', shownFrom },
  ],
  deadlines: [
    {
      kind: 'courtSubmission',
      dueOn: '2026-09-21',
      source: 'LVU 7 §: inom en vecka från beslutet',
      shownFrom,
    },
    {
      kind: 'careApplication',
      dueOn: '2026-10-12',
      source: 'LVU 8 §: inom fyra veckor från den dag omhändertagandet verkställdes',
      shownFrom,
    },
    {
      kind: 'consideration',
      dueOn: '2026-12-14',
      source: 'LVU 14 §: minst en gång var tredje månad',
      shownFrom,
    },
    { kind: 'investigation', dueOn: '2027-01-14', source: 'SoL 20 kap. 3 §: inom fyra månader', shownFrom },
  ],
  followUps: [],
  appointments: appointmentsAboutElias,
  notes: [...morningNotes, ...eveningNotes],
  documents: [custody, placeAndContact, howPeterAppeals, howSaraAppeals],
  remarks: [],
  threads: [],
  visits: [{ who: 'samira', at: '2026-09-14 20:35', device: 'phone' }],
}
