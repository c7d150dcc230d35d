import type { StoryNote } from '../story.ts'
import { fact, full, said, saidBy } from '../telling.ts'

/** A4-A6: from the visit at home to the decision. */
export const summerNotes: StoryNote[] = [
  {
    key: 'A4',
    kind: 'homeVisit',
    at: '2026-05-05 17:45',
    author: 'mira',
    source: 'Egna iakttagelser, Marie, Tindra',
    bbicAreas: ['basicCare', 'housingWorkEconomy'],
    title: 'Hemma hos Tindra och Marie',
    text: [
      fact('Hembesök hos familjen klockan 16 till 17.30. Tindra, Marie och båda bröderna är hemma.'),
      fact('Det är varmt och städat i lägenheten. Marie har lagat mat.'),
      said('marie', 'Hon berättar att hon har fått ny medicin och mår bättre sedan två veckor.'),
      fact('Bröderna visar sina rum och leker med mig på golvet.'),
      fact('Vi pratar om morgnarna.'),
      said('marie', 'Marie säger att hon skäms men att hon gärna tar emot hjälp.'),
      said('tindra', 'Tindra säger att det känns skönt att mamma säger det högt.'),
    ],
    childTitle: 'Jag kom hem till er',
    childText:
      'Jag kom hem till dig, mamma och dina bröder. Det var varmt och städat. Mamma hade lagat mat. Hon har fått ny medicin och har mått bättre i två veckor. Dina bröder visade sina rum och lekte med mig på golvet. Vi pratade om morgnarna. Mamma sa att hon skäms men gärna tar emot hjälp. Du sa att det var skönt att mamma sa det högt.',
    childTextEasy:
      'Jag kom hem till er. Det var varmt och städat. Mamma mår bättre. Hon vill ha hjälp på morgonen. Det var skönt att höra, sa du.',
    origin: 'spoken',
    signedAt: '2026-05-05 18:20',
    readers: [
      {
        ...full('tindra', '2026-05-05 18:30'),
        harm: 'Marie har sagt ja till att Tindra läser om hennes hälsa.',
      },
      full('marie', '2026-05-05 18:30'),
    ],
  },
  {
    key: 'A5',
    kind: 'disclosureForComment',
    at: '2026-06-09 10:10',
    author: 'mira',
    bbicAreas: [],
    title: 'Förslaget är klart att läsa',
    text: [
      fact('Kommunicering av beslutsunderlaget.'),
      fact(
        'Tindra och Marie får läsa hela förslaget på Mina sidor från och med i dag. De kan lämna synpunkter till och med den 23 juni. Jag har ringt båda och frågat om de hellre vill läsa på papper eller träffas.',
      ),
      said('tindra', 'Tindra väljer att läsa i mobilen och vill ses efteråt.'),
      said('marie', 'Marie vill träffas.'),
      fact('Vi bokar tid den 16 juni klockan 15.'),
    ],
    childTitle: 'Du får läsa förslaget',
    childText:
      'Nu kan du läsa hela förslaget här. Mamma får också läsa det. Säg vad du tycker senast den 23 juni. Jag ringde och frågade om du hellre vill läsa på papper eller ses. Du vill läsa i mobilen och ses efteråt. Vi har bokat en tid den 16 juni klockan 15.',
    childTextEasy:
      'Nu kan du läsa förslaget. Säg vad du tycker. Du har till den 23 juni på dig. Vi ses den 16 juni.',
    origin: 'spoken',
    signedAt: '2026-06-09 10:25',
    readers: [full('tindra', '2026-06-09 10:30'), full('marie', '2026-06-09 10:30')],
  },
  {
    key: 'A6',
    kind: 'decision',
    at: '2026-06-25 14:00',
    author: 'mira',
    bbicAreas: [],
    title: 'Beslut om hjälp',
    text: [
      fact('Beslut fattat av enhetschefen på delegation.'),
      fact(
        'Familjen får en kontaktfamilj för bröderna varannan helg och stöd hemma på vardagsmorgnar under sex månader. Tindra får samtalsstöd en gång i veckan.',
      ),
      saidBy('Marie och Tindra', 'Marie och Tindra säger ja till hjälpen.'),
      fact(
        'Jag berättar hur man gör om man inte håller med om beslutet, och att jag hjälper till om någon av dem vill skriva. Nästa steg är en genomförandeplan den 2 juli.',
      ),
    ],
    childTitle: 'Ni får hjälp',
    childText:
      'Chefen har bestämt att ni får hjälp i sex månader. Någon kommer på morgonen på vardagar. Dina bröder får vara hos en kontaktfamilj varannan helg. Du får prata med någon en gång i veckan. Du och mamma sa ja. Jag berättade vad ni gör om ni inte håller med. Jag hjälper dig att skriva om du vill. Den 2 juli gör vi en plan.',
    childTextEasy:
      'Ni får hjälp i sex månader. Någon kommer på morgonen. Du får prata med någon varje vecka. Den 2 juli gör vi en plan.',
    origin: 'spoken',
    signedAt: '2026-06-25 14:20',
    readers: [full('tindra', '2026-06-25 14:30'), full('marie', '2026-06-25 14:30')],
  },
]
