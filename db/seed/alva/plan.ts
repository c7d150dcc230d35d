import type { StoryDocument, StoryPlan } from '../story.ts'
import { section } from '../telling.ts'
import { allThree } from './readers.ts'

const sectionsWith = (houseChange: string, followUp: string) => [
  section('Det här vill vi nå', 'Det ska bli mindre bråk hemma. Alva ska kunna sova lugnt.'),
  section(
    'Så här gör vi',
    'Familjen träffar Yasmin Norberg, familjebehandlare, en gång i veckan fram till sommaren. Efter sommaren ses vi när det behövs. Alva har en egen stund på varje möte där hon bestämmer vad vi pratar om.',
    houseChange,
  ),
  section('Så ser vi hur det går', followUp),
  section('Vad andra gör', 'Skolan vet att familjen får hjälp. De gör som vanligt.'),
  section('Kontakt med dem du tycker om', 'Alva bor varannan vecka hos Henrik och varannan hos Lina.'),
  section('När du träffar oss', 'Alva får ringa Olle när hon vill. Olle är med när vi ser hur det går.'),
  section(
    'Vad Alva, Henrik och Lina tycker',
    'Alva vill ha en egen stund varje gång. Henrik och Lina vill lära sig att prata om tider utan att bråka.',
  ),
]

const ownTime = { who: 'Alva', what: 'har en egen stund på varje möte och bestämmer vad vi pratar om' }
const weekly = { who: 'Yasmin, familjebehandlare', what: 'träffar familjen en gång i veckan' }
const sunday = { who: 'Henrik och Lina', what: 'gör bytet på söndagar utan att prata om tider i hallen' }
const monday = { who: 'Henrik och Lina', what: 'låter bytet ske efter skolan på måndagar' }

const planWith = (agreedOn: string, houseChange: typeof sunday, state: 'ongoing' | 'reached'): StoryPlan => ({
  agreedOn,
  summary: 'Mindre bråk hemma och lugn sömn, med hjälp av Yasmin.',
  goals: [
    {
      goal: 'Det är mindre bråk hemma',
      ownWords: 'Jag vill att det är vanligt hemma.',
      steps: [weekly, houseChange],
      state,
    },
    { goal: 'Alva sover lugnt', ownWords: 'Jag vill sova hela natten.', steps: [ownTime], state },
  ],
})

/** Version 2 changes one step: the change of house moves to Monday after school, Alva's idea. */
export const alvasPlan: StoryDocument = {
  key: 'alva/plan',
  type: 'implementationPlan',
  on: '2026-02-24',
  versions: [
    {
      title: 'Genomförandeplan',
      sections: sectionsWith(
        'Alva byter hus på söndagar.',
        'Vi ses den 19 maj och den 25 augusti 2026. Alva säger vad hon tycker först.',
      ),
      childTitle: 'Så här gör vi',
      childText:
        'Ni träffar Yasmin en gång i veckan. Du har en egen stund varje gång. Du byter hus på söndagar. Den 19 maj ser vi hur det går.',
      signedAt: '2026-02-24 17:15',
      signedBy: 'olle',
    },
    {
      title: 'Genomförandeplan',
      sections: sectionsWith(
        'Alva byter hus efter skolan på måndagar. Det var hennes idé.',
        'Vi har setts den 19 maj. Vi ses igen den 25 augusti 2026. Alva säger vad hon tycker först.',
      ),
      childTitle: 'Så här gör vi',
      childText:
        'Ni träffar Yasmin en gång i veckan. Du har en egen stund varje gång. Du byter hus efter skolan på måndagar. Det var din idé. Den 25 augusti ser vi hur det har gått.',
      changeReason: 'Bytet sker efter skolan på måndagar. Det var Alvas idé.',
      signedAt: '2026-05-19 17:30',
      signedBy: 'olle',
    },
  ],
  plans: [planWith('2026-02-24', sunday, 'ongoing'), planWith('2026-05-19', monday, 'reached')],
  readers: allThree('2026-02-24 17:30'),
}
