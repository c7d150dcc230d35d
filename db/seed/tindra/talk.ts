import { fridayPaper, pitch } from './files.ts'
import type { StoryRemark, StoryThread, Visit } from '../story.ts'

export const tindrasRemarks: StoryRemark[] = [
  {
    key: 'tindra/every-day',
    document: 'tindra/basis',
    person: 'tindra',
    kind: 'disputedFact',
    at: '2026-06-11 22:31',
    text: 'Det står att jag lämnar bröderna ibland. Jag gör det varje dag. Det är viktigt att det står rätt.',
    answer: {
      by: 'mira',
      at: '2026-06-12 08:50',
      text: 'Tack, Tindra. Du har rätt. Jag har skrivit in att du anser att uppgiften är fel och rättat den i förslaget.',
    },
  },
]

export const tindrasThreads: StoryThread[] = [
  {
    key: 'tindra/mentor',
    person: 'tindra',
    subject: 'Min mentor',
    messages: [
      {
        from: 'tindra',
        at: '2026-03-20 21:14',
        text: 'Hej! Måste min mentor få veta hur vi har det hemma?',
        seenAt: '2026-03-23 08:50',
      },
      {
        from: 'mira',
        at: '2026-03-23 09:05',
        text: 'Hej Tindra! Nej. Vi behöver fråga skolan om din frånvaro, och då får skolan veta att vi gör en utredning. Vi berättar inte mer om hur ni har det hemma, om inte du och mamma säger att det är okej. Vill du att vi säger något särskilt till din mentor? Skriv till mig eller ring.',
        seenAt: '2026-03-23 20:17',
      },
    ],
  },
  {
    key: 'tindra/thursday',
    person: 'tindra',
    subject: 'Samtalet på torsdag',
    messages: [
      {
        from: 'tindra',
        at: '2026-09-13 21:10',
        text: 'Hej! Vi har match på torsdag klockan 16. Kan jag träffa Hanna en annan dag den här veckan? Jag vill inte missa något av det.',
        seenAt: '2026-09-14 08:52',
        files: [pitch],
      },
      {
        // Not seen: Tindra has an answer to read.
        from: 'mira',
        at: '2026-09-14 09:05',
        text: 'Hej Tindra! Vad roligt att du spelar match igen. Jag har pratat med Hanna. Ni kan ses på fredag klockan 15 i stället. Passar det? Skriv här om det inte gör det. Lycka till på torsdag!',
        files: [fridayPaper],
      },
    ],
  },
]

/** What has been read: for Tindra everything but the last answer. */
export const visitsToTindrasCase: Visit[] = [
  { who: 'mira', at: '2026-03-03 16:10', device: 'computer', documents: ['tindra/report'] },
  { who: 'jonas', at: '2026-03-16 12:50', device: 'computer', notes: ['A1', 'A2'] },
  {
    who: 'marie',
    at: '2026-03-17 10:20',
    device: 'phone',
    notes: ['A1', 'A2'],
    documents: ['tindra/investigation'],
  },
  {
    who: 'tindra',
    at: '2026-03-19 21:02',
    device: 'phone',
    notes: ['A1', 'A2'],
    documents: ['tindra/report', 'tindra/investigation', 'tindra/investigation-plan'],
  },
  { who: 'tindra', at: '2026-03-20 21:08', device: 'phone' },
  { who: 'mira', at: '2026-03-23 08:48', device: 'computer', threads: ['tindra/mentor'] },
  { who: 'tindra', at: '2026-03-23 20:15', device: 'phone', threads: ['tindra/mentor'] },
  {
    who: 'marie',
    at: '2026-03-26 09:40',
    device: 'phone',
    documents: ['tindra/report', 'tindra/investigation-plan'],
  },
  { who: 'tindra', at: '2026-04-16 20:41', device: 'phone', notes: ['A3'] },
  { who: 'tindra', at: '2026-05-07 21:16', device: 'phone', notes: ['A4'] },
  { who: 'marie', at: '2026-05-08 11:05', device: 'phone', notes: ['A4'] },
  { who: 'tindra', at: '2026-06-09 20:07', device: 'phone', notes: ['A5'], documents: ['tindra/basis'] },
  { who: 'marie', at: '2026-06-10 10:30', device: 'phone', notes: ['A5'], documents: ['tindra/basis'] },
  { who: 'tindra', at: '2026-06-11 22:22', device: 'phone', documents: ['tindra/basis'] },
  { who: 'mira', at: '2026-06-12 08:25', device: 'computer', documents: ['tindra/basis'] },
  { who: 'tindra', at: '2026-06-12 20:12', device: 'phone', documents: ['tindra/basis'] },
  { who: 'marie', at: '2026-06-15 09:15', device: 'phone', documents: ['tindra/basis'] },
  {
    who: 'jonas',
    at: '2026-06-25 13:05',
    device: 'computer',
    notes: ['A4', 'A5'],
    documents: ['tindra/basis'],
  },
  {
    who: 'tindra',
    at: '2026-06-25 21:03',
    device: 'phone',
    notes: ['A6'],
    documents: ['tindra/decision', 'tindra/disagree'],
  },
  {
    who: 'marie',
    at: '2026-06-26 09:50',
    device: 'phone',
    notes: ['A6'],
    documents: ['tindra/decision', 'tindra/disagree'],
  },
  { who: 'tindra', at: '2026-07-02 19:33', device: 'phone', documents: ['tindra/plan'], plan: true },
  { who: 'marie', at: '2026-07-03 10:12', device: 'phone', documents: ['tindra/plan'], plan: true },
  { who: 'tindra', at: '2026-08-23 20:46', device: 'phone', plan: true },
  { who: 'tindra', at: '2026-09-13 21:05', device: 'phone', plan: true },
  {
    who: 'mira',
    at: '2026-09-14 08:51',
    device: 'computer',
    documents: ['tindra/plan'],
    threads: ['tindra/thursday'],
  },
]
