import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { ServiceTx } from '../../db/connect.ts'
import { hashOf } from './cookies.ts'
import type { SignInKind } from '../oidc/sign-in-kind.ts'

/** Seconds a browser may take to identify somebody; as in sign_in_take. */
export const pendingFor = 15 * 60

export type PendingSignIn = { kind: SignInKind; nonce: string; codeVerifier: string; returnTo: string }

/**
 * The browser's secret, which binds a sign-in to where it began: several may wait in one browser, so a good one
 * is kept and a missing or strange one replaced.
 * @param cookie value of the sign-in cookie as sent
 */
export function browserSecret(cookie: string | undefined): string {
  return cookie !== undefined && /^[A-Za-z0-9_-]{43}$/.test(cookie)
    ? cookie
    : randomBytes(32).toString('base64url')
}

// A mobile operator puts many phones behind one address, and a town hall all its desks at eight in the morning.
const mostStarts: Record<SignInKind, number> = { person: 120, staff: 600 }

/** Counts a try to sign in from an address; false when it has had its share of a quarter of an hour. */
export async function takeTry(tx: ServiceTx, kind: SignInKind, callerKey: Buffer): Promise<boolean> {
  const { rows } = await sql<{ allowed: boolean }>`
    select rate_take(${`signIn ${kind}`}, ${callerKey}, ${mostStarts[kind]}, interval '15 minutes') as allowed`.execute(
    tx,
  )
  return rows[0]?.allowed === true
}

/** Keeps what the browser's return is checked against. Only hashes of what the browser holds are stored. */
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
