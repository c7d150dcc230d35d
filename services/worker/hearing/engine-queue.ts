export type EngineQueue = {
  /** Live phrases come first. Each recording asks for one task at a time, so the order is fair. */
  run<T>(purpose: 'live' | 'final', task: () => Promise<T>): Promise<T>
}

export function createEngineQueue(limit: number): EngineQueue {
  const waiting: Record<'live' | 'final', (() => void)[]> = { live: [], final: [] }
  let free = limit

  const startNext = () => {
    const next = waiting.live.shift() ?? waiting.final.shift()
    if (next) next()
    else free += 1
  }
  return {
    run: async (purpose, task) => {
      if (free > 0) free -= 1
      else await new Promise<void>((go) => waiting[purpose].push(go))
      try {
        return await task()
      } finally {
        startNext()
      }
    },
  }
}
