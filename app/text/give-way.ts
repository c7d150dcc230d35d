import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lets other requests be answered before a long text is judged on. */
export const giveWay = (): Promise<void> => nextTurn()

const rowsInTurn = 500

/** Does something with each of very many, giving way in between. */
export async function inTurns<T>(rows: Iterable<T>, work: (row: T) => unknown): Promise<void> {
  let done = 0
  for (const row of rows) {
    work(row)
    if (++done % rowsInTurn === 0) await giveWay()
  }
}
