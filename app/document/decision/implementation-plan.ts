import { z } from 'zod'
import type { DocumentBlock, DocumentContent } from '../content/content.ts'
import { contentLimits } from '../content/limits.ts'
import { plainText } from '../content/plain-text.ts'
import { factsBlock, section } from './blocks.ts'
import { areInOrder, day, daysInOrder, documentFacts, name, words } from './decision-facts.ts'
import { contentOf } from './decision-parts.ts'
import { swedishDay } from './swedish-days.ts'

const texts = z.array(words).max(contentLimits.items, 'list.tooLong').default([])
const cell = plainText(contentLimits.cell)

/** What SoF 10 kap. 3 § asks for, heading by heading. */
export const implementationPlanFacts = documentFacts
  .extend({
    intervention: name,
    responsible: name,
    goals: z
      .array(z.strictObject({ goal: cell, how: cell, when: cell }))
      .min(1, 'list.empty')
      .max(40, 'list.tooLong'),
    followUpOn: day,
    followUp: texts,
    others: texts,
    contact: texts,
    contactWithUs: texts,
    childView: texts,
    guardiansView: texts,
  })
  .refine(({ on, followUpOn }) => areInOrder(on, followUpOn), daysInOrder('followUpOn'))
type PlanFacts = z.infer<typeof implementationPlanFacts>

export function implementationPlan(facts: PlanFacts): DocumentContent {
  return contentOf(facts, `Plan för ${facts.intervention}`, [
    factsBlock([
      ['Planen gäller', facts.concerns],
      ['Datum', swedishDay(facts.on)],
      ['Diarienummer', facts.diaryNumber],
      ['Ansvarig', facts.responsible],
      ['Uppföljning', swedishDay(facts.followUpOn)],
    ]),
    ...section('Mål och så här gör vi', goalTable(facts)),
    ...section(
      'Så följer vi upp',
      `Vi ses och går igenom planen den ${swedishDay(facts.followUpOn)}. Planen går att ändra innan dess.`,
      ...facts.followUp,
    ),
    ...section('Hjälp från andra', ...facts.others),
    ...section('Kontakt med familj och andra', ...facts.contact),
    ...section('Kontakt med oss', ...facts.contactWithUs),
    ...section(`Vad ${facts.concerns} tycker`, ...facts.childView),
    ...section('Vad vårdnadshavarna tycker', ...facts.guardiansView),
  ])
}

function goalTable({ goals }: PlanFacts): DocumentBlock {
  return {
    kind: 'table',
    caption: 'Mål, vem som gör vad, och när',
    head: ['Mål', 'Så gör vi', 'När'],
    rows: goals.map(({ goal, how, when }) => [goal, how, when]),
  }
}
