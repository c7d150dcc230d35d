import type { Request, Response } from 'express'
import { endUnread, endWhenSlow } from './end-when-slow.ts'
import type { Load } from './load.ts'
import type { Places } from './places.ts'

/** Why there is no place: for anybody, or for this caller. */
export type NoPlace = 'full' | 'tooManyOfCaller'

/** Holds a place until the answer is sent. */
export function takePlace(places: Places, caller: string, res: Response): NoPlace | null {
  // Nobody is there any more: nothing would ever leave the place.
  if (res.closed) return null
  const left = places.enter(caller)
  if (typeof left === 'string') return left
  res.once('close', left)
  return null
}

type Body = {
  places: Places
  caller: string
  /** Whether it must go when a newcomer needs the place. */
  canBeTurnedOut: boolean
  /** Whether it keeps its place until it is answered: what has come stays in memory. */
  isHeld?: boolean
  seconds: number
}

/** Holds a place while the body comes, then one among those worked on. */
export function takePlaceForBody(
  load: Load,
  { places, caller, canBeTurnedOut, isHeld = false, seconds }: Body,
  { req, res, network }: { req: Request; res: Response; network: string },
): NoPlace | null {
  if (res.closed) return null
  const turnOut = canBeTurnedOut ? () => void (isHeld ? res : req).destroy() : undefined
  const arrived = places.enter(caller, turnOut)
  if (typeof arrived === 'string') return arrived
  res.once('close', arrived)
  req.once('end', () => {
    if (isHeld) return
    arrived()
    // What has come whole is worked on: there is nothing left to wait for.
    takePlace(load.working, network, res)
  })
  endWhenSlow(req, res, seconds)
  // Whoever is answered before the body is there may not go on sending it for ever.
  res.once('finish', () => endUnread(req, seconds))
  return null
}
