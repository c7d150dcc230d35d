const LIMITS = { ofOneCaller: 16, ofAll: 64, bytes: 100 * 1024 * 1024 }

export type Admission = {
  /** What releases the place (call it once), or null when there is no room. */
  admit(caller: string, bytes: number): (() => void) | null
}

/** Decides before anything is read. */
export function createAdmission(): Admission {
  const held = new Map<string, number>()
  let [requests, allBytes] = [0, 0]
  return {
    admit: (caller, bytes) => {
      const own = held.get(caller) ?? 0
      const isFull = requests >= LIMITS.ofAll || (requests > 0 && allBytes + bytes > LIMITS.bytes)
      if (isFull || own >= LIMITS.ofOneCaller) return null
      held.set(caller, own + 1)
      requests += 1
      allBytes += bytes
      return () => {
        const left = held.get(caller)! - 1
        if (left === 0) held.delete(caller)
        else held.set(caller, left)
        requests -= 1
        allBytes -= bytes
      }
    },
  }
}
