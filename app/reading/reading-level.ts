import type { Audience } from '../../db/roles'

/** How a note is read: as it was written, in a child's words, or in the easiest words. */
export type ReadingLevel = 'written' | 'easier' | 'easiest'

type Texts = { childText: string | null; childTextEasy: string | null }

const wishes: Record<string, ReadingLevel> = { som: 'written', latt: 'easier', lattast: 'easiest' }

/** The address's word for a level, `?text=`. */
export const wordOfLevel: Record<ReadingLevel, string> = {
  written: 'som',
  easier: 'latt',
  easiest: 'lattast',
}

/** The levels a note can be read at, hardest first. */
export function levelsOf({ childText, childTextEasy }: Texts): ReadingLevel[] {
  return [
    'written',
    ...(childText ? (['easier'] as const) : []),
    ...(childTextEasy ? (['easiest'] as const) : []),
  ]
}

/**
 * The level a note opens at: what the address wishes if there is such a text, else the child's words for a
 * child and the note as written for everybody else.
 * @param wish value of `?text=`
 */
export function readingLevel(wish: string | null, audience: Audience, texts: Texts): ReadingLevel {
  const levels = levelsOf(texts)
  const wished = wishes[wish ?? '']
  if (wished && levels.includes(wished)) return wished
  return audience === 'child' ? (levels.find((level) => level !== 'written') ?? 'written') : 'written'
}
