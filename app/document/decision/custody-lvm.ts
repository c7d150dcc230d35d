import type { z } from 'zod'
import type { DocumentContent } from '../content/content.ts'
import { section } from './blocks.ts'
import { daysInOrder, decisionFacts, isReportedAfterwards, urgentFacts } from './decision-facts.ts'
import { contentOf, decisionHead, reasons, whoDecided } from './decision-parts.ts'
import { citation, fullCitation } from '../law.ts'
import { daysAfter, swedishDay } from './swedish-days.ts'

export const custodyLvmFacts = decisionFacts
  .omit({ childView: true, bestInterests: true })
  .extend({ urgent: urgentFacts.optional() })
  .refine(isReportedAfterwards, daysInOrder('urgent', 'meetingOn'))
type CustodyLvmFacts = z.infer<typeof custodyLvmFacts>

/** LVM 13 §: an adult's own matter, submitted to the court at the latest the day after (LVM 15 §). */
export function custodyLvm(adult: CustodyLvmFacts): DocumentContent {
  const facts = { ...adult, childView: [], bestInterests: [] }
  const { on, concerns } = facts
  return contentOf(facts, 'Beslut om omedelbart omhändertagande enligt 13 § LVM', [
    decisionHead(facts, `Direkt (${citation('LVM 43', on)})`),
    ...section(
      'Beslut',
      `${concerns} ska vara omhändertagen just nu (${fullCitation('LVM 13', on)}, LVM). Beslutet gäller direkt (${citation('LVM 43', on)}).`,
    ),
    ...reasons(facts),
    ...section(
      'Vad som händer nu',
      `Vi skickar beslutet till förvaltningsrätten genast, senast den ${swedishDay(daysAfter(on, 1))} (${citation('LVM 15', on)}). Domstolen prövar det som regel inom fyra dagar (${citation('LVM 17', on)}). Du behöver inte göra något för att det ska ske.`,
      `Du får läsa det som står i ditt ärende och skriva vad du tycker. Du får begära att prata med domstolen. Du kan få ett offentligt biträde, ofta en advokat (${citation('LVM 16', on)}).`,
    ),
    ...section(
      'Om du inte håller med',
      `Omhändertagandet går inte att överklaga, för domstolen prövar det ändå (${citation('LVM 15', on)} och ${citation('LVM 44', on)}). Du får säga till domstolen vad du tycker. När domstolen har bestämt får du veta hur du överklagar domstolens beslut.`,
    ),
    ...whoDecided(facts, facts.urgent),
  ])
}
