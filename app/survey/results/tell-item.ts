import { chooseTold } from '../../statistics/suppression/choose-told.ts'
import type { CountedItem, Minimums, ToldFigure, UnitAnswers } from './item-answers.ts'
import { answersKey, itemTable, leaningOf, optionKey, shareKey, type ItemTable } from './item-table.ts'

/**
 * What may be told of a question in every unit's round and in the municipality, so that nobody who reads all of it learns
 * how few have answered in a way that few have. Only what says something is returned.
 */
export async function tellItem(
  item: CountedItem,
  units: readonly UnitAnswers[],
  minimums: Minimums,
): Promise<ToldFigure[]> {
  const table = itemTable(item, units, minimums)
  const figures = figuresTold(table, await chooseTold(table), minimums)
  // One unit alone is all of the municipality.
  return units.length === 1
    ? [...figures, ...figures.map((figure) => ({ ...figure, roundId: null }))]
    : figures
}

/** @param told keys of the table's figures */
export function figuresTold(
  { scopes }: ItemTable,
  told: ReadonlySet<string>,
  minimums: Minimums,
): ToldFigure[] {
  return scopes.flatMap((scope) => {
    const { roundId, bases, share, options, countOf } = scope
    const answers = told.has(answersKey(scope)) ? countOf(bases[0]!) : null
    const leaning = share && told.has(shareKey(scope)) ? leaningOf(share, { ...minimums, countOf }) : null
    if (answers === null && leaning === null) return []
    const whole: ToldFigure = {
      roundId,
      option: null,
      answers,
      counted: leaning === 'exact' ? countOf(share!.yes) : null,
      leaning: leaning === 'exact' ? null : leaning,
    }
    const parts = options
      .filter(({ id }) => told.has(optionKey(scope, id)))
      .map(({ id, yes }) => ({ roundId, option: id, answers, counted: countOf(yes), leaning: null }))
    return [whole, ...parts]
  })
}
