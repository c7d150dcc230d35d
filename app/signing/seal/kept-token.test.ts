import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  startTimeStampService,
  type TimeStampService,
} from '../../../services/broker/time-stamp/time-stamp-service.ts'
import { createAuthority, type Authority } from '../../../services/broker/bankid/authority.ts'
import { ruleOf } from '../../../tests/support/mutants/refusing.ts'
import { readCertificate } from '../verifier/certificate.ts'
import { childrenOf, readDer, type Der } from '../verifier/der.ts'
import { nothing, oid, sequence, write } from '../verifier/der-writer.ts'
import { judgeTimeStamp } from '../verifier/time-stamp.ts'
import { certificatesOfToken } from '../verifier/time-stamp-token.ts'
import { fetchTimeStamp } from './time-stamp-client.ts'

const now = new Date('2026-09-15T12:00:00Z')
const imprint = Buffer.alloc(32, 7)
let authority: Authority
let service: TimeStampService
let token: Buffer

beforeAll(async () => {
  authority = await createAuthority('Seal')
  service = await startTimeStampService({ authority, now: () => now })
  token = await stampedBy(service.url())
})
afterAll(() => service.close())

const roots = () => [readCertificate(authority.root)]
const stampedBy = (url: string) => fetchTimeStamp(imprint, { url, roots: roots(), policy: null }, now)
const ruleAgainst = (bytes: Buffer) => ruleOf(() => judgeTimeStamp(bytes, imprint, roots(), now))

/** The value with the one at this place in its tree written otherwise. */
function changedAt(value: Der, [at, ...deeper]: readonly number[], change: (value: Der) => Buffer): Buffer {
  if (at === undefined) return change(value)
  const parts = childrenOf(value)
  return write(
    value.tag,
    ...parts.map((part, index) => (index === at ? changedAt(part, deeper, change) : part.raw)),
  )
}

// Places in the tree of a token.
const certificates = [1, 0, 3]
const hash = [1, 0, 4, 0, 2]
const hashBefore = [1, 0, 1, 0]
const algorithm = [1, 0, 4, 0, 4]

type Part = (value: Der) => Buffer
const holding =
  (...parts: Part[]): Part =>
  (value) =>
    write(value.tag, ...parts.map((part) => part(value)))
const nth =
  (index: number): Part =>
  (value) =>
    childrenOf(value)[index]!.raw

// Each says the same: what is written otherwise is covered by no signature.
const otherForms: [string, ...[place: number[], change: Part][]][] = [
  ['its algorithm with the hash', [algorithm, () => sequence(oid('1.2.840.113549.1.1.11'), nothing)]],
  ['a parameter of another kind', [[...algorithm, 1], () => Buffer.from([0x04, 0])]],
  ['an algorithm without parameter', [algorithm, holding(nth(0))]],
  ['hashes without parameter', [hash, holding(nth(0))], [hashBefore, holding(nth(0))]],
  ['certificates in another order', [certificates, holding(nth(1), nth(0))]],
  ['the root too', [certificates, holding(nth(0), nth(1), () => authority.root)]],
  ['a certificate twice', [certificates, holding(nth(0), nth(1), nth(1))]],
]
const written = (bytes: Buffer, changes: readonly [number[], Part][]) =>
  changes.reduce((token, [place, change]) => changedAt(readDer(token), place, change), bytes)

test.each(otherForms)('a kept token that was written otherwise later is refused: %s', (_, ...changes) => {
  expect(ruleAgainst(token)).toBeUndefined()
  expect(ruleAgainst(written(token, changes))).toMatch(
    /^(time-stamp-(form|signature|certificate)|certificate-chain)$/,
  )
})

test.each(otherForms)('a service may write %s: its token is kept in the one form', async (_, ...changes) => {
  const other = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => void answer(Buffer.concat(chunks)).then((bytes) => response.end(bytes)))
  })
  const answer = async (body: Buffer) => {
    const asked = await fetch(service.url(), { method: 'POST', body: new Uint8Array(body) })
    return changedAt(readDer(Buffer.from(await asked.arrayBuffer())), [1], ({ raw }) => written(raw, changes))
  }
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
  const kept = await stampedBy(`http://127.0.0.1:${(other.address() as AddressInfo).port}`)
  other.close()
  expect(ruleAgainst(kept)).toBeUndefined()
  const rawOf = (bytes: Buffer) => certificatesOfToken(bytes).map(({ raw }) => raw.toString('hex'))
  expect(rawOf(kept)).toEqual(rawOf(token))
})
