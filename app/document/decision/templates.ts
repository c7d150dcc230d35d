import type { z } from 'zod'
import type { DocumentContent } from '../content/content.ts'
import { consent, consentFacts } from './consent.ts'
import { custodyLvm, custodyLvmFacts } from './custody-lvm.ts'
import { custodyLvu, custodyLvuFacts } from './custody-lvu.ts'
import {
  custodyLvmParts,
  custodyLvuParts,
  interventionSolParts,
  placementLvuParts,
  type DecisionPart,
} from './appealable-parts.ts'
import { implementationPlan, implementationPlanFacts } from './implementation-plan.ts'
import { interventionSol, interventionSolFacts } from './intervention-sol.ts'
import { placementLvu, placementLvuFacts } from './placement-lvu.ts'

type Template<Facts extends z.ZodType> = {
  documentType: 'decision' | 'implementationPlan' | 'consent'
  facts: Facts
  /** What can be appealed or not, each by its law (appeal_rule); none where nothing is decided. */
  parts: (facts: z.output<Facts>) => DecisionPart[]
  /** @throws LawNotChecked for a day for which nobody has checked the law */
  write: (facts: z.output<Facts>) => DocumentContent
}

const template = <Facts extends z.ZodType>(
  documentType: Template<Facts>['documentType'],
  facts: Facts,
  write: Template<Facts>['write'],
  parts: Template<Facts>['parts'] = () => [],
): Template<Facts> => ({ documentType, facts, write, parts })

/** What staff can begin a document from. The facts are kept; the content follows from them alone. */
export const templates = {
  custodyLvu: template('decision', custodyLvuFacts, custodyLvu, custodyLvuParts),
  placementLvu: template('decision', placementLvuFacts, placementLvu, placementLvuParts),
  custodyLvm: template('decision', custodyLvmFacts, custodyLvm, custodyLvmParts),
  interventionSol: template('decision', interventionSolFacts, interventionSol, interventionSolParts),
  consent: template('consent', consentFacts, consent),
  implementationPlan: template('implementationPlan', implementationPlanFacts, implementationPlan),
} as const

export type TemplateName = keyof typeof templates
