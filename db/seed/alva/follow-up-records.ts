import type { FollowUpWritten } from '../story.ts'

/** Halfway, by the plan of February. */
export const writtenInMay: FollowUpWritten = {
  by: 'olle',
  at: '2026-05-19 16:20',
  note: 'C2',
  persons: ['alva', 'henrik', 'lina'],
  providers: [],
  plan: { document: 'alva/plan', number: 1 },
  goals: [
    {
      progress: 'onTheWay',
      childView: 'Lite bättre, kanske en femma av tio. Det är bäst på vardagar.',
      guardianView:
        'Henrik: vi har slutat skrika i hallen. Lina håller med men tycker att det är svårt med tiderna.',
      assessment: 'Det är mindre bråk. Tiderna för bytet av hus är det som är kvar.',
    },
    {
      progress: 'onTheWay',
      childView: 'Jag sover bra på vardagar. Natten till måndag är svårast.',
      assessment: 'Det hänger ihop med bytet av hus på söndagar.',
    },
  ],
  areas: ['emotionsAndBehaviour', 'socialRelations'],
  planChange: 'Bytet av hus sker efter skolan på måndagar. Det var Alvas idé.',
  next: '2026-08-25',
}

/** When the help has gone on for six months, by the plan of May. */
export const writtenInAugust: FollowUpWritten = {
  by: 'olle',
  at: '2026-08-25 16:10',
  note: 'C3',
  persons: ['alva', 'henrik', 'lina'],
  providers: [{ name: 'Yasmin Norberg', role: 'familjebehandlare' }],
  plan: { document: 'alva/plan', number: 2 },
  goals: [
    {
      progress: 'reached',
      childView: 'Nu är det mest vanligt hemma.',
      guardianView: 'Henrik och Lina har en gemensam kalender för tiderna.',
      assessment: 'Målet är nått.',
    },
    {
      progress: 'reached',
      childView: 'Jag sover hela natten.',
      assessment: 'Målet är nått.',
    },
  ],
  areas: ['health', 'socialRelations', 'currentFamilySituation'],
  familyContact: 'Alva har haft kompisar hemma två gånger i sommar.',
  planChange:
    'Alva vill sluta men träffa Yasmin en gång till i höst. Alla tycker att det är ett bra förslag.',
}
