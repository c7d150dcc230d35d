import { randomBytes } from 'node:crypto'
import { authorityWith, type Authority, type Keyed } from './authority.ts'
import type { Draft } from './draft.ts'
import { daysAfter, newKey, type Person, type Persons } from './persons.ts'

export type Fault = keyof typeof changes
type Ordered = { draft: Draft; person: Person; persons: Persons; authority: Authority }

const stranger = { personalNumber: '189001019802', name: { given: 'Tolvan', family: 'Test' } }

/** What can be wrong with a signature, each as a change to one that is right in all else. */
const changes = {
  revoked: ({ draft }) => withOcsp(draft, { isRevoked: true }),
  ocspMissing: ({ draft }) => withOcsp(draft, { isMissing: true }),
  ocspOtherNonce: ({ draft }) => withOcsp(draft, { nonceOf: () => randomBytes(28) }),
  ocspOld: ({ draft }) => withOcsp(draft, { producedAt: daysAfter(draft.at, -1) }),
  ocspWithoutRight: ({ draft, authority }) => withOcsp(draft, { responder: withoutRight(authority) }),
  unknownRoot: ({ draft, person, persons }) => {
    const authority = authorityWith('BankID', newKey(), newKey())
    return ofAuthority(draft, authority, persons.issue(person, authority, validityAround(draft.at)))
  },
  expiredCertificate: ({ draft, person, persons, authority }) => {
    const validity = { validFrom: daysAfter(draft.at, -800), validTo: daysAfter(draft.at, -1) }
    return ofAuthority(draft, authority, persons.issue(person, authority, validity))
  },
  identification: ({ draft }) => ({ ...draft, kind: 'Identification' }),
  oneSpaceMore: ({ draft }) => ({
    ...draft,
    visibleText: Buffer.concat([draft.visibleText, Buffer.from(' ')]),
  }),
  otherHiddenData: ({ draft }) => ({ ...draft, hiddenData: Buffer.from('{}') }),
  otherPerson: ({ draft, persons, authority }) => {
    return ofAuthority(draft, authority, persons.bankIdOf(stranger, authority, draft.at))
  },
  otherService: ({ draft }) => ({ ...draft, serviceName: draft.serviceName.replace('cn=', 'cn=Annan ') }),
  rsaSha1: ({ draft }) => ({ ...draft, hash: 'sha1' }),
  keyInfoOfAnother: ({ draft, persons, authority }) => {
    const { certificate } = persons.bankIdOf(stranger, authority, draft.at)
    return { ...draft, certificates: [certificate, ...draft.certificates.slice(1)] }
  },
  truncatedBase64: ({ draft }) => ({ ...draft, send: (signature) => signature.slice(0, -3) }),
  doctype: ({ draft }) => ({
    ...draft,
    rewrite: (document) => document.replace('?>', '?><!DOCTYPE Signature>'),
  }),
  duplicateId: ({ draft }) => ({
    ...draft,
    rewrite: (document) => document.replace('<Object>', '<Object Id="bidSignedData">'),
  }),
} satisfies Record<string, (ordered: Ordered) => Draft>

export const faults = Object.keys(changes) as Fault[]

export function withFault(fault: Fault, ordered: Ordered): Draft {
  return changes[fault](ordered)
}

function withOcsp(draft: Draft, changed: Partial<Draft['ocsp']>): Draft {
  return { ...draft, ocsp: { ...draft.ocsp, ...changed } }
}

function ofAuthority(draft: Draft, { intermediate }: Authority, { key, certificate }: Keyed): Draft {
  const certificates = [certificate, intermediate.certificate]
  const ocsp = { ...draft.ocsp, responder: intermediate }
  return { ...draft, key, certificates, issuer: intermediate.certificate, ocsp }
}

function withoutRight(authority: Authority): Keyed {
  const key = newKey()
  return { key, certificate: authority.certify(key, { purpose: 'seal', subject: [['commonName', 'Seal']] }) }
}

function validityAround(at: Date) {
  return { validFrom: daysAfter(at, -30), validTo: daysAfter(at, 700) }
}
