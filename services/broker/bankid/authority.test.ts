import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathToRoot } from '../../../app/signing/verifier/certificate-path.ts'
import { readCertificate } from '../../../app/signing/verifier/certificate.ts'
import { refuseTestRoots } from '../../../app/signing/verifier/test-root.ts'
import { said } from '../../../tests/support/program.ts'
import { createAuthority, keptAuthority, type Authority } from './authority.ts'

const folder = mkdtempSync(join(tmpdir(), 'authority-'))
const now = new Date('2026-09-15T10:00:00Z')
const person = [
  ['commonName', 'ÅSA ÖBERG'],
  ['serialNumber', '199001012385'],
] as const
let authority: Authority

beforeAll(async () => {
  authority = await createAuthority('BankID')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('openssl follows the path from a person to the root', async () => {
  const { certificate } = await authority.issue({ purpose: 'person', subject: person })
  const file = (name: string, pem: string) => {
    writeFileSync(join(folder, name), pem)
    return join(folder, name)
  }
  const root = file('root.pem', authority.rootPem)
  const above = file('above.pem', new X509Certificate(authority.intermediate.certificate).toString())
  const leaf = file('leaf.pem', new X509Certificate(certificate).toString())
  const options = ['-x509_strict', '-policy_check', '-CAfile', root, '-untrusted', above, leaf]
  expect(said('openssl', 'verify', ...options)).toContain(`${leaf}: OK`)
})

test('what is issued says what it is for', async () => {
  const read = async (purpose: 'person' | 'ocspResponder' | 'timeStamp' | 'seal') => {
    const { keyUsage, extendedKeyUsage, policies, hasNoCheck, isAuthority } = readCertificate(
      (await authority.issue({ purpose, subject: person })).certificate,
    )
    return [[...keyUsage].join(), ...extendedKeyUsage, ...policies, hasNoCheck, isAuthority]
  }
  expect(await read('person')).toEqual(['digitalSignature,nonRepudiation', '1.2.3.4.25', false, false])
  expect(await read('ocspResponder')).toEqual(['digitalSignature', '1.3.6.1.5.5.7.3.9', true, false])
  expect(await read('timeStamp')).toEqual(['digitalSignature', '1.3.6.1.5.5.7.3.8', false, false])
  expect(await read('seal')).toEqual(['digitalSignature,nonRepudiation', false, false])
})

test('an authority kept in a folder is the same one the next time', async () => {
  const kept = await keptAuthority('BankID', join(folder, 'kept'))
  const again = await keptAuthority('BankID', join(folder, 'kept'))
  const { certificate } = await again.issue({ purpose: 'person', subject: person })
  const chain = [certificate, again.intermediate.certificate].map(readCertificate)
  expect(pathToRoot(chain, [readCertificate(kept.root)], now).raw).toEqual(kept.root)
})

test('its root is refused where test roots are', () => {
  expect(() => refuseTestRoots([readCertificate(authority.root)])).toThrow('refused: test-root')
})
