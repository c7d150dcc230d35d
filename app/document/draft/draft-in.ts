import type { TemplateName } from '../decision/templates.ts'
import type { DraftValues } from './draft-form.tsx'
import { holderField } from '../../ui/form/holder.ts'
import { factsIn } from './facts-in.ts'

export function draftIn(form: FormData, template: TemplateName): DraftValues {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const revision = Number(text('revision') || '-1')
  return {
    revision: Number.isInteger(revision) && revision < 2 ** 31 ? revision : -1,
    facts: factsIn(form, template),
    childTitle: text('childTitle'),
    childText: text('childText'),
  }
}

const unwritten = new Set([holderField, 'revision', 'do'])

/** All that was filled in, whichever template the form was drawn for. */
export function draftWordsIn(form: FormData): string {
  return [...form]
    .flatMap(([name, value]) => (typeof value === 'string' && !unwritten.has(name) ? [value.trim()] : []))
    .filter(Boolean)
    .join('\n\n')
}
