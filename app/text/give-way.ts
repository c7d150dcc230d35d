import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lets other requests be answered before a long text is judged on. */
export const giveWay = (): Promise<void> => nextTurn()
