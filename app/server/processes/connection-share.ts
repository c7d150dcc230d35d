const standard = 20
const leastEach = 4
const most = 1000

/**
 * How many connections to PostgreSQL one of so many processes may hold.
 * @param text how many all of them may hold; without it as many as one process had alone, or a few each
 * @throws Error that says what the setting must be
 */
export function connectionShareOf(text: string | undefined, processes: number): number {
  if (!text) return Math.max(leastEach, Math.floor(standard / processes))
  const all = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (all < 2 * processes || all > most)
    throw new Error(`must be a whole number from ${2 * processes} (two for each of WEB_PROCESSES) to ${most}`)
  return Math.floor(all / processes)
}
