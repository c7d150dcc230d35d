import { availableParallelism } from 'node:os'

const most = 64

/**
 * How many processes answer requests: all cores but one, which PostgreSQL and the rest of the machine keep.
 * @throws Error that says what the setting must be
 */
export function processCountOf(text: string | undefined, cores = availableParallelism()): number {
  if (!text) return Math.min(most, Math.max(1, cores - 1))
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (count < 1 || count > most) throw new Error(`must be a whole number from 1 to ${most}`)
  return count
}
