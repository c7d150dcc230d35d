import { documentTypes, type DocumentType } from '../../../db/closed-lists.ts'
import { stockholmClock, stockholmMoment } from '../../calendar/stockholm-moment.ts'
import { contentLanguages, type ContentLanguage } from '../content/content-languages.ts'
import { contentSchema, type DocumentContent } from '../content/content.ts'
import type { FaultName } from '../content/fault-names.ts'
import { blocksFromText } from '../content/from-text.ts'

/** What is written beside a finished PDF, as it came. */
export type FinishedValues = { title: string; type: string; day: string; language: string; text: string }

export type FinishedFault = { field: keyof FinishedValues; fault: FaultName | 'type' | 'day' | 'language' }

/** Without who issued it: that is the municipality's to say. */
export type FinishedDocument = {
  type: DocumentType
  day: string
  /** Without blocks when no text was written. */
  content: Omit<DocumentContent, 'issuer'>
}

export const finishedValues = (fields: ReadonlyMap<string, string>): FinishedValues => ({
  title: fields.get('title') ?? '',
  type: fields.get('type') ?? '',
  day: fields.get('day') ?? '',
  language: fields.get('language') ?? '',
  text: fields.get('text') ?? '',
})

/** @returns the document, or what is wrong with each field */
export function finishedIn(
  { title, type, day, language, text }: FinishedValues,
  now: Date,
): FinishedDocument | { faults: FinishedFault[] } {
  const faults: FinishedFault[] = []
  const isType = isIn(documentTypes, type)
  const isLanguage = isIn(contentLanguages, language)
  if (!isType) faults.push({ field: 'type', fault: 'type' })
  if (!stockholmMoment(day, '12:00') || day > stockholmClock(now).day)
    faults.push({ field: 'day', fault: 'day' })
  if (!isLanguage) faults.push({ field: 'language', fault: 'language' })
  const content = contentIn(title, isLanguage ? language : 'sv', text)
  if ('faults' in content) return { faults: [...content.faults, ...faults] }
  return isType && faults.length === 0 ? { type, day, content } : { faults }
}

type Content = FinishedDocument['content']

function contentIn(
  title: string,
  language: ContentLanguage,
  text: string,
): Content | { faults: FinishedFault[] } {
  const blocks = blocksFromText(text)
  const held = blocks.length > 0 ? blocks : blocksFromText('–')
  const read = contentSchema.safeParse({ title, language, issuer: { name: '–' }, blocks: held })
  if (read.success) return { title: read.data.title, language, blocks }
  const byField = new Map(
    read.error.issues.map(({ path, message }) => [path[0] === 'title' ? 'title' : 'text', message] as const),
  )
  return { faults: [...byField].map(([field, message]) => ({ field, fault: message as FaultName })) }
}

const isIn = <Name extends string>(names: readonly Name[], name: string): name is Name =>
  names.some((each) => each === name)
