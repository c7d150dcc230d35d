type Reported = number | string | null | undefined

/** Servers send 1.5, "1.5", or -1 for unknown (vLLM). Null when unknown. */
export function known(reported: Reported): number | null {
  if (reported === null || reported === undefined || reported === '') return null
  const value = Number(reported)
  return Number.isFinite(value) && value !== -1 ? value : null
}

/** A number in the given unit, or a clock such as 0:01:02.5 (WhisperLiveKit). */
export function seconds(reported: Reported, unit: number): number | null {
  if (typeof reported === 'string' && reported.includes(':')) {
    return reported.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  }
  const value = known(reported)
  return value === null ? null : value * unit
}

/** Seconds per unit. LocalAI counts nanoseconds. */
export function timeUnit(times: readonly Reported[], soundSeconds: number): number {
  const longest = Math.max(0, ...times.map((time) => known(time) ?? 0))
  return longest > 1e6 * Math.max(1, soundSeconds) ? 1e-9 : 1
}
