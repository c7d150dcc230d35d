import type { z } from 'zod'
import { isLanguage, type Language } from '../i18n/languages.ts'
import type { InstrumentFile } from './instrument-file.ts'

export type InstrumentFault = {
  file: string
  /** JSON pointer (RFC 6901); empty for the file as a whole. */
  place: string
  /** What is wrong, in English, as settings' faults. */
  fault: string
  language?: Language
}
export type Fault = Omit<InstrumentFault, 'file'>

/** Faults of form: what is missing, misspelt or too much. */
export function faultsOfForm({ issues }: z.ZodError, content: unknown): Fault[] {
  return issues.flatMap((issue) => {
    const last = issue.path.at(-1)
    const language = isLanguage(last) ? last : undefined
    const place = pointer(language ? issue.path.slice(0, -1) : issue.path)
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fault(place, `has no “${key}”`))
    const text = valueAt(content, issue.path) === undefined ? 'is missing' : issue.message
    return [{ ...fault(place, text), ...(language ? { language } : {}) }]
  })
}

/** Faults of meaning in a file whose form is right. */
export function faultsOfMeaning({ validFrom, validTo, scales, items }: InstrumentFile): Fault[] {
  return [
    ...(validTo && validTo < validFrom ? [fault('/validTo', `is before ${validFrom}`)] : []),
    ...doubled('/items', items),
    ...Object.entries(scales).flatMap(([name, { look, options }]) => {
      const place = pointer(['scales', name])
      const isFaceless = look === 'faces' && !options.some(({ face }) => face)
      return [
        ...doubled(`${place}/options`, options),
        ...(isFaceless ? [fault(place, 'has no answer with a face')] : []),
      ]
    }),
  ]
}

export function fault(place: string, text: string): Fault {
  return { place, fault: text }
}

function doubled(place: string, all: readonly { id: string }[]): Fault[] {
  return all.flatMap(({ id }, index) =>
    all.findIndex((each) => each.id === id) < index
      ? [fault(`${place}/${index}/id`, `is doubled: ${id}`)]
      : [],
  )
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], content)
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
