import { setImmediate } from 'node:timers/promises'
import type { Figure, Hidden, LinkedTable } from './linked-table.ts'
import { findRanges, type RangeFinder } from './range-finder.ts'

const tolerance = 1e-6

/**
 * Which figures of a table may be told, so that no hidden number can be worked out from all of them together. They are
 * tried one after another, the worthiest first; one that would narrow a hidden number down too far, beside those that are
 * told already, is not told. Each trial is judged exactly.
 * @returns keys of the figures that may be told
 */
export async function chooseTold({ cells, figures, hidden }: LinkedTable): Promise<Set<string>> {
  if (hidden.length === 0) return new Set(figures.map(({ key }) => key))
  const finder = await findRanges(cells)
  try {
    const told = new Set<string>()
    for (const figure of figures.toSorted(byWorth)) {
      if (figure.within !== undefined && !told.has(figure.within)) continue
      // Whatever else the process does goes on meanwhile.
      await setImmediate()
      const takeBack = finder.tell(figure.says)
      if (hidden.every((number) => isKept(number, finder))) told.add(figure.key)
      else takeBack()
    }
    return told
  } finally {
    finder.end()
  }
}

function isKept({ cells, orFewer, orMore }: Hidden, { leastOf, mostOf }: RangeFinder): boolean {
  return mostOf(cells) > orMore - tolerance && leastOf(cells) < orFewer + tolerance
}

// Of equal worth the larger first: what is given up is "the second smallest cell".
const byWorth = (a: Figure, b: Figure) =>
  b.worth - a.worth || sizeOf(b) - sizeOf(a) || (a.key < b.key ? -1 : 1)

const sizeOf = ({ says }: Figure) => Math.max(...says.map(({ from }) => from))
