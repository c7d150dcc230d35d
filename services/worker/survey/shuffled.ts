import { randomInt } from 'node:crypto'

/** The same things in an order drawn by lot: all orders are equally likely (Fisher and Yates). */
export function shuffled<T>(things: readonly T[]): T[] {
  const drawn = [...things]
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[drawn[at], drawn[other]] = [drawn[other]!, drawn[at]!]
  }
  return drawn
}
