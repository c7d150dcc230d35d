import type { StoryDocument } from '../story.ts'
import { full, section } from '../telling.ts'

export const helpDecision: StoryDocument = {
  key: 'tindra/decision',
  type: 'decision',
  on: '2026-06-25',
  versions: [
    {
      title: 'Beslut om stöd till Tindra',
      sections: [
        section(
          'Beslut',
          'Tindra Ek får samtalsstöd en gång i veckan. Familjen får stöd hemma på vardagsmorgnar. Hjälpen gäller i sex månader, från den 2 juli 2026 till den 2 januari 2027 (11 kap. 1 § socialtjänstlagen).',
          {
            kind: 'table',
            caption: 'Hjälpen för Tindra och familjen',
            head: ['Vad', 'När', 'Hur länge'],
            rows: [
              ['Samtal för Tindra', 'En gång i veckan', 'Till 2 januari 2027'],
              ['Stöd hemma', 'Vardagsmorgnar', 'Till 2 januari 2027'],
            ],
          },
          'Bröderna får en kontaktfamilj varannan helg. Det beslutet står i deras egna ärenden.',
        ),
        section(
          'Varför',
          'Tindra tar ett ansvar på morgnarna som en vuxen ska ha. Därför kommer hon sent till skolan eller inte alls. Med hjälp på morgnarna kan hon gå till skolan i tid.',
        ),
        section(
          'Vad Tindra och Marie tycker',
          'Tindra vill att någon vuxen tar morgnarna. Marie vill ha hjälp. Båda säger ja.',
        ),
        section(
          'Så har vi tänkt på Tindras bästa',
          'Det bästa för Tindra är att bo hemma, gå i skolan och få vara sexton år. Vi har lyssnat på vad hon själv vill och gett det stor vikt.',
        ),
        section('Om du inte håller med', 'Du kan överklaga. Läs mer i Så gör du om du inte håller med.'),
        section(
          'Vem som har bestämt',
          'Jonas Ahlbeck, enhetschef, på delegation från socialnämnden i Ekdala kommun.',
        ),
      ],
      childTitle: 'Beslut: ni får hjälp',
      childText:
        'Du får prata med någon en gång i veckan. Någon kommer hem till er på morgonen på vardagar. Hjälpen gäller i sex månader. Vi har lyssnat på dig: du ville att en vuxen tar morgnarna. Du och mamma har sagt ja. Håller du inte med? Då kan du skriva att det är fel. Jag hjälper dig.',
      signedAt: '2026-06-25 13:30',
      signedBy: 'jonas',
    },
  ],
  readers: [full('tindra', '2026-06-25 14:30'), full('marie', '2026-06-25 14:30')],
}

export const howToDisagree: StoryDocument = {
  key: 'tindra/disagree',
  type: 'appealInformation',
  on: '2026-06-25',
  versions: [
    {
      title: 'Så gör du om du inte håller med',
      sections: [
        section(
          'Du kan överklaga',
          'Tycker du att beslutet är fel? Då kan du överklaga det. Du som har fyllt 15 år får göra det själv. Mamma eller pappa behöver inte vara med.',
        ),
        section(
          'Så skriver du',
          'Skriv vilket beslut det gäller, vad du vill ändra och varför. Skriv ditt namn och hur vi når dig.',
        ),
        section(
          'Hit skickar du det',
          'Skicka det till socialnämnden i Ekdala kommun. Ändrar vi inte beslutet själva skickar vi det vidare till domstolen (förvaltningsrätten).',
        ),
        section(
          'Sista dag',
          'Det ska vara hos oss inom tre veckor från den dag du fick beslutet. Fick du det den 25 juni är sista dagen den 16 juli 2026.',
        ),
        section(
          'Du får hjälp',
          'Mira hjälper dig att skriva, även om du tycker att hon har fel. Det kostar inget. Hjälpen är frivillig. Du kan när som helst säga att du vill ändra den eller sluta.',
        ),
      ],
      childTitle: 'Så gör du om du inte håller med',
      childText:
        'Du kan skriva att beslutet är fel. Skriv vad du vill ändra och varför. Skicka det till oss inom tre veckor. Då prövar en domstol det. Jag hjälper dig att skriva, även om du tycker att jag har fel.',
      signedAt: '2026-06-25 13:40',
      signedBy: 'mira',
    },
  ],
  readers: [full('tindra', '2026-06-25 14:30'), full('marie', '2026-06-25 14:30')],
}
