import type { z } from 'zod'
import type { DocumentContent } from '../content/content.ts'
import { consent, consentFacts } from './consent.ts'
import { custodyLvm, custodyLvmFacts } from './custody-lvm.ts'
import { custodyLvu, custodyLvuFacts } from './custody-lvu.ts'
import { implementationPlan, implementationPlanFacts } from './implementation-plan.ts'
import { interventionSol, interventionSolFacts } from './intervention-sol.ts'
import { placementLvu, placementLvuFacts } from './placement-lvu.ts'

type Template<Facts extends z.ZodType> = {
  documentType: 'decision' | 'implementationPlan' | 'consent'
  facts: Facts
  /** @throws LawNotChecked for a day for which nobody has checked the law */
  write: (facts: z.output<Facts>) => DocumentContent
}

const template = <Facts extends z.ZodType>(
  documentType: Template<Facts>['documentType'],
  facts: Facts,
  write: Template<Facts>['write'],
): Template<Facts> => ({ documentType, facts, write })

/** What staff can begin a document from. The facts are kept; the content follows from them alone. */
export const templates = {
  custodyLvu: template('decision', custodyLvuFacts, custodyLvu),
  placementLvu: template('decision', placementLvuFacts, placementLvu),
  custodyLvm: template('decision', custodyLvmFacts, custodyLvm),
  interventionSol: template('decision', interventionSolFacts, interventionSol),
  consent: template('consent', consentFacts, consent),
  implementationPlan: template('implementationPlan', implementationPlanFacts, implementationPlan),
} as const

export type TemplateName = keyof typeof templates
