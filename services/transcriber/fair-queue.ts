/** One at a time, and every caller in turn, however many tasks each of them brings. */
export type FairTurns = {
  /**
   * Runs a task when the caller's turn comes. A task whose signal fires while it waits is taken out and rejects
   * with the signal's reason; one that runs is not interrupted.
   */
  take<T>(caller: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>
  /** Tasks that wait. */
  readonly waiting: number
}

type Entry = () => Promise<void>

export function createFairTurns(): FairTurns {
  // A map keeps the order in which callers came; whoever was served goes to its end.
  const lines = new Map<string, Entry[]>()
  let isBusy = false

  const next = async (): Promise<void> => {
    const first = lines.entries().next().value
    if (isBusy || !first) return
    const [caller, line] = first
    const run = line.shift()!
    lines.delete(caller)
    if (line.length > 0) lines.set(caller, line)
    isBusy = true
    await run()
    isBusy = false
    void next()
  }
  const leave = (caller: string, entry: Entry) => {
    const line = lines.get(caller)?.filter((other) => other !== entry) ?? []
    if (line.length === 0) lines.delete(caller)
    else lines.set(caller, line)
  }

  return {
    take: (caller, signal, task) =>
      new Promise((resolve, reject) => {
        const refuse = () => {
          leave(caller, entry)
          reject(signal.reason as Error)
        }
        const entry = async () => {
          signal.removeEventListener('abort', refuse)
          await task().then(resolve, reject)
        }
        if (signal.aborted) return refuse()
        signal.addEventListener('abort', refuse, { once: true })
        const line = lines.get(caller)
        if (line) line.push(entry)
        else lines.set(caller, [entry])
        void next()
      }),
    get waiting() {
      return [...lines.values()].reduce((sum, line) => sum + line.length, 0)
    },
  }
}
