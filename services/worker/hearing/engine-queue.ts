type Purpose = 'live' | 'final'

export type EngineQueue = {
  /**
   * Live phrases come first. Each recording asks for one task at a time, so the order is fair. Aborted while it waits,
   * a task leaves the queue and is never run.
   */
  run<T>(purpose: Purpose, signal: AbortSignal, task: () => Promise<T>): Promise<T>
  /** Only while nothing else runs or waits, one at a time: else null. Called off as soon as anything else is asked for. */
  runInBetween<T>(signal: AbortSignal, task: (signal: AbortSignal) => Promise<T>): Promise<T | null>
}

export function createEngineQueue(limit: number): EngineQueue {
  const waiting: Record<Purpose, (() => void)[]> = { live: [], final: [] }
  let free = limit
  let between: AbortController | null = null

  const startNext = () => {
    const next = waiting.live.shift() ?? waiting.final.shift()
    if (next) next()
    else free += 1
  }
  return {
    run: async (purpose, signal, task) => {
      signal.throwIfAborted()
      between?.abort(new Error('a phrase waits'))
      if (free > 0) free -= 1
      else await turn(waiting[purpose], signal)
      try {
        return await task()
      } finally {
        startNext()
      }
    },
    runInBetween: async (signal, task) => {
      if (free < limit || between) return null
      between = new AbortController()
      try {
        return await task(AbortSignal.any([signal, between.signal]))
      } finally {
        between = null
      }
    },
  }
}

function turn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(go), 1)
      reject(signal.reason as Error)
    }
    const go = () => {
      signal.removeEventListener('abort', leave)
      resolve()
    }
    signal.addEventListener('abort', leave, { once: true })
    waiting.push(go)
  })
}
