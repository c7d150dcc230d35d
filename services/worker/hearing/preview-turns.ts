import type { EngineWatch } from '../engine/engine-watch.ts'
import type { EngineQueue } from './engine-queue.ts'

/** Who may ask the engine for the text of a phrase that is not over: one recording at a time, in turn. */
export type PreviewTurns = {
  /** Null when it is not its turn, or the engine has other things to do. */
  run<T>(caller: string, signal: AbortSignal, task: (signal: AbortSignal) => Promise<T>): Promise<T | null>
}

type Options = {
  engine: Pick<EngineWatch, 'answerMs'>
  engineQueue: EngineQueue
  /** An engine may hear a sound to its end, called off or not: what a phrase may wait for that, in ms. */
  mostDelayMs: number
  clock: () => number
}

/** Previews have at most a quarter of the engine's time. */
const REST = { leastMs: 1_500, timesWork: 3 }
/** Who speaks asks each second. */
const FORGOTTEN_MS = 2_500

export function createPreviewTurns({ engine, engineQueue, mostDelayMs, clock }: Options): PreviewTurns {
  /** When each asked last. Who has waited longest comes first. */
  const waiting = new Map<string, number>()
  let restsUntil = 0
  const isNext = (caller: string) => {
    waiting.set(caller, clock())
    for (const [other, askedAt] of waiting) if (clock() - askedAt > FORGOTTEN_MS) waiting.delete(other)
    const [first] = waiting.keys()
    return first === caller
  }
  return {
    run: async (caller, signal, task) => {
      if (!isNext(caller) || clock() < restsUntil || engine.answerMs > mostDelayMs) return null
      return engineQueue.runInBetween(signal, async (both) => {
        waiting.delete(caller)
        const begun = clock()
        try {
          return await task(both)
        } finally {
          restsUntil = clock() + Math.max(REST.leastMs, REST.timesWork * (clock() - begun))
        }
      })
    },
  }
}
