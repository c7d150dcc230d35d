import { X509Certificate } from 'node:crypto'
import { readCertificate, type Certificate } from './certificate.ts'
import { refuse } from './refusal.ts'
import { refuseTestRoots } from './test-root.ts'

/** Whom a judge of packages believes. */
export type Trust = {
  seal: readonly Certificate[]
  timeStamp: readonly Certificate[]
  bankId: readonly X509Certificate[]
  /** The distinguished name under which BankID knows the service. */
  serviceName: string
}

/** The same as texts, which a process of its own can be told: roots in PEM, one or more each. */
export type GivenTrust = { seal: string; timeStamp: string; bankId: string; serviceName: string }

/** @throws Refusal `test-root` when a root is for tests and those do not count here */
export function trustOf(given: GivenTrust, production: boolean): Trust {
  const [seal, timeStamp, bankId] = [given.seal, given.timeStamp, given.bankId].map(certificatesIn)
  const roots = [seal!, timeStamp!, bankId!].map((all) => all.map(({ raw }) => readCertificate(raw)))
  if (production) refuseTestRoots(roots.flat())
  return { seal: roots[0]!, timeStamp: roots[1]!, bankId: bankId!, serviceName: given.serviceName }
}

/** The certificates in a text of PEM, in their order. */
export function certificatesIn(pem: string): X509Certificate[] {
  const texts = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (texts.length === 0) refuse('certificate')
  return texts.map((text) => new X509Certificate(text))
}
