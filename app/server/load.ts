import { createPlaces, type Places } from './places.ts'

/**
 * How much is done at once, each kind in places of its own, so that one kind never closes another. A body counts as
 * arriving until it is there: who sends slowly takes no place from those who read, leave or sign in.
 */
export type Load = {
  /** Requests that the portal works on, by network: behind one there may be a whole municipality. */
  working: Places
  /** Bodies of callers without a session, by network. A newcomer takes the place of who has sent longest. */
  arrivingUnknown: Places
  /** Bodies of callers with a session, by session. */
  arrivingKnown: Places
  /** Bodies of systems, by network. */
  arrivingFromSystems: Places
  /** Files of anybody, by network, held until they are judged. A newcomer takes the place of who has been there longest. */
  checking: Places
  /** Event streams, by session. */
  streams: Places
  /** Quick exit and sign-out, by network. */
  leaving: Places
  /** To be told when somebody was refused because all places were taken. */
  refused: () => void
  isRefusing: () => boolean
}

const refusingFor = 10_000

/** Each process has places of its own: they keep its memory and its turn. What fills the machine is shared. */
export function createLoad(processes: number): Load {
  let refusedAt = -Infinity
  return {
    working: createPlaces({ most: 400, mostEach: 200 }),
    arrivingUnknown: createPlaces({ most: 200, mostEach: 20 }),
    arrivingKnown: createPlaces({ most: 600, mostEach: 8 }),
    arrivingFromSystems: createPlaces({ most: 100, mostEach: 40 }),
    // Each may hold a package and a process in memory, so many for the machine.
    checking: createPlaces({ most: Math.max(2, Math.floor(4 / processes)), mostEach: 2 }),
    streams: createPlaces({ most: 2000, mostEach: 12 }),
    leaving: createPlaces({ most: 100, mostEach: 20 }),
    refused: () => void (refusedAt = performance.now()),
    isRefusing: () => performance.now() - refusedAt < refusingFor,
  }
}
