import type { StoryDocument } from '../story.ts'
import { letter, section } from '../telling.ts'
import { afterSummer, halfway } from './follow-ups.ts'
import { alvasPlan } from './plan.ts'
import { allThree } from './readers.ts'

const decidedByJonas = section(
  'Vem som har bestämt',
  'Jonas Ahlbeck, enhetschef, på delegation från socialnämnden i Ekdala kommun.',
)

const help: StoryDocument = {
  key: 'alva/decision',
  type: 'decision',
  on: '2026-02-10',
  versions: [
    {
      title: 'Beslut om familjebehandling',
      sections: [
        section(
          'Beslut',
          'Alva Ström och hennes föräldrar får familjebehandling i sex månader (11 kap. 1 § socialtjänstlagen).',
        ),
        section(
          'Varför',
          'Henrik och Lina har sökt hjälp. De bor på var sitt håll och bråkar ofta om tider. Alva märker det och sover dåligt.',
        ),
        section('Vad Alva tycker', 'Alva vill att det blir lugnt. Hon vill vara med och bestämma hur.'),
        section(
          'Så har vi tänkt på Alvas bästa',
          'Det bästa för Alva är att ha det lugnt i båda sina hem. Henrik och Lina är överens om att ta emot hjälp.',
        ),
        section(
          'Om du inte håller med',
          'Du kan överklaga inom tre veckor från den dag du fick beslutet. Skriv till socialnämnden i Ekdala kommun. Olle hjälper dig.',
        ),
        decidedByJonas,
      ],
      childTitle: 'Ni ska få träffa Yasmin',
      childText:
        'Ni ska få träffa Yasmin. Hon hjälper familjer att prata utan att bråka. Du får säga vad du tycker. Du får också bara lyssna.',
      signedAt: '2026-02-10 14:20',
      signedBy: 'jonas',
    },
  ],
  readers: allThree('2026-02-10 15:00'),
}

const ending: StoryDocument = {
  key: 'alva/ending',
  type: 'decision',
  on: '2026-09-08',
  versions: [
    {
      title: 'Beslut om avslut',
      sections: [
        section('Beslut', 'Familjebehandlingen avslutas den 10 september 2026.'),
        section('Varför', 'Målen i genomförandeplanen är nådda. Alva, Henrik och Lina vill sluta.'),
        section(
          'Vad Alva tycker',
          'Alva vill sluta. Hon vill kunna träffa Yasmin en gång till i höst, och det får hon.',
        ),
        section(
          'Om du behöver oss igen',
          'Ring Olle eller skriv till oss. Ni får söka hjälp igen när ni vill.',
        ),
        decidedByJonas,
      ],
      childTitle: 'Nu är vi klara',
      childText:
        'Nu slutar ni att gå till Yasmin. Det vi ville har blivit så. Du får träffa henne en gång till i höst. Du får ringa oss igen när du vill.',
      signedAt: '2026-09-08 10:40',
      signedBy: 'jonas',
    },
  ],
  readers: allThree('2026-09-08 11:30'),
}

// The sentence on the telephone bill is left out: nobody has been able to confirm it.
const alvasLetter: StoryDocument = {
  key: 'alva/letter',
  type: 'closingLetter',
  on: '2026-09-10',
  versions: [
    {
      title: 'Brev till Alva',
      sections: [
        letter(
          'Hej Alva!',
          'Nu är vi klara. Du och din familj har träffat Yasmin sedan i februari. Du hade en idé om när du skulle byta hus. Den blev bra. Du har jobbat hårt.',
          'I höst får du träffa Yasmin en gång till om du vill. Blir det jobbigt igen? Ring Olle. Du kan också ringa Bris, 116 111.',
          'Hälsningar Olle',
        ),
      ],
      childTitle: 'Ditt brev',
      signedAt: '2026-09-10 13:00',
      signedBy: 'olle',
    },
  ],
  readers: allThree('2026-09-10 13:15'),
}

export const alvasDocuments: StoryDocument[] = [help, alvasPlan, halfway, afterSummer, ending, alvasLetter]
