/** One task at a time, with callers in turn, however many tasks each has. */
export type FairQueue = {
  /** An aborted task leaves the queue, rejecting with the signal's reason. A running one sees to that itself. */
  run<T>(caller: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>
  readonly waiting: number
}

type Entry = () => Promise<void>

export function createFairQueue(): FairQueue {
  // In order of next turn.
  const entries = new Map<string, Entry[]>()
  let isBusy = false

  const next = async (): Promise<void> => {
    const first = entries.entries().next().value
    if (isBusy || !first) return
    const [caller, own] = first
    const run = own.shift()!
    entries.delete(caller)
    if (own.length > 0) entries.set(caller, own)
    isBusy = true
    await run()
    isBusy = false
    void next()
  }
  const remove = (caller: string, entry: Entry) => {
    const others = entries.get(caller)?.filter((other) => other !== entry) ?? []
    if (others.length === 0) entries.delete(caller)
    else entries.set(caller, others)
  }

  return {
    run: (caller, signal, task) =>
      new Promise((resolve, reject) => {
        const abandon = () => {
          remove(caller, entry)
          reject(signal.reason as Error)
        }
        const entry = async () => {
          signal.removeEventListener('abort', abandon)
          await task().then(resolve, reject)
        }
        if (signal.aborted) return abandon()
        signal.addEventListener('abort', abandon, { once: true })
        const own = entries.get(caller)
        if (own) own.push(entry)
        else entries.set(caller, [entry])
        void next()
      }),
    get waiting() {
      return [...entries.values()].reduce((sum, own) => sum + own.length, 0)
    },
  }
}
