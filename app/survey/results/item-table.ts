import type { Figure, Hidden, LinkedTable, Statement } from '../../statistics/suppression/linked-table.ts'
import type { CountedItem, Leaning, Minimums, UnitAnswers } from './item-answers.ts'
import { itemCells, type Split } from './item-cells.ts'

/** One unit's round, or all of the municipality (null), with its sums of cells and what they come to. */
type Scope = {
  roundId: string | null
  bases: readonly (readonly number[])[]
  share: Split | null
  options: readonly (Split & { id: string })[]
  countOf: (cells: readonly number[]) => number
}

export type ItemTable = LinkedTable & { scopes: readonly Scope[] }

export const answersKey = ({ roundId }: Scope) => `${roundId} answers`
export const shareKey = ({ roundId }: Scope) => `${roundId} share`
export const optionKey = ({ roundId }: Scope, id: string) => `${roundId} option ${id}`

/** Of two that tell too much together one is given up: first parts, then the municipality's, then the unit's. */
const worth = { option: 1, share: { whole: 2, unit: 4 }, answers: { whole: 3, unit: 5 } }

/**
 * All that anybody can be shown of one question, of every unit and of the municipality, as one table. Two questions share
 * no cells, since nobody is told how many have answered a survey; nor do rounds of different days.
 */
export function itemTable(item: CountedItem, units: readonly UnitAnswers[], minimums: Minimums): ItemTable {
  const shape = itemCells(item)
  const counts = units.flatMap((unit) => shape.counts(unit))
  const countOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + counts[cell]!, 0)
  const scopeOf = (roundId: string | null, places: readonly number[]): Scope => {
    const inScope = (cells: readonly number[]) =>
      places.flatMap((place) => cells.map((cell) => place * shape.cells + cell))
    const split = ({ yes, no }: Split) => ({ yes: inScope(yes), no: inScope(no) })
    return {
      roundId,
      bases: shape.bases.map(inScope),
      share: shape.share && split(shape.share),
      options: shape.options.map((option) => ({ id: option.id, ...split(option) })),
      countOf,
    }
  }
  const scopes = units.map(({ roundId }, place) => scopeOf(roundId, [place]))
  if (units.length > 1) scopes.push(scopeOf(null, [...units.keys()]))
  return {
    scopes,
    cells: counts.length,
    figures: scopes.flatMap((scope) => figuresOf(scope, minimums)),
    hidden: scopes.flatMap((scope) => hiddenOf(scope, minimums)),
  }
}

function figuresOf(scope: Scope, { fewest, published }: Minimums): Figure[] {
  const { bases, share, options, countOf } = scope
  const answers = countOf(bases[0]!)
  const of = scope.roundId === null ? 'whole' : 'unit'
  const within = answers >= published ? { within: answersKey(scope) } : {}
  const says = share ? whatIsSaid(share, { fewest, published, countOf }) : []
  return [
    ...(answers >= published
      ? [
          {
            key: answersKey(scope),
            says: bases.map((base) => exactly(base, answers)),
            worth: worth.answers[of],
          },
        ]
      : []),
    ...(says.length > 0 ? [{ key: shareKey(scope), says, worth: worth.share[of], ...within }] : []),
    ...options
      .filter(({ yes }) => answers >= published && countOf(yes) >= fewest)
      .map(({ id, yes }) => ({
        key: optionKey(scope, id),
        says: [exactly(yes, countOf(yes))],
        worth: worth.option,
        ...within,
      })),
  ]
}

type Counting = Minimums & Pick<Scope, 'countOf'>

function whatIsSaid({ yes, no }: Split, counting: Counting): Statement[] {
  const leaning = leaningOf({ yes, no }, counting)
  if (leaning === 'exact') return [exactly(yes, counting.countOf(yes))]
  if (leaning === null) return []
  const [larger, smaller] = leaning === 'most' ? [yes, no] : [no, yes]
  return [atLeast(larger, counting.fewest), fewerThan(smaller, counting.fewest)]
}

/** Exact where both sides have enough; null where neither has. */
export function leaningOf(
  { yes, no }: Split,
  { fewest, countOf }: Pick<Counting, 'fewest' | 'countOf'>,
): 'exact' | Leaning | null {
  const [many, others] = [countOf(yes) >= fewest, countOf(no) >= fewest]
  if (many && others) return 'exact'
  if (many) return 'most'
  return others ? 'few' : null
}

function hiddenOf(scope: Scope, { fewest, published }: Minimums): Hidden[] {
  const { roundId, bases, share, options, countOf } = scope
  const leaning = share && leaningOf(share, { fewest, countOf })
  // That they are fewer is said, where most have answered otherwise; nothing more may be known.
  const saidFew = leaning === 'most' ? share!.no : leaning === 'few' ? share!.yes : []
  const sums = [
    ...bases,
    ...(share ? [share.yes, share.no] : []),
    ...options.flatMap(({ yes, no }) => [yes, no]),
    ...(share && roundId !== null ? [...share.yes, ...share.no].map((cell) => [cell]) : []),
  ]
  return sums.flatMap((cells) => {
    const count = countOf(cells)
    const key = `${roundId} ${cells.join('+')}`
    if (count < fewest) {
      const isSaidFew = cells.every((cell) => saidFew.includes(cell))
      return [{ key, cells, orFewer: 0, orMore: isSaidFew ? fewest - 1 : fewest }]
    }
    const isNumberOfAnswers = bases.some((base) => base === cells)
    return isNumberOfAnswers && count < published ? [{ key, cells, orFewer: fewest, orMore: published }] : []
  })
}

const exactly = (cells: readonly number[], count: number): Statement => ({ cells, from: count, to: count })
const atLeast = (cells: readonly number[], count: number): Statement => ({
  cells,
  from: count,
  to: Number.POSITIVE_INFINITY,
})
const fewerThan = (cells: readonly number[], count: number): Statement => ({ cells, from: 0, to: count - 1 })
