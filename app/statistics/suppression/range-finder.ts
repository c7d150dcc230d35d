import loadHighs, { type Highs } from 'highs'
import type { Statement } from './linked-table.ts'

export type RangeFinder = {
  leastOf: (cells: readonly number[]) => number
  mostOf: (cells: readonly number[]) => number
  /** Adds what somebody is told; what is returned takes it back. */
  tell: (statements: readonly Statement[]) => () => void
  end: () => void
}

/** More than any survey has answers: a sum that reaches it has no limit. */
const unlimited = 1e6

let loaded: Promise<Highs> | undefined

/**
 * Works out exactly what somebody can who knows some sums of cells, by linear programming (HiGHS). A problem that is not
 * solved throws: an infeasible one has the value 0 and looks like an answer.
 */
export async function findRanges(cells: number): Promise<RangeFinder> {
  const highs = await (loaded ??= loadHighs())
  const model = highs.createModel()
  model.options.set({ output_flag: false })
  for (let cell = 0; cell < cells; cell++) model.addVar(0, unlimited)
  let rows = 0
  const limitOf = (summed: readonly number[], direction: 1 | -1): number => {
    for (const cell of summed) model.changeColCost(cell, direction)
    model.run()
    const status = model.getModelStatus()
    if (status !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS ended with status ${status}`)
    const value = direction * model.getObjectiveValue()
    for (const cell of summed) model.changeColCost(cell, 0)
    return value
  }
  return {
    leastOf: (summed) => limitOf(summed, 1),
    mostOf: (summed) => limitOf(summed, -1),
    tell: (statements) => {
      const from = rows
      for (const { cells: summed, from: least, to: most } of statements) {
        model.addRow(least, Math.min(most, highs.infinity), {
          indices: [...summed],
          values: summed.map(() => 1),
        })
        rows++
      }
      const added = statements.map((_statement, place) => from + place)
      return () => added.forEach((row) => model.changeRowBounds(row, -highs.infinity, highs.infinity))
    },
    end: () => model.dispose(),
  }
}
