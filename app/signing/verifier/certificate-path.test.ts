import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import {
  isAuthority,
  isNoAuthority,
  keyUsage,
  nameOf,
  policy,
  writeCertificate,
} from '../../../services/broker/bankid/certificate-writer.ts'
import { ruleOf } from '../../../tests/support/mutants/refusing.ts'
import { checkBankIdCertificate, idNumberOf } from './bankid-certificate.ts'
import { pathToRoot } from './certificate-path.ts'
import { readCertificate, type Certificate } from './certificate.ts'
import { integer, isTrue, nothing, octetString, oid, sequence, setOf, utf8String } from './der-writer.ts'
import { readDer } from './der.ts'
import { isSignedBy } from './signature-algorithm.ts'
import { refuseTestRoots } from './test-root.ts'

type Made = {
  name: string
  extensions?: Buffer[]
  key?: KeyObject
  by?: string
  validTo?: Date
  subject?: Buffer
}

const at = new Date('2026-09-15T10:00:00Z')
const authority = [isAuthority, keyUsage('0000011')]
const person = [isNoAuthority, keyUsage('01'), policy('1.2.752.78.1.5')]
const pathLength0 = sequence(oid('2.5.29.19'), isTrue, octetString(sequence(isTrue, integer(0))))
const newKey = (modulusLength = 2048) => generateKeyPairSync('rsa', { modulusLength }).privateKey
const keys = new Map<string, KeyObject>()

beforeAll(() => {
  for (const name of ['Root', 'Upper', 'Lower', 'Person', 'Stranger']) keys.set(name, newKey())
})

const keyOf = (name: string) => keys.get(name)!
const nameFor = (commonName: string) => nameOf([['commonName', commonName]])

/** A certificate of the one of that name, by another one of that name. */
function made({ name, extensions = authority, by = 'Root', ...rest }: Made): Certificate {
  const validity = {
    validFrom: new Date('2020-01-01T00:00:00Z'),
    validTo: rest.validTo ?? new Date('2049-01-01T00:00:00Z'),
  }
  const text = {
    subject: rest.subject ?? nameFor(name),
    key: rest.key ?? keyOf(name),
    ...validity,
    extensions,
  }
  const bytes = writeCertificate(text, { name: nameFor(by), key: keyOf(by) })
  return readCertificate(bytes)
}

const root = () => made({ name: 'Root' })
const lower = (changed: Partial<Made> = {}) => made({ name: 'Lower', by: 'Upper', ...changed })
const leaf = (changed: Partial<Made> = {}) =>
  made({ name: 'Person', by: 'Lower', extensions: person, ...changed })

test('a path over two authorities ends at the pinned root', () => {
  const pinned = root()
  const path = pathToRoot(
    [leaf(), lower(), made({ name: 'Upper' })],
    [made({ name: 'Stranger' }), pinned],
    at,
  )
  expect(path).toBe(pinned)
})

test.each<[string, string, () => Certificate[]]>([
  ['under a root that is not pinned', 'unknown-root', () => [made({ name: 'Person', by: 'Stranger' })]],
  [
    'that only bears the root’s name',
    'unknown-root',
    () => [made({ name: 'Person', by: 'Stranger' })].map((one) => ({ ...one, issuer: nameFor('Root') })),
  ],
  ['with a link left out', 'unknown-root', () => [leaf(), lower()]],
  ['in another order', 'unknown-root', () => [leaf(), made({ name: 'Upper' }), lower()]],
  [
    'with one that does not belong',
    'certificate-chain',
    () => [leaf({ by: 'Stranger' }), made({ name: 'Lower' })],
  ],
  ['of nothing', 'certificate-chain', () => []],
  [
    'under an authority that has ended',
    'certificate-time',
    () => [leaf(), made({ name: 'Lower', validTo: new Date('2026-09-15T09:59:59Z') })],
  ],
  [
    'under another person',
    'certificate-authority',
    () => [leaf(), made({ name: 'Lower', extensions: person })],
  ],
  [
    'under one that only has an authority’s key',
    'certificate-authority',
    () => [leaf(), made({ name: 'Lower', extensions: [isNoAuthority, keyUsage('0000011')] })],
  ],
  [
    'under an authority that may not sign certificates',
    'certificate-authority',
    () => [leaf(), made({ name: 'Lower', extensions: [isAuthority, keyUsage('1')] })],
  ],
  [
    'longer than an authority allows',
    'certificate-authority',
    () => [leaf(), lower(), made({ name: 'Upper', extensions: [pathLength0, keyUsage('0000011')] })],
  ],
])('a path %s is refused', (_what, rule, chain) => {
  expect(ruleOf(() => pathToRoot(chain(), [root()], at))).toBe(rule)
})

test.each([
  ['whose key does not commit to what it signs', 'key-usage', [isNoAuthority, keyUsage('1'), person[2]!]],
  ['that is an authority', 'key-usage', [isAuthority, ...person.slice(1)]],
  ['under no policy', 'policy', person.slice(0, 2)],
  ['under a policy of the tests', 'policy', [...person.slice(0, 2), policy('1.2.3.4.25')]],
])('a BankID %s is refused', (_what, rule, extensions) => {
  expect(ruleOf(() => checkBankIdCertificate(leaf({ extensions }), root()))).toBe(rule)
})

test('under a test root the policies are those of tests', () => {
  const testRoot = made({ name: 'Root', subject: nameFor('Test BankID Root CA v1 Test') })
  expect(ruleOf(() => checkBankIdCertificate(leaf(), testRoot))).toBe('policy')
  expect(ruleOf(() => checkBankIdCertificate(leaf(), root()))).toBeUndefined()
})

test.each([
  ['Test BankID Root CA v1 Test', 'test-root'],
  ['BankID Root CA v1', undefined],
])('production asked about the root %s says %s', (name, rule) => {
  expect(ruleOf(() => refuseTestRoots([made({ name: 'Root', subject: nameFor(name) })]))).toBe(rule)
})

test.each([
  ['ten digits', ['9001012385']],
  ['two numbers', ['199001012385', '189001019802']],
  ['no number', []],
])('a certificate with %s names nobody', (_what, numbers) => {
  const attributes = numbers.map((number) => setOf(sequence(oid('2.5.4.5'), utf8String(number))))
  expect(ruleOf(() => idNumberOf(leaf({ subject: sequence(...attributes) })))).toBe('id-number')
})

test.each([
  [
    'with something critical that is not known',
    'extension',
    sequence(oid('1.2.3'), isTrue, octetString(nothing)),
  ],
  ['with the same extension twice', 'extension', keyUsage('1')],
])('a certificate %s is refused', (_what, rule, extension) => {
  expect(ruleOf(() => leaf({ extensions: [...person, extension] }))).toBe(rule)
})

test('keys and ways to sign that are too weak are refused', () => {
  const { algorithm, signed, signature } = leaf()
  const sha1 = readDer(sequence(oid('1.2.840.113549.1.1.5'), nothing))
  const short = made({ name: 'Person', key: newKey(1024) }).key
  expect(ruleOf(() => isSignedBy(keyOf('Lower'), sha1, signed, signature))).toBe('algorithm')
  expect(ruleOf(() => isSignedBy(short, algorithm, signed, signature))).toBe('key')
})
