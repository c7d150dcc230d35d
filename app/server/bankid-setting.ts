import type { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { BankIdTrust } from '../oidc/bankid-trust.ts'
import { readCertificate } from '../signing/verifier/certificate.ts'
import { refuseTestRoots } from '../signing/verifier/test-root.ts'
import { certificatesIn } from '../signing/verifier/trust.ts'
import type { Take } from './setting-reader.ts'

export function bankIdSettings(take: Take, production: boolean): BankIdTrust | undefined {
  const roots = take('BANKID_ROOTS', (path) => rootsIn(path, production))
  const serviceName = take('BANKID_SERVICE', (text) => text)
  return roots && serviceName ? { roots, serviceName } : undefined
}

/** The certificates in a file. @throws Error, Refusal in production for those of tests */
export function rootsIn(path: string, production: boolean): X509Certificate[] {
  const roots = certificatesOf(textOf(path))
  const read = roots.map(({ raw }) => readCertificate(raw))
  if (production) refuseTestRoots(read)
  return roots
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error('cannot be read')
  }
}

function certificatesOf(pem: string): X509Certificate[] {
  try {
    return certificatesIn(pem)
  } catch {
    throw new Error('has no certificates in PEM')
  }
}
