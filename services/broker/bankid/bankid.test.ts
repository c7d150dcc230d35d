import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { said } from '../../../tests/support/program.ts'
import { openSignatureWorld, order, type SignatureWorld } from '../../../tests/support/bankid-signatures.ts'

const folder = mkdtempSync(join(tmpdir(), 'bankid-'))
let world: SignatureWorld

beforeAll(async () => {
  world = await openSignatureWorld()
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

test.each(['Signing', 'Identification'] as const)('xmlsec1 finds what the bank makes valid: %s', (kind) => {
  const { signature } = world.bankId.order({ ...order, kind })
  const document = Buffer.from(signature, 'base64')
  const verify = (bytes: Buffer) =>
    said(
      'xmlsec1',
      ...['--verify', '--trusted-pem', file('root.pem', world.bankId.rootPem)],
      ...['--id-attr:Id', 'http://www.w3.org/2000/09/xmldsig#:KeyInfo'],
      ...['--id-attr:Id', 'http://www.bankid.com/signature/v1.0.0/types:bankIdSignedData'],
      ...['--verification-time', '2026-09-15 10:00:00', file('signature.xml', bytes)],
    )
  expect(verify(document)).toMatch(/^(OK|Verification status: OK)/m)
  const text = order.visibleText.toString('base64')
  const other = document.toString().replace(text, text.replace('S', 'T'))
  expect(verify(Buffer.from(other))).not.toMatch(/^(OK|Verification status: OK)/m)
})

test.each([
  [undefined, 'good'],
  ['revoked', 'revoked'],
] as const)('openssl reads an answer about a certificate with the fault %s as %s', (fault, status) => {
  const { ocspResponse, certificate } = world.bankId.order({
    ...order,
    at: new Date(),
    ...(fault && { fault }),
  })
  const pem = (bytes: Buffer) => new X509Certificate(bytes).toString()
  const leaf = file('leaf.pem', pem(Buffer.from(certificate, 'base64')))
  const found = said(
    'openssl',
    ...['ocsp', '-respin', file('answer.der', Buffer.from(ocspResponse!, 'base64'))],
    ...['-issuer', file('issuer.pem', pem(world.authority.intermediate.certificate)), '-cert', leaf],
    ...['-CAfile', file('root.pem', world.bankId.rootPem), '-no_nonce'],
  )
  expect(found).toContain('Response verify OK')
  expect(found).toContain(`leaf.pem: ${status}`)
})

test('openssl refuses an answer by one who has no right to answer', () => {
  const { ocspResponse } = world.bankId.order({ ...order, at: new Date(), fault: 'ocspWithoutRight' })
  const found = said(
    'openssl',
    ...['ocsp', '-respin', file('answer.der', Buffer.from(ocspResponse!, 'base64'))],
    ...['-CAfile', file('root.pem', world.bankId.rootPem)],
  )
  expect(found).toContain('Response Verify Failure')
})

test('a person has one BankID as long as it is valid, and a key of their own', () => {
  const certificateOf = (changed: object) => world.bankId.order({ ...order, ...changed }).certificate
  const own = certificateOf({})
  expect(certificateOf({ at: new Date('2027-01-01T00:00:00Z') })).toBe(own)
  expect(certificateOf({ at: new Date('2031-01-01T00:00:00Z') })).not.toBe(own)
  const keyOf = (certificate: string) => new X509Certificate(Buffer.from(certificate, 'base64')).publicKey
  expect(keyOf(own).equals(keyOf(certificateOf({ personalNumber: '189001019802' })))).toBe(false)
})
