import { isIssuedBy } from './certificate-path.ts'
import type { Certificate } from './certificate.ts'
import { checkAnswer, isAbout, type Issued } from './ocsp.ts'
import { readOcspResponse } from './ocsp-response.ts'
import { refuse, refusingIn } from './refusal.ts'
import { readRevocationList, type RevocationList } from './revocation-list.ts'
import { isSignedBy } from './signature-algorithm.ts'

/** Whether a certificate had been taken back, as its issuer told when the package was renewed. */
export type RevocationProof = { kind: 'OCSPs' | 'CRLs'; bytes: Buffer }

// Who answers and who stamps have clocks of their own.
const nearInMs = 5 * 60_000

/**
 * Whether the proof says of a certificate of the chain that it was good.
 * @param chain of a seal or a time stamp, with nothing that its path does not use
 * @param at when a time stamp covered the proof
 * @throws Refusal, each rule with `revocation-` before it
 */
export function judgeRevocation(
  { kind, bytes }: RevocationProof,
  chain: readonly Certificate[],
  roots: readonly Certificate[],
  at: Date,
): void {
  refusingIn('revocation', () => {
    const issued = issuedIn(chain, roots)
    return kind === 'OCSPs' ? judgeAnswer(bytes, issued, at) : judgeList(bytes, issued, at)
  })
}

/** Each certificate that can be taken back, with who could: a root is trusted until somebody takes it out. */
export function issuedIn(chain: readonly Certificate[], roots: readonly Certificate[]): Issued[] {
  const isRoot = ({ raw }: Certificate) => roots.some((root) => root.raw.equals(raw))
  return chain
    .filter((leaf) => !isRoot(leaf))
    .flatMap((leaf) => {
      const issuer = [...chain, ...roots].find((issuer) => issuer !== leaf && isIssuedBy(leaf, issuer))
      return issuer ? [{ leaf, issuer }] : []
    })
}

function judgeAnswer(bytes: Buffer, issued: readonly Issued[], at: Date): void {
  const response = readOcspResponse(bytes)
  const about = issued.find((each) => isAbout(response, each)) ?? refuse('certificate')
  checkAnswer(response, about)
  const { producedAt, thisUpdate, nextUpdate } = response
  if (isAfter(producedAt, at)) refuse('time')
  checkPeriod(thisUpdate, nextUpdate, at)
}

function judgeList(bytes: Buffer, issued: readonly Issued[], at: Date): void {
  const list = readRevocationList(bytes)
  const about = issued.filter(({ issuer }) => issuer.subject.equals(list.issuer))
  const issuer = about[0]?.issuer ?? refuse('certificate')
  if (!issuer.isAuthority || !issuer.keyUsage.has('cRLSign')) refuse('list-right')
  if (!isSignedBy(issuer.key, list.algorithm, list.signed, list.signature)) refuse('signature')
  // Of lists that tell a part, or what has changed, an extension says so and is critical (RFC 5280, 5.2).
  if (list.extensions.some(({ isCritical }) => isCritical)) refuse('extension')
  if (about.some(({ leaf }) => isListed(leaf, list))) refuse('revoked')
  checkPeriod(list.thisUpdate, list.nextUpdate, at)
}

function isListed({ serialNumber }: Certificate, { revoked }: RevocationList): boolean {
  return revoked.some((listed) => listed.equals(serialNumber))
}

/** Known at the moment, and not outdated: who names no end could have been asked again. */
function checkPeriod(from: Date, to: Date | undefined, at: Date): void {
  const end = to ?? new Date(from.getTime() + nearInMs)
  if (isAfter(from, at) || isAfter(at, end)) refuse('time')
}

function isAfter(time: Date, at: Date): boolean {
  return time.getTime() > at.getTime() + nearInMs
}
