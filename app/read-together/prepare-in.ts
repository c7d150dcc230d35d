import { z } from 'zod'
import type { Readable } from './readable'

export const levels = ['written', 'easier', 'easiest'] as const
export const companies = [
  'alone',
  'guardian',
  'relative',
  'carer',
  'counsel',
  'interpreter',
  'other',
] as const
const mostItems = 20
const longestName = 100

export type Preparation = {
  formKey: string
  chosen: Pick<Readable, 'kind' | 'id'>[]
  level: (typeof levels)[number]
  company: (typeof companies)[number]
  companyName: string | null
}

export type PreparationFaults = Partial<Record<'order' | 'company' | 'companyName', string>>

/** As typed: numbers by the field of each thing, and the rest by its name. */
export type TypedPreparation = Record<string, string>

/** The field of a thing's number in the form. */
export const fieldOf = ({ kind, id }: Pick<Readable, 'kind' | 'id'>) => (id ? `${kind}-${id}` : kind)

/**
 * What was chosen of what the child may read, in the order of the numbers; the same number twice comes as it is listed.
 * @returns the preparation, or what is wrong by field, as keys of texts
 */
export function preparationIn(
  typed: TypedPreparation,
  things: readonly Readable[],
): { prepared: Preparation } | { faults: PreparationFaults } {
  const numbered = things
    .map((thing) => ({ thing, number: typed[fieldOf(thing)]?.trim() ?? '' }))
    .filter(({ number }) => number !== '')
  const company = z.enum(companies).safeParse(typed['company'])
  const level = z.enum(levels).safeParse(typed['level'])
  const name = typed['companyName']?.trim() ?? ''
  const isAlone = company.data === 'alone'
  const faults: PreparationFaults = {
    ...(numbered.length === 0 && { order: 'nothing' }),
    ...(numbered.length > mostItems && { order: 'tooMany' }),
    ...(numbered.some(({ number }) => !/^\d{1,3}$/.test(number)) && { order: 'notANumber' }),
    ...(!company.success && { company: 'missing' }),
    ...(company.success && !isAlone && name === '' && { companyName: 'missing' }),
    ...(name.length > longestName && { companyName: 'tooLong' }),
  }
  if (!company.success || Object.keys(faults).length > 0) return { faults }
  const formKey = z.uuid().safeParse(typed['formKey'])
  return {
    prepared: {
      formKey: formKey.data ?? crypto.randomUUID(),
      chosen: numbered
        .toSorted((a, b) => Number(a.number) - Number(b.number))
        .map(({ thing: { kind, id } }) => ({ kind, id })),
      level: level.data ?? 'easier',
      company: company.data,
      companyName: isAlone ? null : name,
    },
  }
}
