export const closable = ['notes', 'documents'] as const

export type Closable = (typeof closable)[number]

/** Unknown values in the cookie are ignored. */
export function closedOnDeviceOf(cookie: string | undefined): Closable[] {
  const named = cookie?.split('.') ?? []
  return closable.filter((each) => named.includes(each))
}

/** The cookie's value; empty when nothing is closed. */
export function closedOnDeviceText(closed: readonly Closable[]): string {
  return closable.filter((each) => closed.includes(each)).join('.')
}
