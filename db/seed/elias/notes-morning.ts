import type { StoryNote } from '../story.ts'
import { assessed, fact, full, partly, said, saidBy, withheld } from '../telling.ts'
import { decidedAt, shownFrom, shownToElias } from './shown.ts'

/** B1-B2: the school's call and what Elias told. */
export const morningNotes: StoryNote[] = [
  {
    key: 'B1',
    kind: 'protectiveAssessment',
    at: '2026-09-14 09:30',
    author: 'samira',
    source: 'Läraren, som är skyldig att anmäla',
    bbicAreas: ['safety'],
    title: 'Skolan ringer om Elias',
    text: [
      fact('Läraren i Elias klass ringer klockan 8.40.'),
      saidBy('läraren', 'Elias har ett blåmärke på armen och berättar att han är rädd för att gå hem i dag.'),
      assessed('Skyddsbedömning: Elias behöver skydd i dag.'),
      fact('Jag åker till skolan klockan 10.30. Utredning inleds i dag. Polisanmälan görs.'),
    ],
    origin: 'spoken',
    signedAt: '2026-09-14 09:41',
    readers: [
      full('sara', shownFrom),
      partly('peter', shownFrom, {
        title: 'Skolan har hört av sig',
        text: [fact('Skolan har anmält oro. En utredning har inletts.')],
        ground: 'OSL 12:3',
        harm: 'Peter får veta att skolan har anmält och att en utredning är inledd. Det Elias har sagt kan skada honom om Peter läser det (OSL 12 kap. 3 §). Vem på skolan som har ringt visas inte (OSL 26 kap. 5 §).',
        decidedAt,
        reviewOn: '2026-10-14',
      }),
    ],
  },
  {
    key: 'B2',
    kind: 'privateTalk',
    at: '2026-09-14 10:30',
    author: 'samira',
    source: 'Elias',
    bbicAreas: ['safety', 'emotionalAvailability'],
    title: 'Enskilt samtal med Elias',
    text: [
      fact('Samtal med Elias i skolan. Läraren sitter med i början för att Elias vill det.'),
      fact('Elias ritar medan vi pratar.'),
      said(
        'elias',
        'Han säger ”pappa blir jättearg och tar hårt i mig”. Han vill träffa mamma men vet inte var hon bor. Han är rädd att pappa ska bli arg för att han har berättat.',
      ),
      fact(
        'Jag säger till Elias att det är de vuxnas ansvar att det är tryggt och att han gjorde rätt som berättade. Jag berättar vad som händer i eftermiddag.',
      ),
    ],
    childTitle: 'Samira kom till din skola',
    childText:
      'Samira kom till din skola. Du ritade och berättade. Det var bra att du berättade. Du har inte gjort något fel. Vuxna ska se till att du är trygg.',
    childTextEasy: 'Samira kom till din skola. Du berättade. Det var bra. Du har inte gjort fel.',
    origin: 'spoken',
    signedAt: '2026-09-14 12:05',
    readers: [
      full('sara', shownFrom),
      withheld('peter', {
        ground: 'OSL 12:3',
        harm: 'Elias kan antas lida betydande men om Peter får veta vad han har sagt (OSL 12 kap. 3 § 1). Prövas igen när polisen säger att det går.',
        decidedAt,
        reviewOn: '2026-10-14',
      }),
      shownToElias,
    ],
  },
]
