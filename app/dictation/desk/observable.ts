/** For React's useSyncExternalStore. */
export type Observable<T> = {
  get: () => T
  change: (change: Partial<T>) => void
  subscribe: (onChange: () => void) => () => void
}

export function createObservable<T extends object>(initial: T): Observable<T> {
  let value = initial
  const subscribers = new Set<() => void>()
  return {
    get: () => value,
    change: (change) => {
      value = { ...value, ...change }
      for (const onChange of subscribers) onChange()
    },
    subscribe: (onChange) => {
      subscribers.add(onChange)
      return () => void subscribers.delete(onChange)
    },
  }
}
