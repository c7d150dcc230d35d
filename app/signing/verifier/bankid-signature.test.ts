import { hash, X509Certificate } from 'node:crypto'
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

test.each<[string, string, (document: string) => string]>([
  ['a comment', 'xml-comment', (document) => document.replace('<Object>', '<Object><!-- -->')],
  [
    'a section of characters',
    'xml-cdata',
    (document) => document.replace('Signing<', '<![CDATA[Signing]]><'),
  ],
  ['an instruction', 'xml-instruction', (document) => document.replace('<Object>', '<Object><?x y?>')],
  ['an entity', 'xml-entity', (document) => document.replace('Signing<', '&#83;igning<')],
  ['another beginning', 'xml-prolog', (document) => document.replace(' standalone="no"', '')],
  ['something after the end', 'xml-after-end', (document) => `${document}\n`],
  ['a prefix', 'xml-Object', (document) => document.replaceAll('Object>', 'x:Object>')],
  ['space between two elements', 'xml-KeyInfo', (document) => document.replace('<KeyInfo', ' <KeyInfo')],
  ['one more attribute', 'xml-Object', (document) => document.replace('<Object>', '<Object xml:lang="sv">')],
  [
    'a second set of signed data',
    'xml-Object',
    (document) => document.replace('</Object>', '<x></x></Object>'),
  ],
  [
    'no certificate',
    'xml-X509Certificate',
    (document) => document.replace(/<X509Cert.*<\/X509Certificate>/, ''),
  ],
  [
    'loose base64',
    'xml-SignatureValue',
    (document) => document.replace('</SignatureValue>', '\n</SignatureValue>'),
  ],
  [
    'another text',
    'digest-bankIdSignedData',
    (document) => document.replace('>Signing<', '>Identification<'),
  ],
  [
    'a certificate less',
    'digest-KeyInfo',
    (document) => document.replace(/(<\/X509Certificate>)<X509Cert.*<\/X509Certificate>/, '$1'),
  ],
  [
    'the digest of another text',
    'signature',
    (document) => {
      const changed = document.replace('>Signing<', '>Identification<')
      const [signed] = /<bankIdSignedData.*<\/bankIdSignedData>/.exec(changed)!
      return changed.replace(/<DigestValue>.*?</, `<DigestValue>${hash('sha256', signed, 'base64')}<`)
    },
  ],
])('a document with %s is refused by the name of its rule', (_what, rule, change) => {
  const { signature, ocspResponse } = world.bankId.order(order)
  const document = change(Buffer.from(signature, 'base64').toString('latin1'))
  const answer = { signature: Buffer.from(document, 'latin1').toString('base64'), ocspResponse }
  expect(ruleOf(() => world.judge(answer))).toBe(rule)
})

test.each([
  ['signature', { signature: 'A'.repeat(512 * 1024 + 4) }],
  ['answer about the certificate', { ocspResponse: 'A'.repeat(32 * 1024 + 4) }],
])('a larger %s than there can be is not read', (_what, changed) => {
  const answer = { ...world.bankId.order(order), ...changed }
  expect(ruleOf(() => world.judge(answer))).toBe('size')
})
