import { sign } from 'node:crypto'
import { bitString, certificateTime, integer, sequence } from '../../../app/signing/verifier/der-writer.ts'
import { rsaSha256, type Issuer } from './certificate-writer.ts'

type RevocationListText = {
  /** Serial numbers, as the whole INTEGER. */
  revoked: readonly Buffer[]
  thisUpdate: Date
  nextUpdate: Date
}

/** What an authority has taken back (RFC 5280, 5). */
export function writeRevocationList(
  { revoked, thisUpdate, nextUpdate }: RevocationListText,
  issuer: Issuer,
): Buffer {
  const entries = revoked.map((serialNumber) => sequence(serialNumber, certificateTime(thisUpdate)))
  const body = sequence(
    integer(1),
    rsaSha256,
    issuer.name,
    certificateTime(thisUpdate),
    certificateTime(nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
  )
  return signRevocationList(body, issuer)
}

export function signRevocationList(body: Buffer, { key }: Issuer): Buffer {
  return sequence(body, rsaSha256, bitString(sign('sha256', body, key)))
}
