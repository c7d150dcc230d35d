import type { ToldFigure } from './item-answers.ts'

/**
 * What a figure says of a share: whole per cent, a limit ("at least", "at most") where the smaller side may not be told,
 * in words where not even the number of answers may; null is hidden.
 */
export type Share = ShareInPercent | { kind: 'most' } | { kind: 'few' } | null
type ShareInPercent = { kind: 'exact' | 'atLeast' | 'atMost'; percent: number }

/** @param fewest the smallest side that was told of when the figure was */
export function shareOf(
  figure: Pick<ToldFigure, 'answers' | 'counted' | 'leaning'> | undefined,
  fewest: number,
): Share {
  if (!figure) return null
  const { answers, counted, leaning } = figure
  if (answers !== null && counted !== null)
    return { kind: 'exact', percent: Math.round((100 * counted) / answers) }
  if (leaning === null) return null
  if (answers === null) return leaning === 'most' ? { kind: 'most' } : { kind: 'few' }
  const most = (fewest - 1) / answers
  return leaning === 'most'
    ? { kind: 'atLeast', percent: Math.floor(100 * (1 - most)) }
    : { kind: 'atMost', percent: Math.ceil(100 * most) }
}
