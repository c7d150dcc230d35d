import type { z } from 'zod'
import { contentLimits } from '../content/limits.ts'
import { templates, type TemplateName } from '../decision/templates.ts'

/** How a fact is written in a form. A name with dots stands in a group of facts. */
export type FactField = { name: string; isRequired: boolean } & (
  | { kind: 'line' | 'text'; most: number }
  /** One paragraph a line. */
  | { kind: 'paragraphs'; most: number }
  | { kind: 'day' | 'time' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'rows'; columns: readonly string[] }
)

/** The facts of a template, as its schema has them. */
export function factFields(template: TemplateName): FactField[] {
  return Object.entries(templates[template].facts.shape).flatMap(([name, schema]) =>
    fieldsOf(name, schema as Schema, true),
  )
}

type Schema = z.ZodType & {
  def: { type: string; format?: string; innerType?: Schema; element?: Schema; checks?: unknown[] }
  shape?: Record<string, Schema>
  options?: readonly string[]
  maxLength?: number | null
}

function fieldsOf(name: string, schema: Schema, isRequired: boolean): FactField[] {
  const { def } = schema
  switch (def.type) {
    case 'optional':
    case 'default':
      return fieldsOf(name, def.innerType!, false)
    case 'object':
      return Object.entries(schema.shape!).flatMap(([own, inner]) =>
        fieldsOf(`${name}.${own}`, inner, isRequired),
      )
    case 'enum':
      return [{ kind: 'choice', name, isRequired, options: schema.options! }]
    case 'array':
      return [listOf(name, schema, isRequired)]
  }
  if (def.format === 'date') return [{ kind: 'day', name, isRequired }]
  if (def.format === 'time') return [{ kind: 'time', name, isRequired }]
  const most = schema.maxLength ?? contentLimits.value
  return [{ kind: most > contentLimits.value ? 'text' : 'line', name, isRequired, most }]
}

function listOf(name: string, { def }: Schema, isRequired: boolean): FactField {
  const element = def.element!
  if (element.def.type === 'object') {
    return { kind: 'rows', name, isRequired, columns: Object.keys(element.shape!) }
  }
  return { kind: 'paragraphs', name, isRequired, most: element.maxLength ?? contentLimits.paragraph }
}
