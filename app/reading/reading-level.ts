import type { Audience } from '../../db/roles'

/** `written`: as the caseworker wrote it. */
export type ReadingLevel = 'written' | 'easier' | 'easiest'

type Texts = { childText: string | null; childTextEasy: string | null }

const wishes: Record<string, ReadingLevel> = { som: 'written', latt: 'easier', lattast: 'easiest' }

/** Values of `?text=`. */
export const wordOfLevel: Record<ReadingLevel, string> = {
  written: 'som',
  easier: 'latt',
  easiest: 'lattast',
}

/** Hardest first. */
export function levelsOf({ childText, childTextEasy }: Texts): ReadingLevel[] {
  return [
    'written',
    ...(childText ? (['easier'] as const) : []),
    ...(childTextEasy ? (['easiest'] as const) : []),
  ]
}

/**
 * The level the address asks for if there is such a text; else the child's text for a child, and the written
 * note for others.
 * @param wish value of `?text=`
 */
export function readingLevel(wish: string | null, audience: Audience, texts: Texts): ReadingLevel {
  const levels = levelsOf(texts)
  const wished = wishes[wish ?? '']
  if (wished && levels.includes(wished)) return wished
  return audience === 'child' ? (levels.find((level) => level !== 'written') ?? 'written') : 'written'
}
