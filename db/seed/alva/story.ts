import type { Story, Visit } from '../story.ts'
import { alvasAppointments } from './appointments.ts'
import { writtenInAugust, writtenInMay } from './follow-up-records.ts'
import { alvasDocuments } from './documents.ts'
import { alvasNotes } from './notes.ts'

// Lina has not read the letter yet. Alva cannot sign in herself: she reads with an adult.
const visits: Visit[] = [
  { who: 'henrik', at: '2026-02-11 07:40', device: 'phone', documents: ['alva/decision'] },
  { who: 'lina', at: '2026-02-12 20:15', device: 'computer', documents: ['alva/decision'] },
  { who: 'henrik', at: '2026-02-25 07:35', device: 'phone', notes: ['C1'], documents: ['alva/plan'] },
  { who: 'lina', at: '2026-02-25 20:40', device: 'computer', notes: ['C1'], documents: ['alva/plan'] },
  {
    who: 'henrik',
    at: '2026-05-20 07:45',
    device: 'phone',
    notes: ['C2'],
    documents: ['alva/plan', 'alva/follow-up-may'],
    plan: true,
  },
  {
    who: 'lina',
    at: '2026-05-20 21:05',
    device: 'computer',
    notes: ['C2'],
    documents: ['alva/plan', 'alva/follow-up-may'],
    plan: true,
  },
  {
    who: 'henrik',
    at: '2026-08-27 07:30',
    device: 'phone',
    notes: ['C3', 'C4'],
    documents: ['alva/follow-up-august'],
  },
  {
    who: 'lina',
    at: '2026-08-27 20:10',
    device: 'computer',
    notes: ['C3', 'C4'],
    documents: ['alva/follow-up-august'],
  },
  { who: 'jonas', at: '2026-09-08 10:20', device: 'computer', notes: ['C3'], documents: ['alva/plan'] },
  { who: 'lina', at: '2026-09-08 20:25', device: 'computer', notes: ['C5'], documents: ['alva/ending'] },
  {
    who: 'henrik',
    at: '2026-09-11 07:50',
    device: 'phone',
    notes: ['C5'],
    documents: ['alva/ending', 'alva/letter'],
  },
]

/** Story C: Alva, 11. The help is over, the goals are reached, and there is a letter for her. */
export const alvasStory: Story = {
  municipality: 'ekdala',
  unit: 'family',
  caseNumber: 'EK-2026-0098',
  child: 'alva',
  openedOn: '2026-01-19',
  closedOn: '2026-09-10',
  // A year of reading after the close, as Alva's letter may be wanted again; the record itself stays with the
  // municipality (SoL 16 kap. 1 §).
  readableUntil: '2027-09-10',
  parties: [
    { person: 'alva', role: 'child', source: 'SoL 3 kap. 2 §' },
    { person: 'henrik', role: 'guardian', source: 'Folkbokföringen: gemensam vårdnad (FB 6 kap. 2 §)' },
    { person: 'lina', role: 'guardian', source: 'Folkbokföringen: gemensam vårdnad (FB 6 kap. 2 §)' },
  ],
  caseworkers: [
    { staff: 'olle', kind: 'lead' },
    { staff: 'mira', kind: 'deputy' },
  ],
  stages: [
    { stage: 'decision', on: '2026-02-10', dueOn: '2026-03-03', shownFrom: '2026-02-10 15:00' },
    { stage: 'intervention', on: '2026-02-24', dueOn: '2026-05-19', shownFrom: '2026-02-24 17:30' },
    { stage: 'followUp', on: '2026-05-19', dueOn: '2026-08-25', shownFrom: '2026-05-19 17:40' },
    { stage: 'followUp', on: '2026-08-25', shownFrom: '2026-08-25 17:30' },
    { stage: 'closure', on: '2026-09-10', dueOn: '2027-09-10', shownFrom: '2026-09-10 13:15' },
  ],
  deadlines: [],
  followUps: [
    { plannedOn: '2026-05-19', heldOn: '2026-05-19', shownFrom: '2026-02-24 17:30', record: writtenInMay },
    { plannedOn: '2026-08-25', heldOn: '2026-08-25', shownFrom: '2026-02-24 17:30', record: writtenInAugust },
  ],
  appointments: alvasAppointments,
  notes: alvasNotes,
  documents: alvasDocuments,
  remarks: [],
  threads: [],
  visits,
}
