import type { StoryNote } from '../story.ts'
import { assessed, fact, said } from '../telling.ts'
import { allThree } from './readers.ts'

/** C1-C5. No note says whether anybody answered the survey. */
export const alvasNotes: StoryNote[] = [
  {
    key: 'C1',
    kind: 'implementationPlan',
    at: '2026-02-24 16:00',
    author: 'olle',
    source: 'Alva, Henrik, Lina, Yasmin Norberg (familjebehandlare)',
    bbicAreas: ['currentFamilySituation'],
    title: 'Vi gör en genomförandeplan',
    text: [
      fact('Vi skriver genomförandeplanen tillsammans med Alva, Henrik och Lina.'),
      fact(
        'Målet är att det blir mindre bråk hemma och att Alva kan sova lugnt. Vi ses en gång i veckan fram till sommaren.',
      ),
      said('alva', 'Alva vill ha en egen stund på varje möte där hon bestämmer vad vi pratar om.'),
      fact('Uppföljning:\n19 maj\n25 augusti'),
    ],
    childTitle: 'Vi gör en plan',
    childText:
      'Vi skrev en plan, du, mamma, pappa och jag. Det ska bli mindre bråk hemma. Du ska kunna sova lugnt. Vi ses en gång i veckan fram till sommaren. Du vill ha en egen stund på varje möte. Då bestämmer du vad vi pratar om. Den 19 maj och den 25 augusti ser vi hur det går.',
    childTextEasy:
      'Vi gjorde en plan. Det ska bli mindre bråk. Du ska sova lugnt. Du får en egen stund varje gång.',
    origin: 'spoken',
    signedAt: '2026-02-24 17:10',
    readers: allThree('2026-02-24 17:30'),
  },
  {
    key: 'C2',
    kind: 'followUp',
    at: '2026-05-19 16:30',
    author: 'olle',
    source: 'Alva, Henrik, Lina',
    bbicAreas: ['emotionsAndBehaviour', 'socialRelations'],
    title: 'Uppföljning i halvtid',
    text: [
      fact('Uppföljning i halvtid.'),
      said(
        'alva',
        'Alva säger att det är lite bättre, kanske en femma av tio. Det är bäst på vardagar och svårast när hon byter hus på söndagar.',
      ),
      said('henrik', 'Henrik säger att de har slutat skrika i hallen.'),
      said('lina', 'Lina håller med men tycker att det är svårt med tiderna.'),
      fact('Vi ändrar planen så att bytet sker efter skolan på måndagar. Det var Alvas idé.'),
    ],
    childTitle: 'Hur går det?',
    childText:
      'Vi pratade om hur det går. Du sa att det är lite bättre, kanske en femma av tio. Det är bäst på vardagar. Svårast är det när du byter hus på söndagar. Pappa sa att de har slutat skrika i hallen. Mamma tycker att det är svårt med tiderna. Du hade en idé: byt hus efter skolan på måndagar. Så gör vi nu.',
    childTextEasy: 'Det är lite bättre nu. Du hade en idé. Du byter hus på måndagar efter skolan. Så gör vi.',
    origin: 'spoken',
    signedAt: '2026-05-19 17:25',
    readers: allThree('2026-05-19 17:40'),
  },
  {
    key: 'C3',
    kind: 'followUp',
    at: '2026-08-25 16:20',
    author: 'olle',
    source: 'Alva, Henrik, Lina, Yasmin Norberg (familjebehandlare)',
    bbicAreas: ['health', 'socialRelations', 'currentFamilySituation'],
    title: 'Uppföljning av familjebehandlingen',
    text: [
      fact('Uppföljning av familjebehandlingen. Alva, Henrik, Lina och Yasmin är med.'),
      said(
        'alva',
        'Alva säger ”nu är det mest vanligt hemma”. Hon sover hela natten och har haft kompisar hemma två gånger i sommar.',
      ),
      fact('Henrik och Lina har en gemensam kalender för tiderna.'),
      said('alva', 'Alva vill sluta men vill kunna träffa Yasmin en gång till i höst.'),
      fact('Alla tycker att det är ett bra förslag.'),
    ],
    childTitle: 'Hur har det gått?',
    childText:
      'Vi träffades igen, och Yasmin var med. Du sa att det mest är vanligt hemma nu. Du sover hela natten. Du har haft kompisar hemma två gånger i sommar. Mamma och pappa har en kalender ihop. Du vill sluta nu, men träffa Yasmin en gång till i höst. Det tycker alla är bra.',
    childTextEasy:
      'Nu är det mest vanligt hemma. Du sover bra. Du vill sluta, men träffa Yasmin en gång till.',
    origin: 'spoken',
    signedAt: '2026-08-25 17:15',
    readers: allThree('2026-08-25 17:30'),
  },
  {
    key: 'C4',
    kind: 'information',
    at: '2026-08-26 09:00',
    author: 'olle',
    bbicAreas: [],
    title: 'Om enkäten',
    text: [
      fact(
        'Jag berättar för Alva, Henrik och Lina om enkäten. Den är frivillig och jag får inte se vad någon har svarat.',
      ),
      fact('Den som vill kan få hjälp att läsa av Nina från en annan enhet.'),
    ],
    childTitle: 'Vill du svara på några frågor?',
    childText:
      'Det finns en enkät. Det är några frågor om hur det har varit. Du väljer själv om du vill svara. Jag får inte se vad du svarar. Vill du ha hjälp att läsa? Då hjälper Nina dig. Hon jobbar inte här hos oss.',
    childTextEasy:
      'Vill du svara på några frågor? Du bestämmer. Jag ser inte ditt svar. Nina kan hjälpa dig att läsa.',
    origin: 'spoken',
    signedAt: '2026-08-26 09:15',
    readers: allThree('2026-08-26 09:30'),
  },
  {
    key: 'C5',
    kind: 'decision',
    at: '2026-09-08 11:00',
    author: 'olle',
    bbicAreas: [],
    title: 'Beslut om avslut',
    text: [
      fact('Beslut om att avsluta familjebehandlingen.'),
      assessed('Målen i genomförandeplanen är uppnådda.'),
      fact(
        'Alva får ett eget brev på Mina sidor. Där står vad vi har gjort, vem hon kan ringa och att hon får höra av sig igen när hon vill.',
      ),
    ],
    childTitle: 'Nu är vi klara',
    childText:
      'Nu slutar ni att gå till Yasmin. Det vi ville i planen har blivit så. Du får ett eget brev här. Där står vad vi har gjort och vem du kan ringa. Du får höra av dig igen när du vill.',
    childTextEasy: 'Nu är vi klara. Du får ett eget brev. Du får ringa igen när du vill.',
    origin: 'spoken',
    signedAt: '2026-09-08 11:20',
    readers: allThree('2026-09-08 11:30'),
  },
]
