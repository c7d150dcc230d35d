/** What can be set not to open on one phone or computer. */
export const closable = ['notes', 'documents'] as const

export type Closable = (typeof closable)[number]

/** What is closed on this device; anything else in the cookie is passed over. */
export function closedOnDeviceOf(cookie: string | undefined): Closable[] {
  const named = cookie?.split('.') ?? []
  return closable.filter((each) => named.includes(each))
}

/** The cookie's value; empty when all is open. */
export function closedOnDeviceText(closed: readonly Closable[]): string {
  return closable.filter((each) => closed.includes(each)).join('.')
}
