import type { StoryNote } from '../story.ts'
import { fact, full, partly, said, withheld } from '../telling.ts'
import { decidedAt, shownFrom, shownToElias } from './shown.ts'

const custodyDecided = fact(
  'Nämndens ordförande har klockan 18.05 beslutat att omedelbart omhänderta Elias enligt 6 § LVU. Ordföranden har skrivit under med BankID i mobilen.',
)
const contactDecided = fact(
  'Ordföranden har också beslutat att Peter inte får veta var Elias bor och att de inte träffas just nu. De besluten går att överklaga.',
)

/** B3-B5: the two guardians, and the decision. B6 is of the demo day, after its clock begins. */
export const eveningNotes: StoryNote[] = [
  {
    key: 'B3',
    kind: 'phoneCall',
    at: '2026-09-14 16:40',
    author: 'samira',
    source: 'Peter',
    bbicAreas: [],
    title: 'Samtal med Peter',
    text: [
      fact('Jag ringer Peter klockan 16.20 och berättar att Elias inte kommer hem i dag.'),
      said(
        'peter',
        'Peter säger att det är ett missförstånd och att han inte har gjort Elias illa. Han vill inte att Elias bor någon annanstans, inte ens för en natt.',
      ),
      fact('Peter blir ledsen och arg.'),
      said('peter', 'Han frågar vem som har ringt och var Elias är.'),
      fact('Jag svarar att jag inte kan säga det nu.'),
      fact(
        'Jag berättar att han kan få ett offentligt biträde som staten betalar och att domstolen snabbt prövar beslutet.',
      ),
    ],
    origin: 'spoken',
    signedAt: '2026-09-14 16:55',
    readers: [
      full('peter', shownFrom),
      partly('sara', shownFrom, {
        title: 'Peter är informerad',
        text: [fact('Peter har fått veta att Elias inte kommer hem i dag. Han håller inte med.')],
        ground: 'OSL 26:1',
        groundTold: true,
        harm: 'Resten är Peters egna ord och hur han mår. Det behöver Sara inte för Elias skull.',
        decidedAt,
      }),
    ],
  },
  {
    key: 'B4',
    kind: 'phoneCall',
    at: '2026-09-14 17:15',
    author: 'samira',
    source: 'Sara',
    bbicAreas: ['currentFamilySituation'],
    title: 'Samtal med Sara',
    text: [
      fact('Samtal med Sara på numret i den skyddade delen av akten.'),
      said(
        'sara',
        'Sara är inlagd på sjukhus till och med torsdag och kan inte ta hem Elias nu. Hon säger ja till att Elias bor i ett jourhem så länge. Hon är rädd att Peter ska få veta var hon bor eller vilket sjukhus hon är på.',
      ),
      fact('Den här anteckningen får inte visas för Peter.'),
    ],
    origin: 'spoken',
    signedAt: '2026-09-14 17:32',
    readers: [
      full('sara', shownFrom),
      withheld('peter', {
        ground: 'OSL 21:3',
        harm: 'Sara har skyddad folkbokföring. Att samtalet finns, när det var och vad det säger kan leda Peter till henne (OSL 21 kap. 3 och 3 a §§, 26 kap. 1 §).',
        decidedAt,
      }),
    ],
  },
  {
    key: 'B5',
    kind: 'placement',
    at: '2026-09-14 20:10',
    author: 'samira',
    bbicAreas: [],
    title: 'Beslutet och första kvällen',
    text: [
      custodyDecided,
      fact(
        'Jag åker med Elias till jourhemmet. Han har sin ryggsäck, gosekaninen och en bild på mamma med sig. Han äter pannkakor och somnar klockan 20.',
      ),
      contactDecided,
    ],
    childTitle: 'Här sover du i natt',
    childText:
      'I natt sover du hos en snäll familj som brukar ta emot barn. Du har din kanin och bilden på mamma. Mamma vet att du är där. Samira kommer till dig i morgon. Du får fråga om vad du vill.',
    childTextEasy: 'I natt sover du hos en snäll familj. Du har din kanin. Samira kommer i morgon.',
    origin: 'spoken',
    signedAt: '2026-09-14 20:24',
    readers: [
      full('sara', shownFrom),
      partly('peter', shownFrom, {
        title: 'Beslut om Elias',
        text: [custodyDecided, contactDecided],
        ground: 'OSL 26:2',
        groundTold: true,
        harm: 'Stycket om kvällen visas inte: det kan leda till platsen där Elias bor (OSL 26 kap. 2 §).',
        decidedAt,
        reviewOn: '2026-12-14',
      }),
      shownToElias,
    ],
  },
]
