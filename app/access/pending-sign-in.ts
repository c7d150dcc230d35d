import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { ServiceTx } from '../../db/connect.ts'
import { hashOf } from './cookies.ts'
import type { SignInKind } from '../oidc/sign-in-kind.ts'

/** Seconds a browser may take to identify somebody; the same as in sign_in_take. */
export const pendingFor = 15 * 60

export type PendingSignIn = { kind: SignInKind; nonce: string; codeVerifier: string; returnTo: string }

/**
 * The secret that binds a sign-in to this browser. Several sign-ins may be pending, so a good one is kept and a
 * missing or malformed one replaced.
 */
export function browserSecret(cookie: string | undefined): string {
  return cookie !== undefined && /^[A-Za-z0-9_-]{43}$/.test(cookie)
    ? cookie
    : randomBytes(32).toString('base64url')
}

// Many phones share a mobile operator's address, and a whole town hall signs in at eight.
const mostStarts: Record<SignInKind, number> = { person: 120, staff: 600 }

/** Counts a sign-in attempt from an address; false when its limit per quarter of an hour is reached. */
export async function takeTry(tx: ServiceTx, kind: SignInKind, callerKey: Buffer): Promise<boolean> {
  const { rows } = await sql<{ allowed: boolean }>`
    select rate_take(${`signIn ${kind}`}, ${callerKey}, ${mostStarts[kind]}, interval '15 minutes') as allowed`.execute(
    tx,
  )
  return rows[0]?.allowed === true
}

export async function keepPending(
  tx: ServiceTx,
  { browser, state, ...pending }: PendingSignIn & { browser: string; state: string },
): Promise<void> {
  const { kind, nonce, codeVerifier, returnTo } = pending
  await sql`
    select sign_in_start(${hashOf(state)}, ${hashOf(browser)}, ${kind}, ${nonce}, ${codeVerifier}, ${returnTo})`.execute(
    tx,
  )
}

/** Takes a pending sign-in, once. Undefined: unknown, used, late, or begun in another browser. */
export async function takePending(
  tx: ServiceTx,
  state: string,
  browser: string,
): Promise<PendingSignIn | undefined> {
  const { rows } = await sql<PendingSignIn>`
    select kind, nonce, code_verifier as "codeVerifier", return_to as "returnTo"
      from sign_in_take(${hashOf(state)}, ${hashOf(browser)})`.execute(tx)
  return rows[0]
}
