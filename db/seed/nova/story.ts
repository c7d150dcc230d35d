import type { Story, StoryDocument } from '../story.ts'
import { full, section } from '../telling.ts'

// Nobody of the case has been told yet: the decision waits for the chair.
const shownFrom = '2026-09-15 08:50'

const cannotWait =
  'Nämnden möts först den 23 september. Nova behöver skydd redan i dag. Ett extra möte hinner inte hållas.'

const custody: StoryDocument = {
  key: 'nova/custody',
  type: 'decision',
  on: '2026-09-15',
  receiptAsked: true,
  parts: [{ law: 'LVU 6 §', title: 'Att Nova är omhändertagen just nu' }],
  versions: [
    {
      title: 'Beslut om omedelbart omhändertagande enligt 6 § LVU',
      sections: [
        section(
          'Beslut',
          'Nova Berglund ska vara omhändertagen just nu (6 § lagen med särskilda bestämmelser om vård av unga, LVU). Beslutet gäller direkt (40 § LVU).',
        ),
        section(
          'Skäl',
          'Nova kom till oss tidigt i morse. Hon kan inte vara hemma i dag. Det är sannolikt att Nova behöver vård enligt 2 § LVU på grund av ett förhållande i hemmet. Domstolens beslut om vård kan inte väntas in med hänsyn till risken för hennes hälsa.',
        ),
        section('Varför nämnden inte kan väntas in', cannotWait),
        section(
          'Så har vi tänkt på Novas bästa',
          'Det bästa för Nova är att vara trygg medan domstolen prövar beslutet. Hon får information som passar hennes ålder och ett eget offentligt biträde.',
        ),
        section(
          'Vad som händer nu',
          'Vi skickar beslutet till förvaltningsrätten senast den 22 september 2026 (7 § LVU). Domstolen prövar det inom ungefär en vecka efter det. Du behöver inte göra något för att det ska ske.',
        ),
        section(
          'Går beslutet att överklaga?',
          'Nej. Domstolen prövar beslutet ändå (7 och 41 §§ LVU). När domstolen har bestämt får du veta hur du överklagar domstolens beslut.',
        ),
        section(
          'Vem som bestämmer',
          'Eva Lindgren, ordförande i socialnämnden i Ekdala kommun. Beslutet anmäls till nämnden vid nästa sammanträde, den 23 september 2026 (6 § LVU).',
        ),
      ],
      signedAt: '2026-09-15 08:40',
      signedBy: 'hanna',
    },
  ],
  putToDecision: {
    to: 'eva',
    by: 'hanna',
    at: '2026-09-15 08:45',
    law: 'LVU 6 §',
    ground: 'LVU 2 §',
    cannotWait,
  },
  readers: [full('johan', shownFrom)],
}

/** Nova, 10: a morning at the reception, and a decision that the chair has not made yet. */
export const novasStory: Story = {
  municipality: 'ekdala',
  unit: 'reception',
  caseNumber: 'EK-2026-1203',
  child: 'nova',
  openedOn: '2026-09-15',
  parties: [
    { person: 'nova', role: 'child', source: 'Folkbokföringen 2026-09-15' },
    { person: 'johan', role: 'guardian', source: 'Folkbokföringen 2026-09-15' },
  ],
  caseworkers: [{ staff: 'hanna', kind: 'lead' }],
  stages: [
    { stage: 'report', on: '2026-09-15', dueOn: '2026-09-29', shownFrom },
    { stage: 'investigation', on: '2026-09-15', dueOn: '2027-01-15', shownFrom },
  ],
  deadlines: [
    { kind: 'investigation', dueOn: '2027-01-15', source: 'SoL 20 kap. 3 §: inom fyra månader', shownFrom },
  ],
  followUps: [],
  notes: [],
  documents: [custody],
  remarks: [],
  threads: [],
  visits: [],
}
