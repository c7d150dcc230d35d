import type { StoryNote } from '../story.ts'
import { assessed, fact, full, later, said, saidBy } from '../telling.ts'

/** A1-A3: from the school's call to Tindra's own words. */
export const springNotes: StoryNote[] = [
  {
    key: 'A1',
    kind: 'protectiveAssessment',
    at: '2026-03-03 15:20',
    author: 'mira',
    source: 'Skolkuratorn på telefon, Tindra på telefon',
    bbicAreas: ['education', 'basicCare'],
    title: 'Skolan ringer om Tindra',
    text: [
      fact('Skyddsbedömning'),
      fact('Kuratorn på Tindras skola ringer klockan 14.40.'),
      saidBy(
        'kuratorn',
        'Tindra har varit borta mycket från skolan sedan januari. Hon har berättat för kuratorn att hon tar hand om sina två småbröder, eftersom mamma är sjuk och sover mycket.',
      ),
      fact('Jag pratar med Tindra i telefon klockan 15.10.'),
      said(
        'tindra',
        'Hon säger att ingen är dum mot henne och att hon känner sig trygg hemma i kväll. Mormor kommer och sover över.',
      ),
      assessed('Bedömning: Tindra och bröderna behöver inte omedelbart skydd i dag.'),
      fact('Jag ringer Tindra igen i morgon klockan 8.30.'),
    ],
    childTitle: 'Skolan ringde om dig',
    childText:
      'Kuratorn på din skola ringde mig. Du har varit borta mycket sedan i januari. Du tar hand om dina två småbröder, för mamma är sjuk och sover mycket. Sedan ringde jag dig. Du sa att ingen är dum mot dig. Du var trygg hemma i kväll, och mormor skulle sova över. Jag tror inte att ni måste få skydd i dag. Jag ringer dig igen i morgon klockan 8.30.',
    childTextEasy:
      'Skolan ringde. De var oroliga för dig. Sedan pratade vi i telefon. Du var trygg i kväll. Jag ringer igen i morgon.',
    origin: 'spoken',
    signedAt: '2026-03-03 15:34',
    // Each was told by phone before it stood on a screen: Marie the same day, Tindra the morning after.
    readers: [full('tindra', '2026-03-04 08:45'), full('marie', '2026-03-03 17:05')],
  },
  {
    key: 'A2',
    kind: 'meeting',
    at: '2026-03-12 13:00',
    author: 'mira',
    source: 'Tindra, Marie, skolkuratorn',
    bbicAreas: ['education', 'currentFamilySituation'],
    title: 'Möte med Tindra, Marie och kuratorn',
    text: [
      fact(
        'Möte i förhandsbedömningen med Tindra och hennes mamma Marie. Kuratorn är med den första halvtimmen.',
      ),
      said(
        'marie',
        'Marie berättar att hon har haft det svårt sedan i höstas. Hon får hjälp på vårdcentralen men orkar inte alltid gå upp på morgonen.',
      ),
      said(
        'tindra',
        'Tindra säger att hon vill gå i skolan men att någon måste lämna bröderna på förskolan.',
      ),
      said('marie', 'Marie tycker att det är bra att vi hör av oss.'),
      said('tindra', 'Tindra vill veta vad som händer nu och vem som får läsa det jag skriver.'),
      fact('Jag visar hur hon loggar in på Mina sidor.'),
    ],
    childTitle: 'Vi träffades och pratade',
    childText:
      'Du, mamma och jag träffades. Kuratorn var med i början. Mamma sa att det har varit svårt sedan i höstas. Hon orkar inte alltid gå upp. Du sa att du vill gå i skolan, men att någon måste lämna dina bröder på förskolan. Mamma tycker att det är bra att vi hör av oss. Du ville veta vad som händer nu och vem som får läsa det jag skriver. Jag visade hur du loggar in här.',
    childTextEasy:
      'Vi träffades. Mamma har det svårt på morgonen. Du vill gå i skolan. Någon måste lämna dina bröder. Jag visade hur du loggar in.',
    origin: 'spoken',
    signedAt: '2026-03-12 14:20',
    readers: [full('tindra', '2026-03-12 14:30'), full('marie', '2026-03-12 14:30')],
  },
  {
    key: 'A3',
    kind: 'privateTalk',
    at: '2026-04-14 15:30',
    author: 'mira',
    source: 'Tindra',
    bbicAreas: ['emotionsAndBehaviour', 'socialRelations'],
    title: 'Enskilt samtal med Tindra',
    text: [
      fact('Enskilt samtal med Tindra på kontoret. Vi läser igenom utredningsplanen tillsammans.'),
      said(
        'tindra',
        'Tindra säger ”jag är som en extra mamma”. Hon lagar mat, lämnar bröderna på förskolan varje morgon och hjälper till vid läggning. Hon är ofta trött och har tappat kontakten med två kompisar. Hon vill komma tillbaka till fotbollen.',
      ),
      saidBy('Mira', 'Vad vill du att vi ska göra?'),
      said(
        'tindra',
        'Tindra önskar att någon vuxen kan ta morgnarna. Hon är orolig för att mamma ska bli ledsen av det som står i utredningen.',
      ),
      fact('Jag läser upp anteckningen för Tindra innan jag sparar den.'),
    ],
    childTitle: 'Vi pratade på kontoret',
    childText:
      'Vi pratade, bara du och jag. Först läste vi planen för utredningen. Du sa att du är som en extra mamma. Du lagar mat, lämnar dina bröder varje morgon och hjälper till när de ska sova. Du är ofta trött. Du har tappat två kompisar och vill tillbaka till fotbollen. Du önskar att en vuxen tar morgnarna. Du är rädd att mamma blir ledsen av det som står i utredningen. Jag läste upp allt för dig innan jag sparade det.',
    childTextEasy:
      'Vi pratade, bara du och jag. Du är som en extra mamma. Du är trött. Du vill spela fotboll igen. Du vill att en vuxen tar morgnarna.',
    origin: 'spoken',
    readBackTo: 'Tindra',
    signedAt: '2026-04-14 16:02',
    readers: [
      full('tindra', '2026-04-14 16:05'),
      later('marie', {
        ground: 'OSL 12:3',
        harm: 'Tindra är 16 år och vill själv säga när mamma får läsa. Hon vet att det beslutet vilar på når mamma som part. Vi frågar henne igen vid uppföljningen.',
        decidedAt: '2026-04-14 16:05',
        reviewOn: '2026-10-02',
      }),
    ],
  },
]
