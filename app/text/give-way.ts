import { setImmediate as nextTurn } from 'node:timers/promises'
import { allOf, type Steps } from './steps.ts'

/** Lets other requests be answered before a long text is judged on. */
export const giveWay = (): Promise<void> => nextTurn()

/** Milliseconds. An answer to somebody else waits for several turns: to be read, made and sent. */
const longestTurn = 4
const rowsBetweenLooks = 20

/** Does something with each of very many, giving way first and again when it has taken a while. */
export async function inTurns<T>(rows: Iterable<T>, work: (row: T, index: number) => unknown): Promise<void> {
  await giveWay()
  let began = performance.now()
  let done = 0
  for (const row of rows) {
    work(row, done)
    if (++done % rowsBetweenLooks !== 0 || performance.now() - began < longestTurn) continue
    await giveWay()
    began = performance.now()
  }
}

export async function stepsInTurns<Made>(steps: Steps<Made>): Promise<Made> {
  const made: Made[] = []
  const rows = function* () {
    made.push(yield* steps)
  }
  await inTurns(rows(), () => undefined)
  return made[0]!
}

export const allInTurns = <T>(rows: Iterable<T>): Promise<T[]> => stepsInTurns(allOf(rows))

/** What is found in each of very many. */
export async function foundInTurns<T, Found>(
  rows: Iterable<T>,
  find: (row: T, index: number) => Found | null,
): Promise<Found[]> {
  const all: Found[] = []
  await inTurns(rows, (row, index) => {
    const found = find(row, index)
    if (found !== null) all.push(found)
  })
  return all
}

export const chosenInTurns = <T>(
  rows: Iterable<T>,
  isChosen: (row: T, index: number) => boolean,
): Promise<T[]> => foundInTurns(rows, (row, index) => (isChosen(row, index) ? row : null))

/** By a whole number, rising. Those of the same number stay in order. */
export async function sortedInTurns<T>(rows: readonly T[], numberOf: (row: T) => number): Promise<T[]> {
  const byNumber = new Map<number, T[]>()
  await inTurns(rows, (row) => {
    const number = numberOf(row)
    const same = byNumber.get(number)
    if (same) same.push(row)
    else byNumber.set(number, [row])
  })
  const numbers = Int32Array.from(byNumber.keys()).sort()
  const sorted: T[] = []
  for (const number of numbers) for (const row of byNumber.get(number)!) sorted.push(row)
  return sorted
}
