import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { createAuthority, type Authority, type Keyed } from '../../../services/broker/bankid/authority.ts'
import {
  extendedKeyUsage,
  isAuthority,
  isNoAuthority,
  keyUsage,
  nameOf,
  noCheck,
  writeCertificate,
} from '../../../services/broker/bankid/certificate-writer.ts'
import { certificateId, responderId, signOcspAnswer } from '../../../services/broker/bankid/ocsp-answer.ts'
import { ruleOf } from '../../../tests/support/mutants/refusing.ts'
import { readCertificate } from './certificate.ts'
import { contextTag, plainContextTag, tags } from './der-form.ts'
import { explicit, generalizedTime, isTrue, octetString, oid, sequence, write } from './der-writer.ts'
import { verifyOcspResponse } from './ocsp.ts'

const at = new Date('2026-09-15T10:00:00Z')
const minutes = (count: number) => new Date(at.getTime() + count * 60_000)
const person = [['serialNumber', '199001012385']] as const
const ocspSigning = extendedKeyUsage(['1.3.6.1.5.5.7.3.9'], false)
const nonce = Buffer.alloc(28, 7)
const nonceExtension = sequence(oid('1.3.6.1.5.5.7.48.1.2'), octetString(octetString(nonce)))
const good = write(plainContextTag(0))
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

type Changed = {
  issuer?: Buffer
  leaf?: Buffer
  responder?: Keyed
  named?: Buffer
  version?: Buffer[]
  status?: Buffer
  producedAt?: Date
  thisUpdate?: Date
  after?: Buffer[]
  extensions?: Buffer[]
  twice?: boolean
}
let authority: Authority
let stranger: Authority
let leaf: Buffer
let issuer: Buffer

beforeAll(async () => {
  ;[authority, stranger] = await Promise.all([createAuthority('BankID'), createAuthority('Stranger')])
  leaf = authority.certify(key, { purpose: 'person', subject: person })
  issuer = authority.intermediate.certificate
})

function responderOf(extensions: Buffer[], validTo = minutes(60)): Keyed {
  const subject = nameOf([['commonName', 'Responder']])
  const name = readCertificate(issuer).subject
  const text = { subject, key, validFrom: minutes(-60), validTo, extensions }
  return { key, certificate: writeCertificate(text, { name, key: authority.intermediate.key }) }
}

function issuerOf(subject: Buffer, key: KeyObject): Buffer {
  const text = { subject, key, validFrom: minutes(-60), validTo: minutes(60), extensions: [] }
  return writeCertificate(text, { name: subject, key })
}

const rightful = () => responderOf([isNoAuthority, keyUsage('1'), ocspSigning, noCheck])

function answer(changed: Changed): Buffer {
  const responder = changed.responder ?? rightful()
  const id = certificateId({ leaf: changed.leaf ?? leaf, issuer: changed.issuer ?? issuer })
  const updates = [generalizedTime(changed.thisUpdate ?? at), ...(changed.after ?? [])]
  const single = sequence(id, changed.status ?? good, ...updates)
  const body = sequence(
    ...(changed.version ?? []),
    changed.named ?? responderId(responder),
    generalizedTime(changed.producedAt ?? at),
    sequence(single, ...(changed.twice ? [single] : [])),
    ...(changed.extensions?.length === 0
      ? []
      : [explicit(1, sequence(...(changed.extensions ?? [nonceExtension])))]),
  )
  return signOcspAnswer(body, { responder, issuer })
}

function ruleFor(response: Buffer): string | undefined {
  const isNonce = (found: Buffer) => found.equals(nonce)
  const asked = { leaf: readCertificate(leaf), issuer: readCertificate(issuer), at, isNonce }
  return ruleOf(() => verifyOcspResponse(response, asked))
}

