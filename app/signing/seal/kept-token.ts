import type { Certificate } from '../verifier/certificate.ts'
import { isIssuedBy } from '../verifier/certificate-path.ts'
import { sequence } from '../verifier/der-writer.ts'
import { refuse } from '../verifier/refusal.ts'
import { timeStampToken } from '../verifier/time-stamp-form.ts'
import { readToken, type Token } from '../verifier/time-stamp-token.ts'

/** The token of a service in the form in which it is kept, with the certificates that its own chain uses and no others. */
export function keptToken(token: Buffer, roots: readonly Certificate[]): Buffer {
  const parts = readToken(token)
  return timeStampToken({ ...parts, certificates: chainIn(parts, roots) })
}

function chainIn({ certificates, signer }: Token, roots: readonly Certificate[]): Certificate[] {
  const isRoot = ({ raw }: Certificate) => roots.some((root) => root.raw.equals(raw))
  const chain: Certificate[] = []
  let next = certificates.find(({ issuer, serialNumber }) =>
    sequence(issuer, serialNumber).equals(signer.raw),
  )
  while (next && !isRoot(next)) {
    const last: Certificate = next
    chain.push(last)
    next = certificates.find((other) => !chain.includes(other) && isIssuedBy(last, other))
  }
  return chain.length > 0 ? chain : refuse('time-stamp-certificate')
}
