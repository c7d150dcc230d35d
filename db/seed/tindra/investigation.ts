import type { StoryDocument } from '../story.ts'
import { full, letter, partly, section } from '../telling.ts'

/** A short text first, all of it when Tindra asks: the report also tells of her mother and brothers. */
export const schoolReport: StoryDocument = {
  key: 'tindra/report',
  type: 'report',
  on: '2026-03-03',
  versions: [
    {
      title: 'Anmälan från skolan',
      sections: [
        section(
          'Vem som anmäler',
          'Kuratorn på Tindras skola. Skolan måste höra av sig till oss när den blir orolig för en elev (19 kap. 1 § socialtjänstlagen).',
        ),
        section(
          'Vad skolan är orolig för',
          'Tindra har varit borta mycket från skolan sedan januari, mest på morgonen. Hon har berättat för kuratorn att hon tar hand om sina två småbröder, eftersom mamma är sjuk och sover mycket.',
        ),
        section(
          'Vad skolan har gjort',
          'Kuratorn har pratat med Tindra tre gånger och har ringt hem. Tindra vet att skolan gör en anmälan.',
        ),
      ],
      signedAt: '2026-03-03 15:45',
      signedBy: 'mira',
    },
  ],
  readers: [
    partly('tindra', '2026-03-12 14:30', {
      title: 'Anmälan från skolan, kort',
      text: letter(
        'Skolan har hört av sig till oss för att de är oroliga för dig.',
        'Du har varit borta mycket sedan i januari. Du har berättat för kuratorn att du tar hand om dina småbröder.',
        'Det här är en kort text om anmälan. Du kan be Mira om att få läsa hela.',
      ),
      ground: 'OSL 26:1',
      groundTold: true,
      harm: 'Anmälan har också uppgifter om Tindras mamma och bröder. Tindra får en kort text först och hela om hon ber om den.',
      decidedAt: '2026-03-12 14:25',
    }),
    full('marie', '2026-03-12 14:30'),
  ],
}

export const investigationDecision: StoryDocument = {
  key: 'tindra/investigation',
  type: 'decision',
  on: '2026-03-16',
  versions: [
    {
      title: 'Beslut om utredning',
      sections: [
        section(
          'Beslut',
          'Vi inleder en utredning om vilket stöd och skydd Tindra Ek kan behöva (14 kap. 2 § socialtjänstlagen). Den ska vara klar senast den 16 juli 2026 (20 kap. 3 §).',
        ),
        section(
          'Varför vi utreder',
          'Skolan är orolig för att Tindra har varit borta mycket sedan januari. När vi sågs den 12 mars berättade Tindra och Marie att morgnarna är svåra hemma. Vi behöver veta mer om hur Tindra har det och vad som kan hjälpa.',
        ),
        section(
          'Vad Tindra har sagt',
          'Tindra vill gå i skolan. Hon säger att någon måste lämna bröderna på förskolan.',
        ),
        section(
          'Vad som händer nu',
          'Mira Sandell gör utredningen. Hon pratar med Tindra, med Marie och med skolan. Tindra och Marie får läsa det hon skriver och säga till om något är fel.',
        ),
        section(
          'Om du inte håller med',
          'Det går inte att överklaga att vi börjar en utredning. Men du får alltid säga vad du tycker. Skriv till Mira eller ring.',
        ),
        section(
          'Vem som har bestämt',
          'Jonas Ahlbeck, enhetschef, på delegation från socialnämnden i Ekdala kommun.',
        ),
      ],
      childTitle: 'Vi har börjat en utredning',
      childText:
        'Hej Tindra! Vi har börjat en utredning. Det betyder att vi tar reda på hur du har det och vad du behöver. Du är med hela tiden. Du får läsa det vi skriver. Säg till om något är fel. Senast 16 juli ska vi vara klara.',
      signedAt: '2026-03-16 13:10',
      signedBy: 'jonas',
    },
  ],
  readers: [full('tindra', '2026-03-16 15:00'), full('marie', '2026-03-16 15:00')],
}

export const investigationPlan: StoryDocument = {
  key: 'tindra/investigation-plan',
  type: 'investigationPlan',
  on: '2026-03-19',
  versions: [
    {
      title: 'Utredningsplan',
      sections: [
        section(
          'Det här vill vi veta',
          'Hur har Tindra det i skolan och hemma? Vad gör hon för sina bröder, och vad ska en vuxen göra? Vad vill Tindra själv? Vad behöver Marie för att orka?',
        ),
        section(
          'Så här gör vi',
          'Mira pratar med Tindra för sig i april. I maj kommer Mira hem till familjen. Mira frågar skolan hur mycket Tindra har varit borta. Hon frågar ingen annan utan att säga till först.',
        ),
        section(
          'Så är du med, Tindra',
          'Du får säga vad vi ska prata om. Du får ta med dig någon. Du får läsa allt Mira skriver om dig och säga till om något är fel.',
        ),
        section(
          'Så är du med, Marie',
          'Du får berätta hur du ser på det. Du får läsa det som beslutet ska bygga på innan vi bestämmer något.',
        ),
        section(
          'Tider',
          'Förslaget ska vara klart i början av juni. Beslutet kommer senast den 16 juli 2026.',
        ),
      ],
      childTitle: 'Din plan för utredningen',
      childText:
        'Så här tar vi reda på hur du har det. Jag pratar med dig i april. I maj kommer jag hem till er. Jag frågar skolan hur mycket du har varit borta. Du får läsa allt jag skriver om dig. Senast 16 juli är vi klara.',
      signedAt: '2026-03-19 14:40',
      signedBy: 'mira',
    },
  ],
  readers: [full('tindra', '2026-03-19 15:00'), full('marie', '2026-03-19 15:00')],
}
