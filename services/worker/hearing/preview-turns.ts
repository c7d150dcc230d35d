import type { EngineQueue } from './engine-queue.ts'

/** Who may ask the engine for the text of a phrase that is not over: one recording at a time, in turn. */
export type PreviewTurns = {
  /** Null when it is not its turn, or the engine has other things to do. */
  run<T>(caller: string, signal: AbortSignal, task: (signal: AbortSignal) => Promise<T>): Promise<T | null>
}

/** An engine may hear a sound to its end, called off or not: previews have at most a quarter of its time. */
const REST = { leastMs: 1_500, mostMs: 60_000, timesWork: 3 }
/** Who speaks asks each second. */
const FORGOTTEN_MS = 2_500

export function createPreviewTurns(engineQueue: EngineQueue, clock: () => number): PreviewTurns {
  /** When each asked last. Who has waited longest comes first. */
  const waiting = new Map<string, number>()
  let restsUntil = 0
  /** What one takes; more and more while none is answered: what is called off may still be heard to its end. */
  let workMs = 0
  const isNext = (caller: string) => {
    waiting.set(caller, clock())
    for (const [other, askedAt] of waiting) if (clock() - askedAt > FORGOTTEN_MS) waiting.delete(other)
    const [first] = waiting.keys()
    return first === caller
  }
  return {
    run: async (caller, signal, task) => {
      if (!isNext(caller) || clock() < restsUntil) return null
      return engineQueue.runInBetween(signal, async (both) => {
        waiting.delete(caller)
        const begun = clock()
        workMs = Math.max(2 * workMs, REST.leastMs)
        try {
          const result = await task(both)
          workMs = clock() - begun
          return result
        } finally {
          const rest = REST.timesWork * Math.max(workMs, clock() - begun)
          restsUntil = clock() + Math.min(REST.mostMs, Math.max(REST.leastMs, rest))
        }
      })
    },
  }
}
