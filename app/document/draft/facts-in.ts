import { plainLines } from '../content/plain-text.ts'
import type { TemplateName } from '../decision/templates.ts'
import { factFields, type FactField } from './fact-fields.ts'

/** Facts as they were written, complete or not; in the names and shapes of the template's facts. */
export type EnteredFacts = Record<string, unknown>

/** The facts that a form holds. What is empty and need not be written is left out. */
export function factsIn(form: FormData, template: TemplateName): EnteredFacts {
  const facts: EnteredFacts = {}
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const groups = groupsBegun(factFields(template), text)
  for (const field of factFields(template)) {
    const value = valueIn(field, text)
    const [group, own] = field.name.split('.') as [string, string?]
    if (own === undefined) {
      if (!isEmpty(value) || field.isRequired) facts[group] = value
    } else if (groups.has(group) && (!isEmpty(value) || isNeeded(field))) {
      facts[group] = { ...(facts[group] as object | undefined), [own]: value }
    }
  }
  return facts
}

// A group that may be left out is asked for in full once something of it is written; these may always be left out.
const mayBeLeftOut = new Set(['decidedBy.authority', 'urgent.meetingOn'])
const isNeeded = ({ name }: FactField) => !mayBeLeftOut.has(name)

function groupsBegun(fields: readonly FactField[], text: (name: string) => string): Set<string> {
  const inGroups = fields.filter(({ name }) => name.includes('.'))
  const begun = inGroups.filter((field) => (field.isRequired && isNeeded(field)) || text(field.name) !== '')
  return new Set(begun.map(({ name }) => name.split('.')[0]!))
}

function valueIn(field: FactField, text: (name: string) => string): unknown {
  switch (field.kind) {
    case 'paragraphs':
      return plainLines(text(field.name))
    case 'text':
      return plainLines(text(field.name)).join(' ')
    case 'rows':
      return rowsIn(field, text)
    default:
      return text(field.name)
  }
}

function rowsIn(
  { name, columns }: Extract<FactField, { kind: 'rows' }>,
  text: (name: string) => string,
): Record<string, string>[] {
  const rows = Array.from({ length: mostRows }, (_, index) =>
    Object.fromEntries(columns.map((column) => [column, text(`${name}.${index}.${column}`)])),
  )
  return rows.filter((row) => Object.values(row).some((cell) => cell !== ''))
}

export const mostRows = 40

const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0)
