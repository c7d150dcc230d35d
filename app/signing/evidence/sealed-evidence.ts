import type { DataKeys } from '../../person/data-keys.ts'
import { seal, unseal } from '../../person/sealed.ts'

/** What the broker answered, each as it came: signature and OCSP response in base64, the keys a JSON Web Key Set. */
export type SealedAnswer = {
  signature: string
  ocspResponse: string | null
  idToken: string
  tokenKeys: string
  deviceIp: string | null
}

/** What was judged, by which rules, on which root. Certificates in base64. */
export type SealedVerdict = {
  verifier: string
  certificate: string
  issuer: string
  root: string
  ocspProducedAt: string
}

/** What tells whose number it is, and so never lies in clear; `request` is the JWT as it was sent. */
type Evidence = { request: string; answer: SealedAnswer; verdict: SealedVerdict }

/** Sealed for this try to sign, in this part: laid to another it does not open. */
export function sealEvidence<Part extends keyof Evidence>(
  part: Part,
  evidence: Evidence[Part],
  intentId: string,
  keys: DataKeys,
): Buffer {
  return seal(Buffer.from(JSON.stringify(evidence)), keys, placeOf(part, intentId))
}

/** @throws Error when the key is unknown, or the bytes were changed or belong elsewhere */
export function openEvidence<Part extends keyof Evidence>(
  part: Part,
  stored: Buffer,
  intentId: string,
  keys: DataKeys,
): Evidence[Part] {
  return JSON.parse(unseal(stored, keys, placeOf(part, intentId)).toString()) as Evidence[Part]
}

const placeOf = (part: keyof Evidence, intentId: string) => `signature ${part} ${intentId}`
