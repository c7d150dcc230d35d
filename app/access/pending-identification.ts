import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { PersonTx, ServiceTx, StaffTx } from '../../db/connect.ts'
import type { SessionToken } from '../../db/opening.ts'
import type { SignInKind } from '../oidc/sign-in-kind.ts'
import { hashOf } from './cookies.ts'

/** Seconds a browser may take to identify somebody; the same as in pending_identification_take. */
export const pendingFor = 15 * 60

type Pending = { kind: SignInKind; nonce: string; codeVerifier: string; returnTo: string }

export type PendingSignIn = Pending & { purpose: 'sign-in' }

/** `intentId` names what is being signed, `subjectId` who began it and still holds the session. */
export type PendingSignature = Pending & {
  purpose: 'signature'
  municipalityId: string
  subjectId: string
  intentId: string
}

/** What a browser waits for: the state that comes back from the broker, and the secret that binds it to the browser. */
type Begun = { browser: string; state: string; nonce: string; codeVerifier: string; returnTo: string }

/**
 * The secret that binds an identification to this browser. Several may be pending, so a good one is kept and a missing
 * or malformed one replaced.
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

export async function keepPendingSignIn(
  tx: ServiceTx,
  { browser, state, kind, nonce, codeVerifier, returnTo }: Begun & { kind: SignInKind },
): Promise<void> {
  await sql`
    select pending_sign_in_start(${hashOf(state)}, ${hashOf(browser)}, ${kind}, ${nonce}, ${codeVerifier}, ${returnTo})`.execute(
    tx,
  )
}

/** Belongs to whoever this transaction acts for: only their session, in this browser, can take it. */
export async function keepPendingSignature(
  tx: PersonTx | StaffTx,
  { browser, state, intentId, nonce, codeVerifier, returnTo }: Begun & { intentId: string },
): Promise<void> {
  const [stateHash, browserHash] = [hashOf(state), hashOf(browser)]
  await sql`
    select pending_signature_start(${stateHash}, ${browserHash}, ${intentId}, ${nonce}, ${codeVerifier}, ${returnTo})`.execute(
    tx,
  )
}

type Return = { state: string; browser: string; session: SessionToken | null }

/**
 * Takes a pending identification, once. Undefined: unknown, used, late, begun in another browser, or a signature of
 * somebody whose session this is not.
 */
export async function takePending(
  tx: ServiceTx,
  { state, browser, session }: Return,
): Promise<PendingSignIn | PendingSignature | undefined> {
  const { rows } = await sql<PendingSignIn | PendingSignature>`
    select purpose, kind, municipality_id as "municipalityId", subject_id as "subjectId", intent_id as "intentId", nonce,
           code_verifier as "codeVerifier", return_to as "returnTo"
      from pending_identification_take(${hashOf(state)}, ${hashOf(browser)}, ${session?.municipalityId ?? null},
                                       ${session?.hash ?? null})`.execute(tx)
  return rows[0]
}
