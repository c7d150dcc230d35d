import { z } from 'zod'
import type { DocumentContent } from '../content/content.ts'
import { section } from './blocks.ts'
import { daysInOrder, decisionFacts, isReportedAfterwards, urgentFacts } from './decision-facts.ts'
import { contentOf, decisionHead, theChild, whoDecided } from './decision-parts.ts'
import { citation, fullCitation } from '../law.ts'
import { daysAfter, swedishDay } from './swedish-days.ts'

export const custodyLvuFacts = decisionFacts
  .extend({
    /** Which of the two must be said (JO 629-13). */
    ground: z.enum(['LVU 2', 'LVU 3'], 'choice.none'),
    /** Why the court cannot be awaited (LVU 6 §). */
    risk: z.enum(['health', 'investigation'], 'choice.none'),
    urgent: urgentFacts.optional(),
  })
  .refine(isReportedAfterwards, daysInOrder('urgent', 'meetingOn'))
type CustodyLvuFacts = z.infer<typeof custodyLvuFacts>

const grounds = {
  'LVU 2': 'på grund av ett förhållande i hemmet',
  'LVU 3': 'på grund av den unges eget beteende',
}
const risks = {
  health: 'med hänsyn till risken för den unges hälsa eller utveckling',
  investigation: 'därför att utredningen allvarligt kan bli svårare',
}

/** LVU 6 §. The decision itself cannot be appealed: it is submitted to the court (LVU 7 and 41 §§). */
export function custodyLvu(facts: CustodyLvuFacts): DocumentContent {
  const { on, concerns } = facts
  const cite = (reference: Parameters<typeof citation>[0]) => citation(reference, on)
  return contentOf(facts, 'Beslut om omedelbart omhändertagande enligt 6 § LVU', [
    decisionHead(facts, `Direkt (${cite('LVU 40')})`),
    ...section(
      'Beslut',
      `${concerns} ska vara omhändertagen just nu (${fullCitation('LVU 6', on)}, LVU). Beslutet gäller direkt (${cite('LVU 40')}).`,
    ),
    ...section(
      'Skäl',
      ...facts.reasons,
      `Det är sannolikt att ${concerns} behöver vård enligt ${cite(facts.ground)} ${grounds[facts.ground]}.`,
      `Domstolens beslut om vård kan inte väntas in ${risks[facts.risk]} (${cite('LVU 6')}).`,
    ),
    ...theChild(facts),
    ...section(
      'Vad som händer nu',
      `Vi skickar beslutet till förvaltningsrätten senast den ${swedishDay(daysAfter(on, 7))} (${cite('LVU 7')}). Domstolen prövar det som regel inom en vecka efter det. Du behöver inte göra något för att det ska ske.`,
      `Står beslutet fast ska nämnden ansöka om vård inom fyra veckor från den dag då omhändertagandet genomfördes. Annars upphör det (${cite('LVU 8')}).`,
      `Du kan få ett offentligt biträde, ofta en advokat. Staten betalar (${cite('LVU 39')}). Den som har fyllt 15 år för sin egen talan (${cite('LVU 36')}).`,
    ),
    ...section(
      'Om du inte håller med',
      `Omhändertagandet går inte att överklaga, för domstolen prövar det ändå (${cite('LVU 7')} och ${cite('LVU 41')}). Du får säga till domstolen vad du tycker. När domstolen har bestämt får du veta hur du överklagar domstolens beslut.`,
    ),
    ...whoDecided(facts, facts.urgent),
  ])
}
