import { sign, type KeyObject } from 'node:crypto'

/** The key that seals, wherever it is kept. */
export type SealKey = {
  /** The sealer's certificate, then each one's issuer, without the root. */
  certificates: readonly Buffer[]
  /** A signature with SHA-256: RSA as PKCS #1 v1.5, of elliptic curves as DER. */
  sign: (bytes: Buffer) => Promise<Buffer>
}

export function sealKeyOf(key: KeyObject, certificates: readonly Buffer[]): SealKey {
  return { certificates, sign: (bytes) => Promise.resolve(sign('sha256', bytes, key)) }
}
