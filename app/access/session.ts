import { sql } from 'kysely'
import type { AuditAction } from '../../db/closed-lists.ts'
import type { ServiceTx } from '../../db/connect.ts'
import type { SessionToken } from '../../db/opening.ts'
import type { Device } from '../visitor/visitor.ts'
import { newSessionToken } from './cookies.ts'
import type { SignInKind } from '../oidc/sign-in-kind.ts'

export type Admission = { kind: SignInKind; municipalityId: string; subjectId: string; device: Device }

/**
 * Begins a session with a new token (ASVS 7.2.4) and adds it to the sign-in history.
 * @param old the session this browser had; it ends here
 * @returns the cookie's value
 */
export async function startSession(
  tx: ServiceTx,
  admission: Admission,
  old: SessionToken | null,
): Promise<string> {
  const { kind, municipalityId, subjectId, device } = admission
  const { cookie, hash } = newSessionToken(municipalityId)
  await sql`
    select session_start(${municipalityId}, ${kind}, ${subjectId}, ${hash}, ${old?.hash ?? null}, ${device},
                         ${old?.municipalityId ?? null})`.execute(tx)
  return cookie
}

export type Ending = Extract<AuditAction, 'signedOut' | 'signedOutEverywhere' | 'leftQuickly'>

/** `signedOutEverywhere` ends every session of the person. */
export async function endSession(
  tx: ServiceTx,
  kind: SignInKind,
  token: SessionToken,
  how: Ending,
): Promise<void> {
  await sql`select session_end(${kind}, ${token.municipalityId}, ${token.hash}, ${how})`.execute(tx)
}
