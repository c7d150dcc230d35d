import type { StoryDocument } from '../story.ts'
import { full, section } from '../telling.ts'
import { shownFrom } from './shown.ts'

const happened = section(
  'Det här har hänt',
  'Nämndens ordförande har beslutat att Elias ska vara omhändertagen just nu (6 § LVU). Beslutet gäller direkt.',
)
const happensNow = section(
  'Vad händer nu?',
  'Domstolen (förvaltningsrätten) prövar om beslutet ska stå kvar. Vi skickar det till domstolen senast den 21 september. Du behöver inte göra något för att det ska ske. Du får säga vad du tycker, och du kan begära att få komma till domstolen och prata.',
)
const help = section('Du kan få hjälp', 'Du kan få ett offentligt biträde, ofta en advokat. Staten betalar.')
const whenToWrite =
  'Tre veckor räknas från den dag du fick beslutet. Fick du det den 15 september är sista dagen den 6 oktober.'
const notTheCustody =
  'Själva omhändertagandet kan du inte överklaga till domstolen, för domstolen prövar det ändå. När domstolen har bestämt får du veta hur du överklagar domstolens beslut.'
const receipt = section('Kvittot', 'När du skriver under visar du bara att du har fått beslutet.')
const feelingBad = section(
  'Mår du dåligt?',
  'Ring 1177 eller 112 om det är akut. Du kan ringa Samira vardagar 8–16.',
)

// One document for each guardian: neither learns that the other has one, nor what it says.
export const howPeterAppeals: StoryDocument = {
  key: 'elias/appeal-peter',
  type: 'appealInformation',
  on: '2026-09-14',
  versions: [
    {
      title: 'Så överklagar du',
      sections: [
        happened,
        happensNow,
        help,
        section(
          'Det här kan du överklaga nu:',
          'var Elias ska bo till att börja med, att ni inte träffas just nu, och att du inte får veta var han bor. Skriv senast den 6 oktober. Skicka det till oss, så skickar vi det vidare. Skriv vilket beslut det gäller och hur du vill att det ska ändras.',
          whenToWrite,
          notTheCustody,
        ),
        receipt,
        feelingBad,
      ],
      signedAt: '2026-09-14 18:30',
      signedBy: 'samira',
    },
  ],
  readers: [full('peter', shownFrom)],
}

export const howSaraAppeals: StoryDocument = {
  key: 'elias/appeal-sara',
  type: 'appealInformation',
  on: '2026-09-14',
  versions: [
    {
      title: 'Så överklagar du',
      sections: [
        happened,
        happensNow,
        help,
        section(
          'Det här kan du överklaga nu:',
          'var Elias ska bo till att börja med. Skriv senast den 6 oktober. Skicka det till oss, så skickar vi det vidare. Skriv vilket beslut det gäller och hur du vill att det ska ändras.',
          whenToWrite,
          'Skriv inte var du själv bor eller är. Skriv att du vill få svar på Mina sidor.',
          notTheCustody,
        ),
        receipt,
        feelingBad,
      ],
      signedAt: '2026-09-14 18:30',
      signedBy: 'samira',
    },
  ],
  readers: [full('sara', shownFrom)],
}
