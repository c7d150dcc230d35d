import type { StoryDocument } from '../story.ts'
import { section } from '../telling.ts'
import { allThree } from './readers.ts'

export const halfway: StoryDocument = {
  key: 'alva/follow-up-may',
  type: 'followUpRecord',
  on: '2026-05-19',
  versions: [
    {
      title: 'Uppföljning den 19 maj',
      sections: [
        section('Vilka som var med', 'Alva, Henrik, Lina och Olle.'),
        section(
          'Mindre bråk hemma',
          'Alva: lite bättre, en femma av tio. Henrik: vi skriker inte i hallen längre. Lina: det är svårt med tiderna.',
        ),
        section('Alva sover lugnt', 'Alva sover bra på vardagar. Natten till måndag är svårast.'),
        section('Det här ändrar vi', 'Bytet av hus sker efter skolan på måndagar. Det var Alvas idé.'),
        section('Nästa gång', 'Vi ses den 25 augusti 2026.'),
      ],
      childTitle: 'Hur går det?',
      childText:
        'Det går lite bättre. Du sa en femma av tio. Du kom på att du kan byta hus på måndagar. Så gör vi nu. Vi ses igen den 25 augusti.',
      signedAt: '2026-05-19 17:35',
      signedBy: 'olle',
    },
  ],
  readers: allThree('2026-05-19 17:40'),
}

export const afterSummer: StoryDocument = {
  key: 'alva/follow-up-august',
  type: 'followUpRecord',
  on: '2026-08-25',
  versions: [
    {
      title: 'Uppföljning den 25 augusti',
      sections: [
        section('Vilka som var med', 'Alva, Henrik, Lina, Yasmin och Olle.'),
        section(
          'Mindre bråk hemma',
          'Alva: ”nu är det mest vanligt hemma”. Henrik och Lina har en gemensam kalender för tiderna.',
        ),
        section('Alva sover lugnt', 'Alva sover hela natten.'),
        section(
          'Det här händer nu',
          'Målen är nådda. Alva vill sluta, men träffa Yasmin en gång till i höst. Alla tycker att det är bra.',
        ),
      ],
      childTitle: 'Hur har det gått?',
      childText:
        'Nu är det mest vanligt hemma. Du sover hela natten. Du vill sluta, men träffa Yasmin en gång till i höst. Det får du.',
      signedAt: '2026-08-25 17:20',
      signedBy: 'olle',
    },
  ],
  readers: allThree('2026-08-25 17:30'),
}
