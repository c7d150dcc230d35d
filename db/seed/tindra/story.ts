import type { Story } from '../story.ts'
import { tindrasAppointments } from './appointments.ts'
import { helpDecision, howToDisagree } from './decision.ts'
import { decisionBasis } from './decision-basis.ts'
import { investigationDecision, investigationPlan, schoolReport } from './investigation.ts'
import { springNotes } from './notes-spring.ts'
import { summerNotes } from './notes-summer.ts'
import { implementationPlan } from './plan.ts'
import { tindrasRemarks, tindrasThreads, visitsToTindrasCase } from './talk.ts'

/** Story A: Tindra, 16 and a party of her own, follows the investigation and the help after it on her phone. */
export const tindrasStory: Story = {
  municipality: 'ekdala',
  unit: 'family',
  caseNumber: 'EK-2026-0412',
  child: 'tindra',
  openedOn: '2026-03-03',
  parties: [
    { person: 'tindra', role: 'child', source: 'SoL 3 kap. 4 §: egen talan från 15 år' },
    { person: 'marie', role: 'guardian', source: 'Folkbokföringen: ensam vårdnad (FB 6 kap. 2 §)' },
  ],
  caseworkers: [
    { staff: 'mira', kind: 'lead' },
    { staff: 'samira', kind: 'deputy' },
  ],
  stages: [
    { stage: 'report', on: '2026-03-03', dueOn: '2026-03-17', shownFrom: '2026-03-03 17:05' },
    { stage: 'preliminaryAssessment', on: '2026-03-12', dueOn: '2026-03-17', shownFrom: '2026-03-12 13:00' },
    { stage: 'investigation', on: '2026-03-16', dueOn: '2026-07-16', shownFrom: '2026-03-16 15:00' },
    { stage: 'disclosureForComment', on: '2026-06-09', dueOn: '2026-06-23', shownFrom: '2026-06-09 10:30' },
    { stage: 'decision', on: '2026-06-25', dueOn: '2026-07-16', shownFrom: '2026-06-25 14:30' },
    { stage: 'intervention', on: '2026-07-02', dueOn: '2026-10-02', shownFrom: '2026-07-02 16:30' },
  ],
  deadlines: [
    {
      kind: 'investigation',
      dueOn: '2026-07-16',
      doneOn: '2026-06-25',
      source: 'SoL 20 kap. 3 §: fyra månader från den 16 mars',
      shownFrom: '2026-03-16 15:00',
    },
    {
      kind: 'comment',
      person: 'tindra',
      dueOn: '2026-06-23',
      doneOn: '2026-06-16',
      source: 'FL 25 §',
      shownFrom: '2026-06-09 10:30',
    },
    {
      kind: 'comment',
      person: 'marie',
      dueOn: '2026-06-23',
      doneOn: '2026-06-16',
      source: 'FL 25 §',
      shownFrom: '2026-06-09 10:30',
    },
  ],
  followUps: [{ plannedOn: '2026-10-02', shownFrom: '2026-07-02 16:30' }],
  appointments: tindrasAppointments,
  // Milo and Sixten are here only as what Tindra does for them: their own facts are in their own records.
  notes: [...springNotes, ...summerNotes],
  documents: [
    schoolReport,
    investigationDecision,
    investigationPlan,
    decisionBasis,
    helpDecision,
    howToDisagree,
    implementationPlan,
  ],
  remarks: tindrasRemarks,
  threads: tindrasThreads,
  visits: visitsToTindrasCase,
}
