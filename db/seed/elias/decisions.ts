import type { StoryDocument } from '../story.ts'
import { full, section } from '../telling.ts'
import { shownFrom } from './shown.ts'

// A party may always see the decision (OSL 10 kap. 3 § 2 st.), so these texts hold no place, no name of the
// school and no word of Elias: what must be kept from one guardian is not written here at all.

const decidedByTheChair =
  'Eva Lindgren, ordförande i socialnämnden i Ekdala kommun, den 14 september 2026 klockan 18.05. Nämndens beslut kunde inte väntas in.'

export const custody: StoryDocument = {
  key: 'elias/custody',
  type: 'decision',
  on: '2026-09-14',
  receiptAsked: true,
  parts: [{ law: 'LVU 6 §', title: 'Att Elias är omhändertagen just nu' }],
  versions: [
    {
      title: 'Beslut om omedelbart omhändertagande enligt 6 § LVU',
      sections: [
        section(
          'Beslut',
          'Elias Holm Brandt ska vara omhändertagen just nu (6 § lagen med särskilda bestämmelser om vård av unga, LVU). Beslutet gäller direkt (40 § LVU).',
        ),
        section(
          'Skäl',
          'Skolan har anmält oro för Elias. Vi har bedömt att han behöver skydd och har inlett en utredning. Det är sannolikt att Elias behöver vård enligt 2 § LVU på grund av ett förhållande i hemmet. Domstolens beslut om vård kan inte väntas in med hänsyn till risken för hans hälsa.',
        ),
        section(
          'Så har vi tänkt på Elias bästa',
          'Det bästa för Elias är att vara trygg medan domstolen prövar beslutet. Han får information som passar hans ålder och ett eget offentligt biträde.',
        ),
        section(
          'Vad som händer nu',
          'Vi skickar beslutet till förvaltningsrätten senast den 21 september 2026 (7 § LVU). Domstolen prövar det inom ungefär en vecka efter det. Du behöver inte göra något för att det ska ske.',
        ),
        section(
          'Går beslutet att överklaga?',
          'Nej. Domstolen prövar beslutet ändå (7 och 41 §§ LVU). När domstolen har bestämt får du veta hur du överklagar domstolens beslut.',
        ),
        section(
          'Vem som har bestämt',
          decidedByTheChair,
          'Beslutet anmäls till nämnden vid nästa sammanträde, den 23 september 2026 (6 § LVU).',
        ),
      ],
      signedAt: '2026-09-14 18:05',
      signedBy: 'eva',
    },
  ],
  readers: [full('sara', shownFrom), full('peter', shownFrom)],
}

export const placeAndContact: StoryDocument = {
  key: 'elias/place-and-contact',
  type: 'decision',
  on: '2026-09-14',
  receiptAsked: true,
  parts: [
    { law: 'LVU 11 §', title: 'Var Elias ska bo till att börja med' },
    {
      law: 'LVU 14 §',
      title: 'Att ni inte träffas just nu och att du inte får veta var Elias bor',
      person: 'peter',
    },
  ],
  versions: [
    {
      title: 'Beslut om boende och umgänge enligt 11 och 14 §§ LVU',
      sections: [
        section(
          'Beslut',
          '1. Elias Holm Brandt ska till att börja med bo där socialnämnden har ordnat plats (11 § LVU).',
          '2. Peter Brandt och Elias ska inte träffas just nu (14 § LVU).',
          '3. Peter Brandt får inte veta var Elias bor (14 § LVU).',
          'Besluten gäller direkt (40 § LVU).',
        ),
        section(
          'Skäl',
          'Vården ska börja utanför det egna hemmet (11 § LVU). Besluten om umgänge och plats är nödvändiga för att Elias ska vara trygg medan domstolen prövar omhändertagandet.',
        ),
        section(
          'När vi tar upp det igen',
          'Besluten i punkt 2 och 3 ska övervägas på nytt senast den 14 december 2026. Det görs minst var tredje månad (14 § LVU).',
        ),
        section(
          'Går besluten att överklaga?',
          'Ja, inom tre veckor från den dag du fick dem (41 § LVU). Läs mer i Så överklagar du.',
        ),
        section('Vem som har bestämt', decidedByTheChair),
      ],
      signedAt: '2026-09-14 18:05',
      signedBy: 'eva',
    },
  ],
  readers: [full('sara', shownFrom), full('peter', shownFrom)],
}
