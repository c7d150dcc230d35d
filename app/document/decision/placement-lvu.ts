import { z } from 'zod'
import type { DocumentContent } from '../content/content.ts'
import { numbered, section } from './blocks.ts'
import { daysInOrder, decisionFacts, isReportedAfterwards, urgentFacts, words } from './decision-facts.ts'
import { contentOf, decisionHead, howToAppeal, reasons, theChild, whoDecided } from './decision-parts.ts'
import { citation, citing } from '../law.ts'
import { monthsAfter, swedishDay } from './swedish-days.ts'

export const placementLvuFacts = decisionFacts
  .extend({
    /** Where the care starts, as all who may read the decision may know it (LVU 11 §). */
    placement: words.optional(),
    /** Who may not meet, or how (LVU 14 §). */
    contact: z.array(words).max(10, 'list.tooLong').default([]),
    /** From whom the place is kept (LVU 14 §). */
    whereabouts: z.array(words).max(10, 'list.tooLong').default([]),
    urgent: urgentFacts.optional(),
  })
  .refine(
    ({ placement, contact, whereabouts }) =>
      placement !== undefined || contact.length + whereabouts.length > 0,
    'decision.none',
  )
  .refine(isReportedAfterwards, daysInOrder('urgent', 'meetingOn'))
type PlacementLvuFacts = z.infer<typeof placementLvuFacts>

/**
 * LVU 11 and 14 §§, in one document or each alone. All may be appealed (LVU 41 §). A party may always read a decision
 * (OSL 10 kap. 3 §), so a place that is kept from somebody is not named here.
 */
export function placementLvu(facts: PlacementLvuFacts): DocumentContent {
  const { on, placement, contact, whereabouts } = facts
  const [lvu11, lvu14] = [citation('LVU 11', on), citation('LVU 14', on)]
  const limits = [...contact, ...whereabouts]
  const decided = [
    ...(placement ? [citing(placement, lvu11)] : []),
    ...limits.map((limit) => citing(limit, lvu14)),
  ]
  return contentOf(facts, titleOf(facts), [
    decisionHead(facts, `Direkt (${citation('LVU 40', on)})`),
    ...section('Beslut', numbered(...decided), `Besluten gäller direkt (${citation('LVU 40', on)}).`),
    ...reasons(facts),
    ...theChild(facts),
    ...(limits.length > 0
      ? section(
          'När vi tar upp det igen',
          `Vi tar upp besluten enligt ${lvu14} igen senast den ${swedishDay(monthsAfter(on, 3))}. Det görs minst var tredje månad.`,
        )
      : []),
    ...howToAppeal(facts, `Du kan överklaga besluten (${citation('LVU 41', on)}).`),
    ...whoDecided(facts, facts.urgent),
  ])
}

function titleOf({ placement, contact, whereabouts }: PlacementLvuFacts): string {
  const subjects = [
    ...(placement ? ['boende'] : []),
    ...(contact.length > 0 ? ['umgänge'] : []),
    ...(whereabouts.length > 0 ? ['hemlig vistelseort'] : []),
  ]
  const has14 = contact.length + whereabouts.length > 0
  const law = placement && has14 ? '11 och 14 §§' : has14 ? '14 §' : '11 §'
  return `Beslut om ${new Intl.ListFormat('sv').format(subjects)} enligt ${law} LVU`
}