test.each<[string, () => Changed]>([
  ['a delegated responder named by its key', () => ({})],
  [
    'a delegated responder named by its name',
    () => ({ named: explicit(1, readCertificate(rightful().certificate).subject) }),
  ],
  ['the issuer itself', () => ({ responder: authority.intermediate })],
  [
    'a responder that says when it will know more',
    () => ({ after: [explicit(0, generalizedTime(minutes(60)))] }),
  ],
])('an answer by %s holds', (_who, changed) => {
  expect(ruleFor(answer(changed()))).toBeUndefined()
})

test.each<[string, string, () => Changed]>([
  ['by a responder of another authority', 'responder', () => ({ responder: stranger.intermediate })],
  [
    'by a responder without the key purpose',
    'responder-right',
    () => ({ responder: responderOf([isNoAuthority, keyUsage('1'), noCheck]) }),
  ],
  [
    'by a responder that could itself be revoked',
    'responder-right',
    () => ({ responder: responderOf([isNoAuthority, keyUsage('1'), ocspSigning]) }),
  ],
  [
    'by a responder whose key may not sign',
    'responder-right',
    () => ({ responder: responderOf([isNoAuthority, keyUsage('001'), ocspSigning, noCheck]) }),
  ],
  [
    'by a responder that is an authority',
    'responder-right',
    () => ({ responder: responderOf([isAuthority, keyUsage('1'), ocspSigning, noCheck]) }),
  ],
  [
    'by a responder whose certificate has ended',
    'responder-time',
    () => ({ responder: responderOf([isNoAuthority, keyUsage('1'), ocspSigning, noCheck], minutes(-1)) }),
  ],
  ['that names another responder', 'responder-id', () => ({ named: responderId(authority.intermediate) })],
  [
    'signed with another key than the responder’s',
    'signature',
    () => ({ responder: { ...rightful(), key: stranger.intermediate.key } }),
  ],
  [
    'about another certificate',
    'certificate-id',
    () => ({ leaf: authority.certify(key, { purpose: 'person', subject: person }) }),
  ],
  [
    'about one by an issuer of another name',
    'certificate-id',
    () => ({ issuer: issuerOf(nameOf([['commonName', 'Other']]), authority.intermediate.key) }),
  ],
  [
    'about one by an issuer of another key',
    'certificate-id',
    () => ({ issuer: issuerOf(readCertificate(issuer).subject, key) }),
  ],
  ['that says revoked', 'revoked', () => ({ status: write(contextTag(1), generalizedTime(at)) })],
  ['that does not know', 'unknown', () => ({ status: write(plainContextTag(2)) })],
  ['that says a status of its own', 'status', () => ({ status: write(plainContextTag(3)) })],
  ['made before the moment', 'time', () => ({ producedAt: minutes(-6) })],
  ['made after the moment', 'time', () => ({ producedAt: minutes(6) })],
  ['from what was known long before', 'time', () => ({ thisUpdate: minutes(-6) })],
  ['that has ended', 'time', () => ({ after: [explicit(0, generalizedTime(minutes(-1)))] })],
  ['without a nonce', 'nonce', () => ({ extensions: [] })],
  [
    'with a nonce of another question',
    'nonce',
    () => ({
      extensions: [sequence(oid('1.3.6.1.5.5.7.48.1.2'), octetString(octetString(Buffer.alloc(28))))],
    }),
  ],
  ['with two nonces', 'extension', () => ({ extensions: [nonceExtension, nonceExtension] })],
  [
    'with a nonce on the certificate too',
    'nonce',
    () => ({ after: [explicit(1, sequence(nonceExtension))] }),
  ],
  [
    'with something critical that is not known',
    'extension',
    () => ({ extensions: [nonceExtension, sequence(oid('1.2.3'), isTrue, octetString(nonce))] }),
  ],
  ['about two certificates', 'der', () => ({ twice: true })],
  ['of another version', 'der', () => ({ version: [explicit(0, write(tags.integer, Buffer.from([1])))] })],
])('an answer %s is refused', (_what, rule, changed) => {
  expect(ruleFor(answer(changed()))).toBe(rule)
})

test('an answer that says only that the bank could not answer is refused', () => {
  expect(ruleFor(sequence(write(tags.enumerated, Buffer.from([6]))))).toBe('unsuccessful')
})
