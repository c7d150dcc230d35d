import { X509Certificate } from 'node:crypto'
import {
  verifyBankIdSignature,
  type BankIdSignature,
  type ExpectedSignature,
} from '../../app/signing/verifier/bankid-signature.ts'
import { createAuthority } from '../../services/broker/bankid/authority.ts'
import { createTestBankId, type Order } from '../../services/broker/bankid/bankid.ts'

export const order: Order = {
  kind: 'Signing',
  personalNumber: '199001012385',
  name: { given: 'Åsa', family: 'Öberg' },
  visibleText: Buffer.from(
    'Jag bekräftar att jag har tagit emot beslutet.\nDet betyder inte att jag håller med.',
  ),
  hiddenData: Buffer.from('{"intentId":"0190f3a2-6c0e-7c3a-9a51-0d1f2a3b4c5d","v":1}'),
  at: new Date('2026-09-15T10:00:00.250Z'),
}

export type SignatureWorld = Awaited<ReturnType<typeof openSignatureWorld>>

/** A test bank, and what the portal expects of a signature that it ordered there. */
export async function openSignatureWorld() {
  const authority = await createAuthority('BankID')
  const bankId = await createTestBankId(authority)
  const expected: ExpectedSignature = {
    roots: [new X509Certificate(bankId.rootPem)],
    at: order.at,
    signer: order.personalNumber,
    visibleText: order.visibleText,
    hiddenData: order.hiddenData,
    serviceName: bankId.serviceName,
  }
  const judge = (
    { signature, ocspResponse }: { signature: string; ocspResponse: string | null },
    changed: Partial<ExpectedSignature> = {},
  ): BankIdSignature => verifyBankIdSignature(signature, ocspResponse, { ...expected, ...changed })
  return { authority, bankId, expected, judge }
}
