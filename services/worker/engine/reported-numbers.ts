type Told = number | string | null | undefined

/** A number as servers tell it: 1.5, "1.5", or -1 for unknown (vLLM). Null when it is unknown. */
export function known(told: Told): number | null {
  if (told === null || told === undefined || told === '') return null
  const value = Number(told)
  return Number.isFinite(value) && value !== -1 ? value : null
}

/** A time in seconds: a number in the given unit, or a clock such as 0:01:02.5 (WhisperLiveKit). */
export function seconds(told: Told, unit: number): number | null {
  if (typeof told === 'string' && told.includes(':')) {
    return told.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  }
  const value = known(told)
  return value === null ? null : value * unit
}

/** Seconds in one unit of the times told: some servers count nanoseconds (LocalAI). */
export function timeUnit(told: readonly Told[], soundSeconds: number): number {
  const longest = Math.max(0, ...told.map((time) => known(time) ?? 0))
  return longest > 1e6 * Math.max(1, soundSeconds) ? 1e-9 : 1
}
