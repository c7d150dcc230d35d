import type { Request } from 'express'
import { readCookie, sessionTokenOf } from '../access/cookies.ts'
import { holderMarkOf } from '../access/holder-mark.ts'
import type { Database } from '../../db/connect.ts'
import type { DataKeys } from '../person/data-keys.ts'

/** A living session, as limits count it, with its holder's mark. */
export type KnownSession = { caller: string; holder: string }

export type KnownSessions = {
  /**
   * @returns null without a living session of this kind
   * @throws DatabaseAway
   */
  of: (req: Request, kind: 'person' | 'staff') => Promise<KnownSession | null>
}

type Parts = { database: Database; origin: string; dataKeys: DataKeys; now: () => Date }

// The page asks the database again: this only decides whether a body is read. A second of sound comes every second.
const rememberFor = 10_000
const mostRemembered = 10_000

/** Whose body it is, before any of it is read. */
export function knownSessions({ database, origin, dataKeys, now }: Parts): KnownSessions {
  const remembered = new Map<string, KnownSession & { until: number }>()
  return {
    of: async (req, kind) => {
      const token = sessionTokenOf(readCookie(req.headers.cookie, kind, origin))
      if (!token) return null
      const caller = `${kind} ${token.municipalityId} ${token.hash.toString('base64url')}`
      const known = remembered.get(caller)
      if (known && known.until > performance.now()) return known
      // A look that leaves no trace: not even that the session was seen.
      const enter = kind === 'staff' ? database.undone.asStaff : database.undone.asPerson
      const holder = await enter(token, now(), (_tx: unknown, subject) =>
        Promise.resolve(holderMarkOf(kind, subject, dataKeys)),
      )
      remembered.delete(caller)
      if (holder === null) return null
      if (remembered.size >= mostRemembered) remembered.clear()
      const found = { caller, holder, until: performance.now() + rememberFor }
      remembered.set(caller, found)
      return found
    },
  }
}
