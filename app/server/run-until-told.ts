import { once } from 'node:events'

export type Running = {
  end(): Promise<void>
  /** Fulfilled when it has nothing more to do, without having been told. */
  over?: Promise<void>
}

/** Until SIGTERM, SIGINT or the parent ends. Exits with 0 within `patienceMs`. @throws what start throws */
export async function runUntilTold(start: () => Promise<Running>, patienceMs: number): Promise<void> {
  const told = new AbortController()
  const untilTold = once(told.signal, 'abort')
  const leave = () => {
    if (told.signal.aborted) return
    setTimeout(() => process.exit(0), patienceMs).unref()
    told.abort()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, leave)
  if (process.connected) process.on('disconnect', leave)
  try {
    const running = await Promise.race([start(), untilTold.then(() => null)])
    await (running?.over ? Promise.race([untilTold, running.over]) : untilTold)
    await running?.end()
  } catch (error) {
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.off(event, leave)
    if (!told.signal.aborted) throw error
  }
  process.exit(0)
}
