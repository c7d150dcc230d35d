import { verifyPackage } from '../verifier/package.ts'
import { Refusal } from '../verifier/refusal.ts'
import { certificatesOf } from '../verifier/sealed-certificates.ts'
import { readSealed } from '../verifier/sealed.ts'
import type { Trust } from '../verifier/trust.ts'
import { fetchRevocation } from './fetch-revocation.ts'
import { packageEnd } from './package-end.ts'
import { renewSeal } from './renew-seal.ts'
import type { TimeStampService } from './time-stamp-client.ts'

export type Renewal =
  | { outcome: 'lasts'; until: Date }
  | { outcome: 'renewed'; bytes: Buffer; until: Date; unheard: string[] }
  /** By which rule: it is no more a package that holds, or what was told of its certificates does not. */
  | { outcome: 'refused'; rule: string }

/**
 * Renews a package that ends before that moment, if it still holds: a new stamp makes nothing true that was not.
 * @throws Error when no time-stamp service answers
 */
export async function renewPackage(
  file: Buffer,
  trust: Trust,
  service: TimeStampService,
  { now, before }: { now: Date; before: Date },
): Promise<Renewal> {
  try {
    const roots = [...trust.seal, ...trust.timeStamp]
    const until = packageEnd(file, roots)
    if (until >= before) return { outcome: 'lasts', until }
    refuseUnlessHolds(file, trust, now)
    const { proofs, unheard } = await fetchRevocation(certificatesOf(readSealed(file)), roots, now)
    const bytes = await renewSeal(file, trust.seal, service, now, proofs)
    refuseUnlessHolds(bytes, trust, now)
    return { outcome: 'renewed', bytes, until: packageEnd(bytes, roots), unheard }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { outcome: 'refused', rule: error.rule }
  }
}

function refuseUnlessHolds(file: Buffer, trust: Trust, now: Date): void {
  const broken = verifyPackage(file, trust, now).findings.find(({ rule }) => rule)
  if (broken?.rule) throw new Refusal(broken.rule)
}
