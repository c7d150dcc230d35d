import type { Audience } from '../../db/roles'

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

/** The wished level (`?text=`) if there is one; else the child's text for a child, `written` for others. */
export function readingLevel(wish: string | null, audience: Audience, texts: Texts): ReadingLevel {
  const levels = levelsOf(texts)
  const wished = wishes[wish ?? '']
  if (wished && levels.includes(wished)) return wished
  return audience === 'child' ? (levels.find((level) => level !== 'written') ?? 'written') : 'written'
}
