import { X509Certificate } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { createAuthority } from '../../../services/broker/bankid/authority.ts'
import { createTestBankId, type Order, type TestBankId } from '../../../services/broker/bankid/bankid.ts'
import { faults, type Fault } from '../../../services/broker/bankid/faults.ts'
import { verifyBankIdSignature } from './bankid-signature.ts'

const at = new Date('2026-09-15T10:00:00.250Z')
const personalNumber = '199001012385'
const order: Order = {
  kind: 'Signing',
  personalNumber,
  name: { given: 'Åsa', family: 'Öberg' },
  visibleText: Buffer.from('Jag bekräftar att jag har tagit emot beslutet.\n& <b>'),
  hiddenData: Buffer.from('{"v":1}'),
  at,
}
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
let bankId: TestBankId

beforeAll(async () => {
  bankId = await createTestBankId(await createAuthority('BankID'))
})

function verdictOn(
  changed: Partial<Order>,
  expected: Partial<Parameters<typeof verifyBankIdSignature>[2]> = {},
) {
  const { signature, ocspResponse } = bankId.order({ ...order, ...changed })
  const { visibleText, hiddenData } = order
  const { rootPem, serviceName } = bankId
  const roots = [new X509Certificate(rootPem)]
  const all = { roots, at, signer: personalNumber, visibleText, hiddenData, serviceName, ...expected }
  return verifyBankIdSignature(signature, ocspResponse, all)
}

test('a signature of the very text and data by the very person is accepted, and says what it rests on', () => {
  const { signer, certificate, ocsp, root, verifier } = verdictOn({})
  expect(signer).toBe(personalNumber)
  expect(new X509Certificate(certificate).subject).toContain('CN=Åsa Öberg')
  expect(new X509Certificate(root).toString()).toBe(bankId.rootPem)
  expect(ocsp.producedAt).toEqual(new Date('2026-09-15T10:00:00Z'))
  expect(verifier).toBe('bankid-signature 1')
})

test('a coordination number signs as a personal identity number does', () => {
  const coordinationNumber = '199001612387'
  expect(verdictOn({ personalNumber: coordinationNumber }, { signer: coordinationNumber }).signer).toBe(
    coordinationNumber,
  )
})

test.each(faults)('a signature with the fault %s is refused by the name of its rule', (fault) => {
  expect(() => verdictOn({ fault })).toThrow(`refused: ${refusedFor[fault]}`)
})
