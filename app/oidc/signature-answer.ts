import { compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JWK } from 'jose'
import * as openid from 'openid-client'
import type { Broker, Signing } from './brokers.ts'
import { identityOf, type EIdNames, type Identity } from './identity.ts'
import { SignatureRefused } from './signature-refused.ts'

/** What the broker vouches for, with all that proves it later. The signature itself is not judged here. */
export type SignatureAnswer = {
  /** Exactly as it came. */
  idToken: string
  /** A JSON Web Key Set: the keys that the ID token holds against. */
  jwks: string
  /** Base64, as it came. */
  signature: string
  ocspResponse: string | null
  signer: string
  authTime: Date
  txn: string | undefined
  deviceIp: string | undefined
  requestJwt: string | null
}

/** What was ordered: `requestJwt` as startSignature gave it. */
export type Ordered = { signer: string; requestJwt: string | null }

type Told = Readonly<Record<string, unknown>>
type Parts = {
  config: openid.Configuration
  broker: Broker & { signing: Signing }
  eIds: EIdNames | undefined
}

/** @throws SignatureRefused or SignInRefused, by the first rule that is broken */
export async function readSignature(
  { config, broker, eIds }: Parts,
  idToken: string,
  ordered: Ordered,
  now: Date,
): Promise<SignatureAnswer> {
  const { signing } = broker
  // Only what is signed counts: UserInfo leaves nothing to keep.
  const told: Told = decodeJwt(idToken)
  const jwks = await keysOf(config, idToken)
  const identity = identityOf(broker, { idToken: told, userInfo: {} }, eIds, now)
  checkSigner(identity, ordered)
  const signature = textIn(told, signing.signature)
  if (!signature) throw new SignatureRefused('failed', 'signature-missing')
  return {
    idToken,
    jwks,
    signature,
    ocspResponse: textIn(told, signing.ocspResponse) ?? null,
    signer: identity.number,
    authTime: identity.authenticatedAt,
    txn: identity.transaction,
    deviceIp: textIn(told, signing.deviceIp)?.slice(0, 100),
    requestJwt: ordered.requestJwt,
  }
}

/** The request that is kept must be the one that is answered. @throws SignatureRefused */
export function checkRequest(
  { requestJwt }: Ordered,
  { state, nonce }: { state: string; nonce: string },
): void {
  if (requestJwt === null) return
  const asked = decodeJwt(requestJwt)
  if (asked['state'] !== state || asked['nonce'] !== nonce) {
    throw new SignatureRefused('failed', 'other-request')
  }
}

function checkSigner({ number, eId }: Identity, { signer }: Ordered): void {
  if (number !== signer) throw new SignatureRefused('otherSigner', 'signer')
  if (eId !== 'bankid') throw new SignatureRefused('failed', 'not-bankid')
}

/** Verified once more, against exactly what is kept. */
async function keysOf(config: openid.Configuration, idToken: string): Promise<string> {
  const { kid, alg } = decodeProtectedHeader(idToken)
  const all = (openid.getJwksCache(config)?.jwks.keys ?? []) as JWK[]
  const keys = all.filter((key) => kid === undefined || key.kid === kid)
  await compactVerify(idToken, createLocalJWKSet({ keys }), { algorithms: [alg!] }).catch(() => {
    throw new SignatureRefused('failed', 'id-token-keys')
  })
  return JSON.stringify({ keys })
}

function textIn(told: Told, claim: string): string | undefined {
  const value = told[claim]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new SignatureRefused('failed', `claim ${claim}`)
  return value === '' ? undefined : value
}
