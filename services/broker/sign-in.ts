import { randomUUID } from 'node:crypto'
import type { IdNumber } from './id-number.ts'

export type Identity = { idNumber: IdNumber; givenName: string; familyName: string }

/** One finished identification, with everything that the tokens say about it. */
export type SignIn = {
  identity: Identity
  level: string
  transaction: string
  deviceIp: string
  at: Date
}

export type SignIns = {
  add(signIn: SignIn): string
  find(id: string): SignIn | undefined
}

/** Longer than the code and the access token are valid together, so that UserInfo always finds its sign-in. */
const KEPT_FOR_MS = 15 * 60_000

/**
 * The sign-ins of one issuer. To the provider each identification is an account of its own, so that two concurrent
 * sign-ins of one person never share a transaction, a level or a device.
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
