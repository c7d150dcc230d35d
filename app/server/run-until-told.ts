import { once } from 'node:events'

export type Running = { end(): Promise<void> }

/**
 * Runs until SIGTERM, SIGINT, or the end of the parent process, then ends with 0, even while starting.
 * @param patienceMs after this it ends with 0 whatever is still running
 * @throws what start throws, unless the program was told to end
 */
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
    await untilTold
    await running?.end()
  } catch (error) {
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.off(event, leave)
    if (!told.signal.aborted) throw error
  }
  process.exit(0)
}
