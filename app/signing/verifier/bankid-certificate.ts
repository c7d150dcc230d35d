import type { Certificate } from './certificate.ts'
import { nameAttributes } from './name-attributes.ts'
import { refuse } from './refusal.ts'
import { isTestRoot } from './test-root.ts'

// BankID's relying party guidelines: on file, on card, in the mobile app, and Nordea's.
const policies = {
  production: ['1.2.752.78.1.1', '1.2.752.78.1.2', '1.2.752.78.1.5', '1.2.752.71.1.3'],
  test: ['1.2.3.4.5', '1.2.3.4.10', '1.2.3.4.25', '1.2.752.60.1.6'],
}
const serialNumber = '2.5.4.5'

/** Whether a person's BankID is one that signs documents, under a policy of the root it comes from. */
export function checkBankIdCertificate(leaf: Certificate, root: Certificate): void {
  // RFC 5280, 4.2.1.3: the bit of a key that commits to what is signed. A BankID for signing has no other.
  if (leaf.isAuthority || !leaf.keyUsage.has('nonRepudiation')) refuse('key-usage')
  const accepted = policies[isTestRoot(root) ? 'test' : 'production']
  if (!leaf.policies.some((policy) => accepted.includes(policy))) refuse('policy')
}

/** The personal identity number or coordination number, in twelve digits, that the bank put in. */
export function idNumberOf(leaf: Certificate): string {
  const [number, ...more] = nameAttributes(leaf.subject).filter(({ id }) => id === serialNumber)
  if (!number || more.length > 0 || !/^\d{12}$/.test(number.text)) refuse('id-number')
  return number.text
}
