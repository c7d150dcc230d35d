import { z } from 'zod'
import type { DocumentContent } from '../content/content.ts'
import { section } from './blocks.ts'
import { areInOrder, day, daysInOrder, decisionFacts, name, words } from './decision-facts.ts'
import { contentOf, decisionHead, howToAppeal, reasons, theChild, whoDecided } from './decision-parts.ts'
import { citation, citing } from '../law.ts'
import { swedishDay } from './swedish-days.ts'

export const interventionSolFacts = decisionFacts
  .extend({
    /** "familjebehandling" */
    intervention: name,
    outcome: z.enum(['granted', 'refused'], 'choice.none'),
    /** What is given, or what was asked for and is not given. */
    decision: words,
    from: day.optional(),
    /** Last day. */
    to: day.optional(),
  })
  // Without a first day it holds from the day of the decision.
  .refine(({ on, from = on, to }) => areInOrder(from, to), daysInOrder('to'))
type InterventionSolFacts = z.infer<typeof interventionSolFacts>

/** SoL 11 kap. 1 §, given or not: appealable either way (SoL 35 kap. 1 §). */
export function interventionSol(facts: InterventionSolFacts): DocumentContent {
  const { on, intervention, outcome, decision } = facts
  const title = outcome === 'granted' ? `Beslut om ${intervention}` : `Beslut att inte ge ${intervention}`
  return contentOf(facts, title, [
    decisionHead(facts, validityOf(facts)),
    ...section('Beslut', citing(decision, citation('SoL 11:1', on))),
    ...reasons(facts),
    ...theChild(facts),
    ...howToAppeal(
      facts,
      `Du kan överklaga beslutet (${citation('SoL 35:1', on)}). Den som har fyllt 15 år får göra det själv (${citation('SoL 3:4', on)}).`,
    ),
    ...whoDecided(facts),
  ])
}

function validityOf({ on, outcome, from, to }: InterventionSolFacts): string {
  if (outcome === 'refused') return `Direkt (${citation('SoL 35:5', on)})`
  const start = from ? `Från den ${swedishDay(from)}` : `Direkt (${citation('SoL 35:5', on)})`
  return to ? `${start} till och med den ${swedishDay(to)}` : start
}
