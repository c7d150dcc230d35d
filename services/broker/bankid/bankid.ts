import type { Authority } from './authority.ts'
import { answerTo, nonceOf, type Answer, type Draft } from './draft.ts'
import { withFault, type Fault } from './faults.ts'
import { Persons, type Person, type Validity } from './persons.ts'

export type Order = Person & {
  kind: 'Signing' | 'Identification'
  visibleText: Buffer
  hiddenData: Buffer
  at: Date
  fault?: Fault
}

/** A bank, its app and its authority in one: what they sign holds before every judge that trusts the test root. */
export type TestBankId = {
  readonly rootPem: string
  /** What BankID calls the service that orders, in each signature. */
  readonly serviceName: string
  order(order: Order): Answer & Validity
}

const serviceName = 'cn=Mina sidor Test,name=Mina sidor,serialNumber=2120000000,o=Mina sidor Test,c=SE'

export async function createTestBankId(authority: Authority): Promise<TestBankId> {
  const persons = new Persons()
  const responder = await authority.issue({
    purpose: 'ocspResponder',
    subject: [['commonName', 'Test BankID OCSP']],
  })

  return {
    rootPem: authority.rootPem,
    serviceName,
    order: ({ fault, ...order }) => {
      const { key, certificate, validFrom, validTo } = persons.bankIdOf(order, authority, order.at)
      const issuer = authority.intermediate.certificate
      const draft: Draft = {
        ...order,
        serviceName,
        key,
        certificates: [certificate, issuer],
        hash: 'sha256',
        issuer,
        ocsp: { isMissing: false, isRevoked: false, producedAt: order.at, responder, nonceOf },
        rewrite: (document) => document,
        send: (signature) => signature,
      }
      const made = fault ? withFault(fault, { draft, person: order, persons, authority }) : draft
      return { ...answerTo(made), validFrom, validTo }
    },
  }
}
