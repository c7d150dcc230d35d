import { X509Certificate } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { faults, type Fault } from '../../../services/broker/bankid/faults.ts'
import { openSignatureWorld, order, type SignatureWorld } from '../../../tests/support/bankid-signatures.ts'
import { ruleOf } from '../../../tests/support/mutants/refusing.ts'

const refusedFor: Record<Fault, string> = {
  revoked: 'ocsp-revoked',
  ocspMissing: 'ocsp-missing',
  ocspOtherNonce: 'ocsp-nonce',
  ocspOld: 'ocsp-time',
  ocspWithoutRight: 'ocsp-responder-right',
  unknownRoot: 'unknown-root',
  expiredCertificate: 'certificate-time',
  identification: 'func-id',
  oneSpaceMore: 'visible-text',
  otherHiddenData: 'hidden-data',
  otherPerson: 'signer',
  otherService: 'service',
  rsaSha1: 'xml-SignatureMethod',
  keyInfoOfAnother: 'signature',
  truncatedBase64: 'base64',
  doctype: 'xml-doctype',
  duplicateId: 'xml-duplicate-id',
}
let world: SignatureWorld

beforeAll(async () => {
  world = await openSignatureWorld()
})

test('a signature of the very text and data by the very person is accepted, and says what it rests on', () => {
  const { signer, certificate, ocsp, root, verifier } = world.judge(world.bankId.order(order))
  expect(signer).toBe(order.personalNumber)
  expect(new X509Certificate(certificate).subject).toContain('CN=Åsa Öberg')
  expect(new X509Certificate(root).toString()).toBe(world.bankId.rootPem)
  expect(ocsp.producedAt).toEqual(new Date('2026-09-15T10:00:00Z'))
  expect(verifier).toBe('bankid-signature 1')
})

test('a coordination number signs as a personal identity number does', () => {
  const personalNumber = '199001612387'
  const answer = world.bankId.order({ ...order, personalNumber })
  expect(world.judge(answer, { signer: personalNumber }).signer).toBe(personalNumber)
})

test.each([-30, 30])('a clock that is %s seconds off is no fault', (seconds) => {
  const at = new Date(order.at.getTime() + seconds * 1000)
  expect(world.judge(world.bankId.order(order), { at }).signer).toBe(order.personalNumber)
})

test.each(faults)('a signature with the fault %s is refused by the name of its rule', (fault) => {
  const answer = world.bankId.order({ ...order, fault })
  expect(ruleOf(() => world.judge(answer))).toBe(refusedFor[fault])
})

test('an answer about one signature says nothing about another one by the same person', () => {
  const [one, other] = [world.bankId.order(order), world.bankId.order(order)]
  const mixed = { signature: one.signature, ocspResponse: other.ocspResponse }
  expect(ruleOf(() => world.judge(mixed))).toBe('ocsp-nonce')
})

test('an identification is no signature, whether it shows a text or not', () => {
  const bare = {
    ...order,
    kind: 'Identification',
    visibleText: Buffer.alloc(0),
    hiddenData: Buffer.alloc(0),
  } as const
  expect(ruleOf(() => world.judge(world.bankId.order(bare)))).toBe('func-id')
})

test.each([
  ['signature', { signature: 'A'.repeat(512 * 1024 + 4) }],
  ['answer about the certificate', { ocspResponse: 'A'.repeat(32 * 1024 + 4) }],
])('a larger %s than there can be is not read', (_what, changed) => {
  const answer = { ...world.bankId.order(order), ...changed }
  expect(ruleOf(() => world.judge(answer))).toBe('size')
})
