import type { Certificate } from './certificate.ts'
import { refuse } from './refusal.ts'
import { isSignedBy } from './signature-algorithm.ts'

/**
 * From a leaf over those above it to one of the pinned roots, all valid at the moment.
 * @param chain the leaf, then each one's issuer, without the root; every one of them is used
 * @returns the root
 */
export function pathToRoot(
  chain: readonly Certificate[],
  roots: readonly Certificate[],
  at: Date,
): Certificate {
  const top = chain.at(-1) ?? refuse('certificate-chain')
  const root = roots.find((root) => root.subject.equals(top.issuer) && isIssuedBy(top, root))
  if (!root) refuse('unknown-root')
  if (root.raw.equals(top.raw)) refuse('certificate-chain')
  const whole = [...chain, root]
  for (const [index, certificate] of whole.entries()) {
    if (!isValidAt(certificate, at)) refuse('certificate-time')
    const issuer = whole[index + 1]
    if (!issuer) continue
    if (!mayIssue(issuer) || issuer.pathLength < index) refuse('certificate-authority')
    if (certificate !== top && !isIssuedBy(certificate, issuer)) refuse('certificate-chain')
  }
  return root
}

// Of two certificates that were read once, this too is asked once.
const judged = new WeakMap<Certificate, WeakMap<Certificate, boolean>>()

export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  const ofIssuer = judged.get(issuer) ?? new WeakMap<Certificate, boolean>()
  judged.set(issuer, ofIssuer)
  const known = ofIssuer.get(certificate)
  if (known !== undefined) return known
  const { signed, algorithm, signature } = certificate
  const isIssued =
    certificate.issuer.equals(issuer.subject) && isSignedBy(issuer.key, algorithm, signed, signature)
  ofIssuer.set(certificate, isIssued)
  return isIssued
}

export function isValidAt({ validFrom, validTo }: Certificate, at: Date): boolean {
  return validFrom <= at && at <= validTo
}

function mayIssue({ isAuthority, keyUsage }: Certificate): boolean {
  return isAuthority && keyUsage.has('keyCertSign')
}
