import { readCertificate } from '../verifier/certificate.ts'
import { isTestName } from '../verifier/test-root.ts'
import type { SealKey } from './seal-key.ts'

const day = (moment: Date) => moment.toISOString().slice(0, 10)

/** @throws Error with a code for the list of jobs, when nobody would believe a seal made now */
export function checkSealKeyAt({ certificates }: SealKey, at: Date): void {
  for (const { validFrom, validTo } of certificates.map(readCertificate)) {
    if (at < validFrom) throw new SealKeyOutOfTime(`a certificate of the key is valid from ${day(validFrom)}`)
    if (at > validTo) throw new SealKeyOutOfTime(`a certificate of the key ended on ${day(validTo)}`)
  }
}

class SealKeyOutOfTime extends Error {
  readonly code = 'seal_key_out_of_time'
}

/** Whether an authority for tests issued it: a seal made in a test must never count. */
export function isTestSealKey({ certificates }: SealKey): boolean {
  return certificates.map(readCertificate).some(({ issuer }) => isTestName(issuer))
}
