import { createHash, hash } from 'node:crypto'
import { PDF, PdfString, type PdfDict } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthority } from '../../../services/broker/bankid/authority.ts'
import {
  startTimeStampService,
  type TimeStampService,
} from '../../../services/broker/time-stamp/time-stamp-service.ts'
import { createSealedWorld, makePdf, type SealedWorld } from '../../../tests/support/sealed-world.ts'
import { ruleOf } from '../../../tests/support/mutants/refusing.ts'
import { sealKeyOf } from '../seal/seal-key.ts'
import { renewSeal } from '../seal/renew-seal.ts'
import { sealPackage, type PackageContents } from '../seal/seal-package.ts'
import { saveWithRoom } from '../seal/signature-field.ts'
import { stampSeal } from '../seal/stamp-seal.ts'
import { fetchTimeStamp } from '../seal/time-stamp-client.ts'
import { verifyPackage } from './package.ts'
import { bytesOfContents } from './sealed.ts'
import { trustOf } from './trust.ts'

const now = new Date('2026-09-15T12:00:00Z')
let world: SealedWorld
let service: TimeStampService
let sealed: Buffer
let stamped: Buffer
let renewed: Buffer

beforeAll(async () => {
  world = await createSealedWorld()
  service = await startTimeStampService({ authority: world.authority, now: () => now })
  sealed = await sealPackage(world.contents, world.key)
  stamped = await stampSeal(sealed, serviceOf(), now)
  renewed = await renewSeal(stamped, world.trust.seal, serviceOf(), now)
})
afterAll(() => service.close())

const serviceOf = () => ({ url: service.url(), roots: world.trust.timeStamp, policy: null })
/** The rules that were broken, each after what it was about. */
function broken(file: Buffer, trust = world.trust): string[] {
  const { findings, holds } = verifyPackage(file, trust, now)
  const rules = findings.flatMap(({ part, rule }) => (rule ? [`${part}: ${rule}`] : []))
  expect(holds).toBe(rules.length === 0)
  return rules
}
const replaced = (file: Buffer, from: string, to: string) => {
  const at = file.lastIndexOf(from, undefined, 'latin1')
  expect(at).toBeGreaterThan(-1)
  return Buffer.concat([file.subarray(0, at), Buffer.from(to, 'latin1'), file.subarray(at + from.length)])
}
const resealed = async (changes: Partial<PackageContents>) =>
  broken(await sealPackage({ ...world.contents, ...changes }, world.key))

test('a byte changed anywhere is refused by a rule', () => {
  const changed = (at: number) => {
    const copy = Buffer.from(sealed)
    copy[at]! ^= 1
    return broken(copy)
  }
  expect(changed(100)).toEqual(['seal: seal-digest', 'document: document-hash'])
  expect(changed(sealed.indexOf('Jag har tagit'))).toContain('contents: package-part-bytes')
  expect(changed(sealed.length - 2)).toEqual(['file: pdf-end'])
})

test('an attachment exchanged after sealing is refused', () => {
  expect(broken(replaced(sealed, 'Jag har tagit emot', 'Jag har inte läst '))).toEqual(
    expect.arrayContaining(['seal: seal-digest', 'contents: package-part-bytes']),
  )
})

test('bytes after the end are refused', () => {
  expect(broken(Buffer.concat([sealed, Buffer.from('\n')]))).toEqual(['file: pdf-end'])
  expect(broken(Buffer.concat([sealed, Buffer.from('%%EOF\n')]))).toEqual(['file: pdf-end'])
  expect(broken(Buffer.concat([renewed, Buffer.from(' ')]))).toEqual(['file: pdf-end'])
})

test('an update after the seal that is no renewal is refused, whatever is in it', async () => {
  const pdf = await PDF.load(sealed)
  pdf.setTitle('Ett annat beslut')
  expect(broken(Buffer.from(await pdf.save({ incremental: true })))).toEqual(['file: pdf-structure'])
})

/** A right time stamp, over something that a renewal does not change. */
async function renewedWith(change: (pdf: PDF) => void): Promise<Buffer> {
  const pdf = await PDF.load(renewed)
  change(pdf)
  const catalog = pdf.getCatalog()
  catalog.set('DSS', pdf.register((pdf.getObject(catalog.getRef('DSS')!) as PdfDict).clone()))
  const room = await saveWithRoom(pdf, { name: 'Renewal 2', type: 'DocTimeStamp', subFilter: 'ETSI.RFC3161' })
  return room.fill(await fetchTimeStamp(room.digest, serviceOf(), now))
}

test('a page put over another one, another language and another file under a new time stamp are refused', async () => {
  expect(broken(await renewedWith(() => undefined))).toEqual([])
  const changes: ((pdf: PDF) => void)[] = [
    (pdf) => pdf.getPages()[0]!.drawText('Annat', { x: 50, y: 50 }),
    (pdf) => pdf.getCatalog().set('Lang', PdfString.fromString('en')),
    (pdf) => pdf.attachments.add('annat.txt', Buffer.from('annat')),
    (pdf) => pdf.register(PdfString.fromString('som ingen ser')),
  ]
  for (const change of changes) expect(broken(await renewedWith(change))).toEqual(['file: renewal-change'])
})

