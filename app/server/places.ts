type Limits = {
  /** In all. */
  most: number
  /** Of one caller. */
  mostEach: number
}

type Guest = { caller: string; turnOut: (() => void) | undefined }

export type Places = {
  /**
   * @param turnOut ends what holds the place when a newcomer needs it: of the same caller, or of all, the one who has
   * been there longest goes
   * @returns how to leave, or why there is no place
   */
  enter: (caller: string, turnOut?: () => void) => (() => void) | 'full' | 'tooManyOfCaller'
}

/** So many at once, and so many of each caller. */
export function createPlaces({ most, mostEach }: Limits): Places {
  // In the order of their coming.
  const guests = new Set<Guest>()
  const ofCaller = new Map<string, number>()
  const remove = (guest: Guest) => {
    if (!guests.delete(guest)) return
    const left = (ofCaller.get(guest.caller) ?? 1) - 1
    if (left > 0) ofCaller.set(guest.caller, left)
    else ofCaller.delete(guest.caller)
  }
  const makePlace = (isMeant: (guest: Guest) => boolean) => {
    for (const guest of guests) {
      if (!guest.turnOut || !isMeant(guest)) continue
      remove(guest)
      guest.turnOut()
      return true
    }
    return false
  }
  return {
    enter: (caller, turnOut) => {
      const isFullOfCaller = (ofCaller.get(caller) ?? 0) >= mostEach
      if (isFullOfCaller && !makePlace((guest) => guest.caller === caller)) return 'tooManyOfCaller'
      if (guests.size >= most && !makePlace(() => true)) return 'full'
      const guest = { caller, turnOut }
      guests.add(guest)
      ofCaller.set(caller, (ofCaller.get(caller) ?? 0) + 1)
      return () => remove(guest)
    },
  }
}
