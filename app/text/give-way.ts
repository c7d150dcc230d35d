import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lets other requests be answered before a long text is judged on. */
export const giveWay = (): Promise<void> => nextTurn()

/** Milliseconds. */
const longestTurn = 8
const rowsBetweenLooks = 20

/** Does something with each of very many, giving way first and again when it has taken a while. */
export async function inTurns<T>(rows: Iterable<T>, work: (row: T) => unknown): Promise<void> {
  await giveWay()
  let began = performance.now()
  let done = 0
  for (const row of rows) {
    work(row)
    if (++done % rowsBetweenLooks !== 0 || performance.now() - began < longestTurn) continue
    await giveWay()
    began = performance.now()
  }
}
