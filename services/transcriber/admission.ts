const LIMITS = { ofOneCaller: 16, ofAll: 64, bytes: 100 * 1024 * 1024 }

/** `givesWay`: it is only answered while nobody asks for anything else. */
type Asked = { caller: string; bytes: number; givesWay: boolean }
type Admitted = {
  /** Call it once. */
  release: () => void
  /** It gives way to another one. */
  calledOff: AbortSignal
}

export type Admission = {
  /** Null when there is no room. */
  admit: (asked: Asked) => Admitted | null
}

/** Decides before anything is read. */
export function createAdmission(): Admission {
  const held = new Map<string, number>()
  let [requests, allBytes] = [0, 0]
  let giving: AbortController | null = null
  return {
    admit: ({ caller, bytes, givesWay }) => {
      const own = held.get(caller) ?? 0
      const isFull = requests >= LIMITS.ofAll || (requests > 0 && allBytes + bytes > LIMITS.bytes)
      if (isFull || own >= LIMITS.ofOneCaller || (givesWay && requests > 0)) return null
      giving?.abort()
      const calledOff = new AbortController()
      if (givesWay) giving = calledOff
      held.set(caller, own + 1)
      requests += 1
      allBytes += bytes
      return {
        calledOff: calledOff.signal,
        release: () => {
          if (giving === calledOff) giving = null
          const left = held.get(caller)! - 1
          if (left === 0) held.delete(caller)
          else held.set(caller, left)
          requests -= 1
          allBytes -= bytes
        },
      }
    },
  }
}
