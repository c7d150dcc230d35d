import { lengthOf, longestTitle } from '../../text/draft-limits.ts'
import { contentLimits } from '../content/limits.ts'
import type { DocumentContent } from '../content/content.ts'
import type { TemplateName } from '../decision/templates.ts'
import type { EnteredFacts } from './facts-in.ts'
import { writeContent, type FactFault } from './write-content.ts'

export type WrittenDraft = { facts: EnteredFacts; childTitle: string | null; childText: string | null }

/** What would be frozen now, or what is missing before it can be. */
export function lookThrough(
  template: TemplateName,
  { facts, childTitle, childText }: WrittenDraft,
): { content: DocumentContent | null; faults: FactFault[] } {
  const { content, faults } = writeContent(template, facts)
  const all = [
    ...faults,
    ...tooLong('childTitle', childTitle, longestTitle),
    ...tooLong('childText', childText, contentLimits.paragraph),
  ]
  return { content: all.length > 0 ? null : content, faults: all }
}

const tooLong = (field: string, text: string | null, most: number): FactFault[] =>
  lengthOf(text ?? '') > most ? [{ field, fault: 'text.tooLong' }] : []
