import { randomUUID } from 'node:crypto'
import type { IdNumber } from './id-number.ts'

export type Identity = { idNumber: IdNumber; givenName: string; familyName: string }

/** Somebody may have one name only. */
export function nameOf({ givenName, familyName }: Pick<Identity, 'givenName' | 'familyName'>): string {
  return [givenName, familyName].filter(Boolean).join(' ')
}

/** What BankID gave for an order to sign, as claims. */
export type SignedClaims = Record<string, string | number>

export type SignIn = {
  identity: Identity
  level: string
  transaction: string
  deviceIp: string
  at: Date
  signed?: SignedClaims
}

export type SignIns = {
  add(signIn: SignIn): string
  find(id: string): SignIn | undefined
}

/** Longer than the code and access token live, so UserInfo always finds its sign-in. */
const KEPT_FOR_MS = 15 * 60_000

/** One account per identification, so two sign-ins of one person never mix. */
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
