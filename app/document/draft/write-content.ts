import type { z } from 'zod'
import { contentSchema, type DocumentContent } from '../content/content.ts'
import { faultNames, type FaultName } from '../content/fault-names.ts'
import type { DecisionPart } from '../decision/appealable-parts.ts'
import { templates, type TemplateName } from '../decision/templates.ts'
import { LawNotChecked } from '../law.ts'
import type { EnteredFacts } from './facts-in.ts'

/** `field` as the form names it; empty for the document as a whole. */
export type FactFault = { field: string; fault: FaultName | 'law.notChecked' }

export type Written =
  | { content: DocumentContent; parts: DecisionPart[]; faults: [] }
  | { content: null; parts: []; faults: FactFault[] }

/** What the document says by these facts, or what is wrong with them. */
export function writeContent(template: TemplateName, entered: EnteredFacts): Written {
  // One type of the six stands for all: facts are checked by the schema that belongs to their writer.
  const { facts, write, parts } = templates[template] as (typeof templates)['custodyLvu']
  const read = facts.safeParse(entered)
  if (!read.success) return faulty(read.error.issues.map(faultOf))
  try {
    const content = contentSchema.safeParse(write(read.data))
    if (!content.success)
      return faulty(content.error.issues.map(({ message }) => ({ field: '', fault: named(message) })))
    return { content: content.data, parts: parts(read.data), faults: [] }
  } catch (error) {
    if (error instanceof LawNotChecked) return faulty([{ field: 'on', fault: 'law.notChecked' }])
    throw error
  }
}

function faulty(faults: FactFault[]): Written {
  const known = new Set<string>()
  const each = faults.filter(({ field }) => !known.has(field) && known.add(field))
  return { content: null, parts: [], faults: each }
}

function faultOf({ path, message }: z.core.$ZodIssue): FactFault {
  const fault = named(message)
  if (fault === 'decision.none') return { field: 'placement', fault }
  // A list is one field, but for the cells of a row.
  const isCell = path.length === 3 && typeof path[1] === 'number'
  const field = isCell ? path : path.filter((step) => typeof step === 'string')
  return { field: field.join('.'), fault }
}

const named = (message: string): FaultName => faultNames.find((name) => name === message) ?? 'text.empty'
