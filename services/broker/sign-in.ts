import { randomUUID } from 'node:crypto'
import type { IdNumber } from './id-number.ts'

/** Who the e-ID says the person is. */
export type Identity = { idNumber: IdNumber; givenName: string; familyName: string }

/** One finished identification; everything the tokens later say about it. */
export type SignIn = {
  identity: Identity
  /** Level of assurance, a member of LEVEL. */
  level: string
  /** Transaction id, the claim `txn` (RFC 8417). */
  transaction: string
  deviceIp: string
  at: Date
}

export type SignIns = {
  /** Keeps a sign-in and returns the random id that stands for it. */
  add(signIn: SignIn): string
  find(id: string): SignIn | undefined
}

/** Longer than the code and the access token live together, so that UserInfo always finds its sign-in. */
const KEPT_FOR_MS = 15 * 60_000

/**
 * The sign-ins of one issuer. Each identification is its own account towards the provider, so that two
 * concurrent sign-ins of the same person never share a transaction, a level or a device.
 */
export function createSignIns(): SignIns {
  const kept = new Map<string, SignIn>()

  return {
    add(signIn) {
      for (const [id, { at }] of kept) {
        if (signIn.at.getTime() - at.getTime() > KEPT_FOR_MS) kept.delete(id)
      }
      const id = randomUUID()
      kept.set(id, signIn)
      return id
    },
    find: (id) => kept.get(id),
  }
}
