import type { CountedItem, UnitAnswers } from './item-answers.ts'

/** Some who have answered so, and those who have answered otherwise: cells of a table. */
export type Split = { yes: readonly number[]; no: readonly number[] }

/**
 * How a question's answers in one unit fall into cells that nothing divides further. `bases` are sums that all are the
 * number of answers; `share` is null where nothing is positive; `options` have no split that says what `share` says.
 */
export type ItemCells = {
  cells: number
  bases: readonly (readonly number[])[]
  share: Split | null
  options: readonly (Split & { id: string })[]
  /** The number in each cell. */
  counts: (unit: UnitAnswers) => number[]
}

export function itemCells(item: CountedItem): ItemCells {
  return item.kind === 'choice' ? oneOfMany(item) : eachOfMany(item)
}

/** One answer a person: a cell for each. "Vet inte" is outside the base and has a cell that no figure tells of. */
function oneOfMany({ options }: CountedItem): ItemCells {
  const placesOf = (positive: boolean) =>
    options.flatMap((option, place) => (option.positive === positive ? [place] : []))
  const [yes, no] = [placesOf(true), placesOf(false)]
  const base = [...yes, ...no]
  const alone = [yes, no].filter(({ length }) => length === 1).flat()
  return {
    cells: options.length,
    bases: [base],
    share: { yes, no },
    options: base
      .filter((place) => !alone.includes(place))
      .map((place) => ({
        id: options[place]!.id,
        yes: [place],
        no: base.filter((other) => other !== place),
      })),
    counts: ({ chosen }) => options.map(({ id }) => chosen.get(id) ?? 0),
  }
}

/** Any number of answers a person: for each answer, a cell of those who chose it and one of those who did not. */
function eachOfMany({ options }: CountedItem): ItemCells {
  const splits = options.map(({ id }, place) => ({ id, yes: [2 * place], no: [2 * place + 1] }))
  return {
    cells: 2 * options.length,
    bases: splits.map(({ yes, no }) => [...yes, ...no]),
    share: null,
    options: splits.filter((_split, place) => options[place]!.positive !== null),
    counts: ({ answered, chosen }) =>
      options.flatMap(({ id }) => {
        const count = chosen.get(id) ?? 0
        return [count, answered - count]
      }),
  }
}
