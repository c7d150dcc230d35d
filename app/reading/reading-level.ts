import type { Audience } from '../../db/roles'
import type { Language } from '../i18n/languages'
import { isChild } from '../person/is-child'

export type ReadingLevel = 'written' | 'easier' | 'easiest'

type Texts = { childText: string | null; childTextEasy: string | null }

const wishes: Record<string, ReadingLevel> = { som: 'written', latt: 'easier', lattast: 'easiest' }

/** Values of `?text=`. */
export const wordOfLevel: Record<ReadingLevel, string> = {
  written: 'som',
  easier: 'latt',
  easiest: 'lattast',
}

export function levelsOf({ childText, childTextEasy }: Texts): ReadingLevel[] {
  return [
    'written',
    ...(childText ? (['easier'] as const) : []),
    ...(childTextEasy ? (['easiest'] as const) : []),
  ]
}

type Reader = { audience: Audience; language: Language }

/**
 * The wished level (`?text=`) if there is one; else the child's text for the child, and for whoever reads easy Swedish;
 * `written` for others.
 */
export function readingLevel(wish: string | null, reader: Reader, texts: Texts): ReadingLevel {
  const levels = levelsOf(texts)
  const wished = wishes[wish ?? '']
  if (wished && levels.includes(wished)) return wished
  const isEasierFirst = isChild(reader.audience) || reader.language === 'sv-latt'
  return isEasierFirst ? (levels.find((level) => level !== 'written') ?? 'written') : 'written'
}
