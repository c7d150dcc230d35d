import type { Certificate } from './certificate.ts'
import { nameAttributes } from './name-attributes.ts'
import { refuse } from './refusal.ts'

// A root is asked about with each signature.
const known = new WeakMap<Certificate, boolean>()

/** A root that says in its name that it is one for tests: BankID's "Test BankID Root CA v1 Test", and our own. */
export function isTestRoot(root: Certificate): boolean {
  const before = known.get(root)
  if (before !== undefined) return before
  const isTest = isTestName(root.subject)
  known.set(root, isTest)
  return isTest
}

/** @param name of an authority */
export function isTestName(name: Buffer): boolean {
  return nameAttributes(name).some(({ text }) => /\btest/i.test(text))
}

/** What production does with the roots it is given: a signature made in a test must never count there. */
export function refuseTestRoots(roots: readonly Certificate[]): void {
  if (roots.some(isTestRoot)) refuse('test-root')
}
