export type Turns = {
  /**
   * Runs a task when a place is free: live phrases before the careful pass, otherwise in the order asked for.
   * Each recording asks for one at a time, so the order is fair between them.
   */
  take<T>(purpose: 'live' | 'final', task: () => Promise<T>): Promise<T>
}

/** @param places how many tasks may run at once */
export function createTurns(places: number): Turns {
  const waiting: Record<'live' | 'final', (() => void)[]> = { live: [], final: [] }
  let free = places

  const leave = () => {
    const next = waiting.live.shift() ?? waiting.final.shift()
    if (next) next()
    else free += 1
  }
  return {
    take: async (purpose, task) => {
      if (free > 0) free -= 1
      else await new Promise<void>((go) => waiting[purpose].push(go))
      try {
        return await task()
      } finally {
        leave()
      }
    },
  }
}