test('a file made to fill the memory is refused for its size', () => {
  const start = renewed.subarray(0, stamped.length)
  const many = Buffer.from(`9999 0 obj\n[${'0 '.repeat(400_000)}]\nendobj\n`)
  const at = String(stamped.length).padStart(10, '0')
  const table = `xref\n9999 1\n${at} 00000 n\r\ntrailer\n<</Size 10000>>\nstartxref\n${stamped.length + many.length}\n%%EOF\n`
  expect(broken(Buffer.concat([start, many, Buffer.from(table)]))).toEqual(['file: pdf-size'])
  const lists =
    '9999 0 obj\n<</Type/XRef/W[1 4 2]/Index[0 99999999]/Length 0>>\nstream\n\nendstream\nendobj\n'
  const end = `startxref\n${stamped.length}\n%%EOF\n`
  expect(broken(Buffer.concat([start, Buffer.from(lists + end)]))).toEqual(['file: pdf-size'])
  const signs = Buffer.from(`9999 0 obj\n(${'\\1'.repeat(400_000)})\nendobj\n`)
  const after = String(stamped.length + signs.length)
  expect(
    broken(Buffer.concat([start, signs, Buffer.from(table.replace(/(?<=startxref\n)\d+/, after))])),
  ).toEqual(['file: pdf-size'])
})

test('a signature of thousands of certificates is refused for its size', () => {
  expect(ruleOf(() => bytesOfContents('30'.repeat(65_537)))).toBe('contents-size')
})

test('capital digits, other padding and a cut signature are refused', () => {
  const at = sealed.indexOf('/Contents <3082') + '/Contents <'.length
  const withDigits = (from: number, digits: string) => {
    const copy = Buffer.from(sealed)
    copy.write(digits, from, 'latin1')
    return broken(copy)
  }
  const letter = sealed.toString('latin1', at, at + 4000).search(/[a-f]/)
  expect(
    withDigits(at + letter, sealed.toString('latin1', at + letter, at + letter + 1).toUpperCase()),
  ).toEqual(['file: contents-digits'])
  expect(withDigits(at + 32_760, '1')).toEqual(['file: contents-padding'])
  expect(withDigits(at, '3182')).toEqual(['file: contents-form'])
})

test('a package that somebody else sealed is refused', async () => {
  const stranger = await createAuthority('Seal')
  const { key, certificate } = await stranger.issue({ purpose: 'seal', subject: [['commonName', 'Falsk']] })
  const file = await sealPackage(
    world.contents,
    sealKeyOf(key, [certificate, stranger.intermediate.certificate]),
  )
  expect(broken(file)).toEqual(['seal: unknown-root'])
})

test('unknown roots of time stamps and of BankID are each refused by their part', async () => {
  const stranger = (await createAuthority('Other')).rootPem
  const trusting = (changes: object) => trustOf({ ...world.given, ...changes }, false)
  expect(broken(stamped, trusting({ timeStamp: stranger }))).toEqual(['time-stamp: unknown-root'])
  expect(broken(renewed, trusting({ timeStamp: stranger }))).toEqual([
    'renewal: unknown-root',
    'time-stamp: unknown-root',
  ])
  expect(broken(sealed, trusting({ bankId: stranger }))).toEqual(['signature: unknown-root'])
  expect(broken(sealed, trusting({ serviceName: 'cn=Annan' }))).toEqual(['signature: service'])
})

test('roots for tests are refused where they do not count', () => {
  expect(() => trustOf(world.given, true)).toThrow('refused: test-root')
})

test('evidence of another document, person or text is refused though it is sealed', async () => {
  const { attachments, signatures } = world.contents
  const other = makePdf('Annat beslut', 'Ingen ska tas om hand.')
  expect(await resealed({ frozen: other })).toEqual(['signature: intent-document'])
  const changed = (name: string, bytes: Buffer) =>
    resealed({ attachments: attachments.map((part) => (part.name === name ? { ...part, bytes } : part)) })
  expect(await changed('text-1.txt', Buffer.from('Jag har tagit emot  beslutet.'))).toEqual([
    'signature: visible-text',
  ])
  const intent = JSON.stringify({ v: 2, sha256: hash('sha256', world.contents.frozen, 'hex') })
  expect(await changed('intent-1.json', Buffer.from(intent))).toEqual(['signature: hidden-data'])
  const [signature] = signatures
  expect(await resealed({ signatures: [{ ...signature!, signer: '199001012390' }] })).toEqual([
    'signature: signer',
  ])
  expect(await resealed({ signatures: [{ ...signature!, ocspResponse: null }] })).toEqual([
    'signature: ocsp-missing',
  ])
})

test('a seal made again has the same bytes', async () => {
  expect(await sealPackage(world.contents, world.key)).toEqual(sealed)
})

test('the frozen bytes are the exact beginning of the file, and what is no PDF of ours is refused', () => {
  const { frozen } = world.contents
  const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  expect(sum(renewed.subarray(0, frozen.length))).toBe(sum(frozen))
  expect(broken(frozen)).toEqual([expect.stringMatching(/^file: pdf-/)])
  expect(broken(Buffer.alloc(0))).toEqual(['file: pdf-end'])
})
